package org.meritstream.issuance.imports;

import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.ConcludeImport;
import org.meritstream.events.ForeignCredential;
import org.meritstream.events.ImportRequested;
import org.meritstream.log.postgres.Database;
import org.meritstream.log.postgres.Write;

/**
 * Credentials of other issuers in PostgreSQL. What was handed in is there until it has been looked at; of what is held there is who holds it, what
 * it is, and what its status is read by.
 */
@ApplicationScoped
public class ForeignCredentials {
    private static final String COLUMNS = "request, tenant, learner, state, issuer, achievement, credential";
    private static final String LOAD = "select " + COLUMNS + " from foreign_credential where request = any($1::uuid[])";
    private static final String HOLDINGS = "select f." + COLUMNS.replace(", ", ", f.") + """
         from unnest($1::text[], $2::uuid[], $3::text[], $4::text[]) as k(tenant, learner, issuer, credential)
        join foreign_credential f on f.state = 'HELD' and f.tenant = k.tenant and f.learner = k.learner
          and f.issuer = k.issuer and f.credential = k.credential\
        """;
    private static final String REQUESTED = """
        insert into foreign_credential (request, tenant, learner, state, body, requested_at, look_at)
        values ($1, $2, $3, 'REQUESTED', $4, $5, $5) on conflict (request) do nothing\
        """;
    private static final String HELD = """
        insert into foreign_credential (request, tenant, learner, state, issuer, achievement, credential, valid_until, watched, look_at)
        values ($1, $2, $3, 'HELD', $4, $5, $6, $7, $8, $9)
        on conflict (request) do update set state = 'HELD', body = null, issuer = excluded.issuer,
          achievement = excluded.achievement, credential = excluded.credential, valid_until = excluded.valid_until,
          watched = excluded.watched, look_at = excluded.look_at, taken_until = excluded.taken_until\
        """;
    private static final String DELAYED = """
        update foreign_credential set look_at = $2, taken_until = '-infinity', faults = faults + 1
        where request = $1 and state = 'REQUESTED'\
        """;
    private static final String OVER = """
        insert into foreign_credential (request, tenant, learner, state) values ($1, $2, $3, 'OVER')
        on conflict (request) do update set state = 'OVER', body = null, issuer = null, achievement = null,
          credential = null, valid_until = null, watched = null, look_at = null\
        """;
    /** Rows that another replica is taking are passed over, not waited for. Counted here: a look that ends its process tells nobody that it failed. */
    private static final String TAKE = """
        update foreign_credential f set taken_until = $2, takings = f.takings + 1 from (
          select request from foreign_credential where look_at <= $1 and taken_until <= $1
          order by look_at, request limit $3 for update skip locked) as d
        where f.request = d.request
        returning f.request, f.tenant, f.learner, f.body, f.requested_at, f.watched, f.valid_until, f.look_at, f.faults, f.takings\
        """;

    private static final String LATER = """
        update foreign_credential set look_at = $3, taken_until = '-infinity' where request = $1 and look_at = $2\
        """;

    private static final String ENDED = "update foreign_credential set takings = 0 where request = $1";

    private final Database database;

    ForeignCredentials(Database database) {
        this.database = database;
    }

    /** What the store knows of what these commands conclude. */
    public KnownImports load(Collection<ConcludeImport> commands) {
        KnownImports known = new KnownImports();
        if (commands.isEmpty()) {
            return known;
        }
        UUID[] requests = commands.stream().map(ConcludeImport::request).toArray(UUID[]::new);
        database.query(LOAD, Tuple.of(requests)).forEach(row -> known.add(known(row)));
        List<ConcludeImport> found =
                commands.stream().filter(command -> command.found() != null).toList();
        if (!found.isEmpty()) {
            database.query(HOLDINGS, holdings(found)).forEach(row -> known.add(known(row)));
        }
        return known;
    }

    /** Sets down what is to be looked at. */
    public static Write requested(ImportRequested said) {
        return Write.any(
                REQUESTED,
                Tuple.of(
                        said.request(),
                        said.tenant(),
                        said.learner(),
                        Buffer.buffer(said.handedIn()),
                        time(said.requestedAt())));
    }

    /** It is held; what was handed in goes. */
    public static Write held(ConcludeImport command, ForeignCredential found) {
        return Write.any(
                HELD,
                Tuple.tuple()
                        .addUUID(command.request())
                        .addString(command.tenant())
                        .addUUID(command.learner())
                        .addString(found.issuer())
                        .addString(found.achievement())
                        .addString(found.id())
                        .addOffsetDateTime(time(found.validUntil()))
                        .addString(found.watched())
                        .addOffsetDateTime(time(found.lookAgainAt())));
    }

    /** It is looked at again at a later time; what was handed in is kept until then. */
    public static Write delayed(ConcludeImport command, Instant next) {
        return Write.any(DELAYED, Tuple.of(command.request(), time(next)));
    }

    /** It is not held, or no longer; what was handed in goes. */
    public static Write over(ConcludeImport command) {
        return Write.any(OVER, Tuple.of(command.request(), command.tenant(), command.learner()));
    }

    /**
     * The first that are due to be looked at and that no other replica has in hand, at most so many.
     *
     * @param until when this replica is to be taken for dead
     */
    List<Due> take(Instant now, Instant until, int most) {
        List<Due> due = new ArrayList<>();
        for (Row row : database.query(TAKE, Tuple.of(time(now), time(until), most))) {
            due.add(due(row));
        }
        return due;
    }

    /** It is to be looked at later; nothing, where somebody else has said so meanwhile. */
    void later(Due due, @Nullable Instant next) {
        database.query(LATER, Tuple.of(due.request(), time(due.lookAt()), time(next)));
    }

    /** Whoever looked at it is still there, whatever came of it. */
    void ended(Due due) {
        database.query(ENDED, Tuple.of(due.request()));
    }

    private static Due due(Row row) {
        OffsetDateTime validUntil = row.getOffsetDateTime("valid_until");
        Due.Kind kind = row.getBuffer("body") == null
                ? new Due.Again(row.getString("watched"), validUntil == null ? null : validUntil.toInstant())
                : new Due.First(
                        Buffer.buffer(row.getBuffer("body").getBytes()),
                        row.getOffsetDateTime("requested_at").toInstant());
        return new Due(
                row.getUUID("request"),
                row.getString("tenant"),
                row.getUUID("learner"),
                row.getOffsetDateTime("look_at").toInstant(),
                row.getInteger("faults"),
                row.getInteger("takings"),
                kind);
    }

    private static KnownImports.Known known(Row row) {
        return new KnownImports.Known(
                row.getUUID("request"),
                row.getString("tenant"),
                row.getUUID("learner"),
                ImportState.valueOf(row.getString("state")),
                row.getString("issuer"),
                row.getString("achievement"),
                row.getString("credential"));
    }

    private static Tuple holdings(List<ConcludeImport> commands) {
        List<ForeignCredential> found =
                commands.stream().map(ConcludeImport::found).toList();
        return Tuple.of(
                commands.stream().map(ConcludeImport::tenant).toArray(String[]::new),
                commands.stream().map(ConcludeImport::learner).toArray(UUID[]::new),
                found.stream().map(ForeignCredential::issuer).toArray(String[]::new),
                found.stream().map(ForeignCredential::id).toArray(String[]::new));
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
