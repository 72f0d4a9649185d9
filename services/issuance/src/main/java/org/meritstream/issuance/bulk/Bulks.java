package org.meritstream.issuance.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.BulkOperation;
import org.meritstream.events.EventFormat;
import org.meritstream.events.RevocationReason;
import org.meritstream.events.SuspensionReason;
import org.meritstream.log.LogConfig;
import org.meritstream.log.http.Problem;
import org.meritstream.log.postgres.Database;
import org.meritstream.log.postgres.Write;

/** Bulk operations in PostgreSQL, as turns read and write them. */
@ApplicationScoped
public class Bulks {
    /** As large as a batch is by default; a larger one would hold the partition for longer than what waits behind it likes. */
    private static final int LARGEST = 500;
    /** Of the tenant's credentials so many for each of a slice are looked at at most, or a selection that fits few would hold the turn for all of them. */
    private static final int LOOKED_AT = 40;
    /** Endorsements and records in a slice: a record may hold fifty credentials. */
    private static final int MOST_DOCUMENTS = 16;

    /**
     * Whether credential {@code c} is one of those of operation {@code b}. What is issued while it runs is none of them, or it would do to its own
     * credentials what it did to the former ones; what a key signed is, whenever that was.
     */
    static final String MATCHES = """
            c.tenant = b.tenant
              and (b.achievement is null or c.achievement = b.achievement) and (b.version is null or c.version = b.version)
              and (b.issued_from is null or c.issued_at >= b.issued_from)
              and (b.issued_before is null or c.issued_at < b.issued_before)
              and (b.credential_state is null
                or b.credential_state = case when c.revoked_at is null then 'ISSUED' else 'REVOKED' end)
              and (b.methods is not null or c.issued_at < b.begun_at)
              and exists (select 1 from securing s where s.credential = c.id and s.value is not null
                and (b.methods is null or s.verification_method = any(b.methods)))""";

    /** The next of operation {@code b} after the one that it has come to. What was named and is not there is told so. */
    static final String NEXT = """
            (select c.id as credential, c.award, c.learner from credential c
              where b.credentials is null and c.id > b.reached and c.id <= b.horizon and %s order by c.id limit $1)
            union all
            (select n.id, c.award, c.learner from (select distinct id from unnest(b.credentials) as u(id)) n
              left join credential c on c.id = n.id and c.tenant = b.tenant
              where n.id > b.reached order by n.id limit $1)""".formatted(MATCHES);

    private static final String LOAD = """
            select b.id, b.tenant, b.operation, b.reason, b.begun_at, b.slices, b.over, b.horizon, b.reached, b.methods is not null as of_key,
              s.credential, s.award, s.learner
            from (select o.id, o.tenant, o.operation, o.reason, o.begun_at, o.slices, o.over, o.reached, o.methods, o.credentials,
                o.achievement, o.version, o.issued_from, o.issued_before, o.credential_state, coalesce(
                (select c.id from credential c where o.credentials is null and not o.over and c.tenant = o.tenant and c.id > o.reached
                  order by c.id offset $3 limit 1),
                '%s'::uuid) as horizon
              from bulk o where o.id = any($2::uuid[])) b
            left join lateral (%s) s on not b.over
            order by b.id, s.credential""".formatted(Slice.END, NEXT);

    /**
     * What else the keys of operation {@code b} signed, and was not looked at yet: first endorsements, then records, which hold credentials. Where nothing says by
     * what it was signed, as a replica of the release before leaves it, it may have been by them.
     */
    static final String DOCUMENTS = """
            (select d.id, d.kind from (
              select e.id, 1 as kind from endorsement e where e.tenant = b.tenant and e.secured is not null and (e.signed_by is null or e.signed_by && b.methods)
              union all
              select r.id, 2 from learner_record r where r.tenant = b.tenant and r.secured is not null and (r.signed_by is null or r.signed_by && b.methods)) d
            where not exists (select 1 from bulk_row w where w.bulk = b.id and w.credential = d.id))""";

    private static final String NEXT_DOCUMENTS =
            "select d.id from bulk b, lateral " + DOCUMENTS + " d where b.id = $1 order by d.kind, d.id limit $2";

    private static final String METHODS = "select methods from bulk where id = $1 and methods is not null";

    private static final String BEGIN = """
            insert into bulk (id, tenant, operation, reason, begun_at, credentials, achievement, version, issued_from, issued_before,
              credential_state, methods, total)
            values ($1, $2, $3, $4, $5, $6::uuid[], $7, $8, $9, $10, $11, $12::text[],
              case when $6::uuid[] is null then null else (select count(distinct id) from unnest($6::uuid[]) as u(id)) end)""";

    private static final String GO_ON = """
            update bulk set reached = $3, slices = $4, over = $5, done = done + $6, refused = refused + $7
            where id = $1 and tenant = $2 and slices = $4 - 1 and not over""";
    private static final String ROWS = """
            insert into bulk_row (bulk, credential, result, problem)
            select $1, * from unnest($2::uuid[], $3::uuid[], $4::text[])""";

    private final Database database;
    private final int most;

    Bulks(Database database, LogConfig config) {
        this.database = database;
        this.most = Math.min(config.log().batch(), LARGEST);
    }

