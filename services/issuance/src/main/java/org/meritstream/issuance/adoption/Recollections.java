package org.meritstream.issuance.adoption;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.CredentialDocument;
import org.meritstream.events.CredentialExpired;
import org.meritstream.events.CredentialIssued;
import org.meritstream.events.CredentialReinstated;
import org.meritstream.events.CredentialRevoked;
import org.meritstream.events.CredentialSuperseded;
import org.meritstream.events.CredentialSuspended;
import org.meritstream.events.EventData;
import org.meritstream.events.EventFormat;
import org.meritstream.events.EventType;
import org.meritstream.log.postgres.Database;
import org.meritstream.log.postgres.Write;

/** What was read back and is not placed yet, in PostgreSQL. */
@ApplicationScoped
public class Recollections {
    /** Of each kind the last that was read stands, of what may be told late the last that came to be ({@link Recollection#and}). */
    private static final String KEEP = """
            insert into recollection as r (credential, tenant, issued, document, revoked, expired, superseded, suspended, reinstated)
            select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
              $8::text[], $9::text[])
            on conflict (credential) do update set issued = coalesce(excluded.issued, r.issued),
              document = case when (r.document::json ->> 'state' = 'REVOKED', (r.document::json ->> 'updatedAt')::timestamptz)
                  > (excluded.document::json ->> 'state' = 'REVOKED', (excluded.document::json ->> 'updatedAt')::timestamptz)
                then r.document else coalesce(excluded.document, r.document) end, revoked = coalesce(excluded.revoked, r.revoked),
              expired = coalesce(excluded.expired, r.expired), superseded = coalesce(excluded.superseded, r.superseded),
              suspended = case when (r.suspended::json ->> 'number')::int > (excluded.suspended::json ->> 'number')::int
                then r.suspended else coalesce(excluded.suspended, r.suspended) end,
              reinstated = case when (r.reinstated::json ->> 'number')::int > (excluded.reinstated::json ->> 'number')::int
                then r.reinstated else coalesce(excluded.reinstated, r.reinstated) end""";

    private static final String ERASE = "update recollection set document = null where credential = any($1::uuid[])";
    private static final String FIRST = """
            select credential, tenant, issued, document, revoked, expired, superseded, suspended, reinstated
            from recollection where credential > $1 order by credential limit $2""";
    private static final String PLACED = "delete from recollection where credential = any($1::uuid[])";
    private static final String LEFT = "select count(*) as n from recollection";

    private final Database database;

    public Recollections(Database database) {
        this.database = database;
    }

    /** Remembers them beside what is remembered; each credential once. */
    static Write keep(Collection<Recollection> said) {
        return Write.any(
                KEEP,
                Tuple.from(Arrays.asList(
                        said.stream().map(Recollection::credential).toArray(UUID[]::new),
                        said.stream().map(Recollection::tenant).toArray(String[]::new),
                        column(said, Recollection::issued),
                        column(said, Recollection::document),
                        column(said, Recollection::revoked),
                        column(said, Recollection::expired),
                        column(said, Recollection::superseded),
                        column(said, Recollection::suspended),
                        column(said, Recollection::reinstated))));
    }

    /** The documents of these are gone. */
    static Write erase(Collection<UUID> credentials) {
        return Write.any(ERASE, Tuple.of((Object) credentials.toArray(UUID[]::new)));
    }

    /** These are where they belong. */
    static Write placed(Collection<UUID> credentials) {
        return Write.any(PLACED, Tuple.of((Object) credentials.toArray(UUID[]::new)));
    }

    /** The next after a credential. */
    List<Recollection> after(UUID credential, int most) {
        List<Recollection> next = new ArrayList<>();
        for (Row row : database.query(FIRST, Tuple.of(credential, most))) {
            next.add(new Recollection(
                    row.getUUID("credential"),
                    row.getString("tenant"),
                    data(EventType.CREDENTIAL_ISSUED, CredentialIssued.class, row.getString("issued")),
                    data(EventType.CREDENTIAL_DOCUMENT, CredentialDocument.class, row.getString("document")),
                    data(EventType.CREDENTIAL_REVOKED, CredentialRevoked.class, row.getString("revoked")),
                    data(EventType.CREDENTIAL_EXPIRED, CredentialExpired.class, row.getString("expired")),
                    data(EventType.CREDENTIAL_SUPERSEDED, CredentialSuperseded.class, row.getString("superseded")),
                    data(EventType.CREDENTIAL_SUSPENDED, CredentialSuspended.class, row.getString("suspended")),
                    data(EventType.CREDENTIAL_REINSTATED, CredentialReinstated.class, row.getString("reinstated"))));
        }
        return next;
    }

    /** How many could not be placed. */
    long left() {
        return database.query(LEFT, Tuple.tuple()).iterator().next().getLong("n");
    }

    private static @Nullable String[] column(
            Collection<Recollection> said, Function<Recollection, @Nullable EventData> kind) {
        return said.stream().map(kind).map(Recollections::json).toArray(String[]::new);
    }

    private static @Nullable String json(@Nullable EventData data) {
        return data == null ? null : new String(EventFormat.bytes(data), StandardCharsets.UTF_8);
    }

    private static <T extends EventData> @Nullable T data(EventType type, Class<T> record, @Nullable String json) {
        return json == null ? null : record.cast(EventFormat.data(type, json.getBytes(StandardCharsets.UTF_8)));
    }
}
