package org.meritstream.log.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.EventFormat;
import org.meritstream.log.Inbound;
import org.meritstream.log.http.Outcome;
import org.meritstream.log.http.OutcomeStore;
import org.meritstream.log.http.Problem;

/** What became of commands, in PostgreSQL: written in the turn that decided them. */
@ApplicationScoped
public class Outcomes implements OutcomeStore {
    private static final String STORE = """
            insert into command_outcome (id, tenant, state, link, problem, decided_at)
            values ($1, $2, $3, $4, $5, $6) on conflict (id) do nothing""";
    private static final String FIND = "select tenant, state, link, problem from command_outcome where id = $1";

    private final Pool pool;

    public Outcomes(Pool pool) {
        this.pool = pool;
    }

    /**
     * What was asked of a service and is decided elsewhere, so that its outcome comes by another event than its own.
     *
     * @param id under which the edge took it
     * @param decidedAt when that was decided
     */
    public record Asked(UUID id, String tenant, Instant decidedAt) {
        static Asked by(Inbound command) {
            return new Asked(UUID.fromString(command.id()), command.data().tenant(), command.time());
        }
    }

    /** The command was carried out; the link says where its result is. */
    public static Write done(Inbound command, String link) {
        return done(Asked.by(command), link);
    }

    /** The command was refused, and why. */
    public static Write refused(Inbound command, Problem problem) {
        return refused(Asked.by(command), problem);
    }

    /** It was carried out; the link says where its result is. */
    public static Write done(Asked asked, String link) {
        return write(asked, "done", link, null);
    }

    /** It was refused, and why. */
    public static Write refused(Asked asked, Problem problem) {
        return write(asked, "refused", null, json(problem));
    }

    @Override
    public Uni<@Nullable Outcome> find(UUID command) {
        return pool.preparedQuery(FIND).execute(Tuple.of(command)).map(Outcomes::outcome);
    }

    private static Write write(Asked asked, String state, @Nullable String link, @Nullable String problem) {
        return Write.any(
                STORE,
                Tuple.of(
                        asked.id(),
                        asked.tenant(),
                        state,
                        link,
                        problem,
                        asked.decidedAt().atOffset(ZoneOffset.UTC)));
    }

    private static @Nullable Outcome outcome(RowSet<Row> rows) {
        if (!rows.iterator().hasNext()) {
            return null;
        }
        Row row = rows.iterator().next();
        Outcome.State state = row.getString("state").equals("done") ? Outcome.State.DONE : Outcome.State.REFUSED;
        String problem = row.getString("problem");
        return new Outcome(
                row.getString("tenant"), state, row.getString("link"), problem == null ? null : problem(problem));
    }

    private static String json(Problem problem) {
        try {
            return EventFormat.JSON.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A problem can always be written", e);
        }
    }

    private static Problem problem(String json) {
        try {
            return EventFormat.JSON.readValue(json, Problem.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was stored is a problem", e);
        }
    }
}