    /** The next slices of these, by operation. */
    public Map<UUID, Slice> next(Collection<UUID> bulks) {
        Map<UUID, Slice> slices = new HashMap<>();
        if (bulks.isEmpty()) {
            return slices;
        }
        Map<UUID, Bulk> found = new LinkedHashMap<>();
        Map<UUID, List<Slice.Item>> items = new HashMap<>();
        Map<UUID, UUID> horizons = new HashMap<>();
        Set<UUID> withDocuments = new HashSet<>();
        Set<UUID> atDocuments = new HashSet<>();
        for (Row row : database.query(LOAD, Tuple.of(most, bulks.toArray(UUID[]::new), most * LOOKED_AT - 1))) {
            Bulk bulk = found.computeIfAbsent(row.getUUID("id"), id -> bulk(row));
            List<Slice.Item> of = items.computeIfAbsent(bulk.id(), id -> new ArrayList<>());
            horizons.put(bulk.id(), row.getUUID("horizon"));
            if (row.getBoolean("of_key")) {
                (row.getUUID("reached").equals(Slice.END) ? atDocuments : withDocuments).add(bulk.id());
            }
            if (row.getUUID("credential") != null) {
                of.add(item(row));
            }
        }
        found.forEach((id, bulk) -> {
            List<Slice.Item> all = items.getOrDefault(id, List.of());
            Slice next = slice(bulk, all, horizons.getOrDefault(id, Slice.END)).apart();
            slices.put(
                    id,
                    atDocuments.contains(id)
                            ? documents(bulk)
                            : withDocuments.contains(id) && next.last() ? next.goingOn() : next);
        });
        return slices;
    }

    private Slice slice(Bulk bulk, List<Slice.Item> all, UUID horizon) {
        return all.size() == most
                ? new Slice(bulk, all, false, all.getLast().credential())
                : new Slice(bulk, all, horizon.equals(Slice.END), horizon);
    }

    private Slice documents(Bulk bulk) {
        int most = Math.min(this.most, MOST_DOCUMENTS);
        List<Slice.Item> all = new ArrayList<>();
        for (Row row : database.query(NEXT_DOCUMENTS, Tuple.of(bulk.id(), most))) {
            all.add(new Slice.Item(row.getUUID("id"), null, null));
        }
        return new Slice(bulk, all, all.size() < most, Slice.END, true);
    }

    /** The names of the keys whose signatures an operation makes anew; none where it is about none. */
    public Set<String> methods(UUID bulk) {
        Set<String> methods = new HashSet<>();
        database.query(METHODS, Tuple.of(bulk))
                .forEach(row -> methods.addAll(List.of(row.getArrayOfStrings("methods"))));
        return methods;
    }

    static Slice.Item item(Row row) {
        return new Slice.Item(row.getUUID("credential"), row.getUUID("award"), row.getUUID("learner"));
    }

    private static Bulk bulk(Row row) {
        String reason = row.getString("reason");
        BulkOperation operation = BulkOperation.valueOf(row.getString("operation"));
        return new Bulk(
                row.getUUID("id"),
                row.getString("tenant"),
                operation,
                operation == BulkOperation.REVOKE ? RevocationReason.valueOf(reason) : null,
                operation == BulkOperation.SUSPEND ? SuspensionReason.valueOf(reason) : null,
                row.getOffsetDateTime("begun_at").toInstant(),
                row.getInteger("slices"),
                row.getBoolean("over"));
    }

    /** One that begins. */
    public static Write begin(Bulk bulk, Selection selection) {
        List<@Nullable Object> params = new ArrayList<>(
                Arrays.asList(bulk.id(), bulk.tenant(), bulk.operation().name(), bulk.why(), time(bulk.begunAt())));
        params.addAll(params(selection));
        return Write.exactly(1, BEGIN, Tuple.from(params));
    }

    /** A selection as statements take it: seven parameters. */
    static List<@Nullable Object> params(Selection selection) {
        return Arrays.asList(
                selection.credentials() == null ? null : selection.credentials().toArray(UUID[]::new),
                selection.achievement(),
                selection.version(),
                time(selection.issuedFrom()),
                time(selection.issuedBefore()),
                selection.state() == null ? null : selection.state().name(),
                selection.methods() == null ? null : selection.methods().toArray(String[]::new));
    }

    /**
     * A slice was done; its number guards that nobody else did it.
     *
     * @param verdicts one for each of its credentials
     */
    public static List<Write> wentOn(Slice slice, Map<UUID, Verdict> verdicts) {
        Bulk after = slice.bulk().wentOn(slice.last());
        List<UUID> seen = slice.items().stream().map(Slice.Item::credential).toList();
        long done = verdicts.values().stream()
                .filter(Verdict.Done.class::isInstance)
                .count();
        List<Write> writes = new ArrayList<>();
        writes.add(Write.exactly(
                1,
                GO_ON,
                Tuple.from(List.of(
                        after.id(),
                        after.tenant(),
                        slice.reached(),
                        after.slices(),
                        after.over(),
                        done,
                        seen.size() - done))));
        if (!seen.isEmpty()) {
            writes.add(Write.exactly(
                    seen.size(),
                    ROWS,
                    Tuple.of(
                            after.id(),
                            seen.toArray(UUID[]::new),
                            seen.stream().map(id -> result(verdicts.get(id))).toArray(UUID[]::new),
                            seen.stream().map(id -> problem(verdicts.get(id))).toArray(String[]::new))));
        }
        writes.addAll(BulkChain.beneath(after));
        return writes;
    }

    private static @Nullable UUID result(@Nullable Verdict verdict) {
        return verdict instanceof Verdict.Done done ? done.result() : null;
    }

    private static @Nullable String problem(@Nullable Verdict verdict) {
        return verdict instanceof Verdict.Refused refused ? json(refused.problem()) : null;
    }

    private static String json(Problem problem) {
        try {
            return EventFormat.JSON.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A problem can always be written", e);
        }
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
