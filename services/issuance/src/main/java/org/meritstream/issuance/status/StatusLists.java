package org.meritstream.issuance.status;

import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.meritstream.issuance.issuer.IssuerKeys;
import org.meritstream.issuance.issuer.SigningIssuer;
import org.meritstream.log.KeyedIds;
import org.meritstream.log.Timer;
import org.meritstream.log.postgres.Database;
import org.meritstream.log.postgres.Write;

/** Status lists in PostgreSQL: one open list per tenant, closed at half full, so that no list ever says who is last. */
@ApplicationScoped
public class StatusLists {
    static final int CAPACITY = Bitstring.ENTRIES / 2;

    private static final String TAKE = """
            with open as (select id, counter from status_list where tenant = $1 and closed_at is null for no key update)
            update status_list s set counter = least(o.counter + $2, $3),
              closed_at = case when o.counter + $2 >= $3 then $4::timestamptz end
            from open o where s.id = o.id returning s.id, s.number, o.counter as first, s.counter as next""";
    private static final String NEXT =
            "select coalesce(max(number), 0) + 1 as number from status_list where tenant = $1";

    /** A list that another came after is not opened again. */
    private static final String OPEN = """
            insert into status_list (id, tenant, number, bits, document, token, signed_at, suspended, suspension_document, closed_at)
            select $1, $2::text, $3::int, $4, $5, $6, $7::timestamptz, $8, $9, case when exists (
              select 1 from status_list l where l.tenant = $2::text and l.number > $3::int) then $7::timestamptz end
            on conflict do nothing""";

    private static final String HALF = "select id from status_list where id = any($1::text[]) and suspended is null";
    private static final String ALL = "select id from status_list where tenant = $1";

    private static final String LOAD =
            "select id, tenant, number, bits, suspended, version from status_list where id = any($1::text[])";
    private static final String SIGNED = """
            update status_list set bits = $3, document = $4, token = $5, signed_at = $6, suspended = $7, suspension_document = $8,
              version = version + 1
            where id = $1 and version = $2""";

    private final Database database;
    private final ListSigning signing;
    private final KeyedIds ids;

    public StatusLists(Database database, ListSigning signing, KeyedIds ids) {
        this.database = database;
        this.signing = signing;
        this.ids = ids;
    }

    /** The id of a tenant's list, which is part of its address. */
    public static String id(String tenant, int number) {
        return tenant + "-" + number;
    }

    /**
     * The next entries of a tenant, in one statement unless a list fills up on the way. What is taken and then not used is lost, which
     * costs a bit and nothing else.
     */
    public List<StatusEntry> take(SigningIssuer issuer, int count, Instant at) {
        List<StatusEntry> entries = new ArrayList<>(count);
        while (entries.size() < count) {
            Tuple params =
                    Tuple.of(issuer.issuer().tenant(), count - entries.size(), CAPACITY, at.atOffset(ZoneOffset.UTC));
            RowSet<Row> taken = database.query(TAKE, params);
            if (taken.size() == 0) {
                database.inTransaction(open(issuer, next(issuer.issuer().tenant())));
            }
            taken.forEach(row -> entries.addAll(entries(issuer, row)));
            if (issuer.profile().suspends()) {
                suspending(issuer, entries);
            }
        }
        return entries;
    }

    /**
     * Gives the lists of these entries their second half where they were opened before the tenant's credentials could be suspended: signed before any
     * credential names it. Here and not where the tenant chooses so, since another replica may open a list after that, by the choice of before.
     */
    public void suspending(SigningIssuer issuer, Collection<StatusEntry> entries) {
        String[] named = entries.stream().map(StatusEntry::list).distinct().toArray(String[]::new);
        ListChanges changes = new ListChanges();
        database.query(HALF, Tuple.of((Object) named)).forEach(row -> changes.suspends(row.getString("id")));
        if (!changes.lists().isEmpty()) {
            List<Write> writes = new ArrayList<>(List.of(IssuerKeys.inUse(issuer.keyNames())));
            writes.addAll(signedAnew(changes, Map.of(issuer.issuer().tenant(), issuer)));
            database.inTransaction(writes);
        }
    }

