package org.meritstream.log.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
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

    /** The command was carried out; the link says where its result is. */
    public static Write done(Inbound command, String link) {
        return write(command, "done", link, null);
    }

    /** The command was refused, and why. */
    public static Write refused(Inbound command, Problem problem) {
        return write(command, "refused", null, json(problem));
    }

    @Override
    public Uni<@Nullable Outcome> find(UUID command) {
        return pool.preparedQuery(FIND).execute(Tuple.of(command)).map(Outcomes::outcome);
    }

    private static Write write(Inbound command, String state, @Nullable String link, @Nullable String problem) {
        return Write.any(
                STORE,
                Tuple.of(
                        UUID.fromString(command.id()),
                        command.data().tenant(),
                        state,
                        link,
                        problem,
                        command.time().atOffset(ZoneOffset.UTC)));
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