    /** The ids of all lists of a tenant. */
    public List<String> of(String tenant) {
        List<String> all = new ArrayList<>();
        database.query(ALL, Tuple.of(tenant)).forEach(row -> all.add(row.getString("id")));
        return all;
    }

    /** Guards that a tenant has these many lists, as was seen. */
    public static Write noMore(String tenant, int seen) {
        return Write.exactly(seen, ALL, Tuple.of(tenant));
    }

    /**
     * A new, signed, empty list, and when it is signed anew; nothing where another replica opened it meanwhile. Guarded by the keys that it is signed with:
     * whoever takes one of them away finds the list.
     */
    public List<Write> open(SigningIssuer issuer, int number) {
        String tenant = issuer.issuer().tenant();
        String id = id(tenant, number);
        ListBits bits = ListBits.empty(issuer.profile().suspends());
        SignedList list = signing.signed(issuer, id, bits);
        List<Write> writes = new ArrayList<>(List.of(IssuerKeys.inUse(issuer.keyNames())));
        writes.add(Write.any(
                OPEN,
                Tuple.from(Arrays.asList(
                        id,
                        tenant,
                        number,
                        Buffer.buffer(bits.revoked().bytes()),
                        list.revocations(),
                        list.token(),
                        list.signedAt(),
                        stored(bits.suspended()),
                        list.suspensions()))));
        writes.addAll(Renewal.set(List.of(Renewal.of(tenant, number, list.at()))));
        return writes;
    }

    /**
     * Lists signed anew, both halves of each at once; each write is guarded by the version it was made from.
     *
     * @param issuers of all their tenants
     */
    public List<Write> signedAnew(ListChanges changes, Map<String, SigningIssuer> issuers) {
        List<Write> writes = new ArrayList<>();
        if (changes.lists().isEmpty()) {
            return writes;
        }
        List<Timer> timers = new ArrayList<>();
        for (Row row : database.query(LOAD, Tuple.of(changes.lists().toArray(String[]::new)))) {
            String id = row.getString("id");
            SigningIssuer issuer = issuers.get(row.getString("tenant"));
            if (issuer == null) {
                throw new IllegalStateException("A status list belongs to an issuer");
            }
            ListBits bits = changes.after(id, bits(row));
            SignedList list = signing.signed(issuer, id, bits);
            writes.add(signed(id, row.getLong("version"), bits, list));
            timers.add(Renewal.of(issuer.issuer().tenant(), row.getInteger("number"), list.at()));
        }
        writes.addAll(Renewal.set(timers));
        return writes;
    }

    private static Write signed(String id, long version, ListBits bits, SignedList list) {
        return Write.exactly(
                1,
                SIGNED,
                Tuple.from(Arrays.asList(
                        id,
                        version,
                        Buffer.buffer(bits.revoked().bytes()),
                        list.revocations(),
                        list.token(),
                        list.signedAt(),
                        stored(bits.suspended()),
                        list.suspensions())));
    }

    private static ListBits bits(Row row) {
        var suspended = row.getBuffer("suspended");
        return new ListBits(
                Bitstring.of(row.getBuffer("bits").getBytes()),
                suspended == null ? null : Bitstring.of(suspended.getBytes()));
    }

    private static @Nullable Buffer stored(@Nullable Bitstring bits) {
        return bits == null ? null : Buffer.buffer(bits.bytes());
    }

    private int next(String tenant) {
        return database.query(NEXT, Tuple.of(tenant)).iterator().next().getInteger("number");
    }

    private List<StatusEntry> entries(SigningIssuer issuer, Row row) {
        String id = row.getString("id");
        IndexPermutation permutation = permutation(issuer.issuer().tenant(), id);
        List<StatusEntry> entries = new ArrayList<>();
        for (int n = row.getInteger("first"); n < row.getInteger("next"); n++) {
            entries.add(new StatusEntry(id, permutation.of(n)));
        }
        return entries;
    }

    /** The order in which a list gives its entries. */
    IndexPermutation permutation(String tenant, String list) {
        return new IndexPermutation(ids.digest(tenant, "status-list", list), Bitstring.ENTRIES);
    }
}
