package org.meritstream.log.postgres;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.meritstream.log.Contended;
import org.meritstream.log.Handled;
import org.meritstream.log.Inbound;
import org.meritstream.log.Journal;
import org.meritstream.log.MessageCodec;
import org.meritstream.log.Turn;

/** Handled rows and effects in one PostgreSQL transaction. */
@ApplicationScoped
public class PostgresJournal implements Journal<Write> {
    private static final String KNOWN = "select id, cause, emitted from handled where id = any($1::text[])";
    private static final String LOCKS =
            "select pg_advisory_xact_lock(hashtextextended(k, 0)) from unnest($1::text[]) with ordinality as l(k, n) order by n";
    private static final String HANDLED = """
            insert into handled (id, cause, emitted)
            select * from unnest($1::text[], $2::text[], $3::bytea[]) on conflict (id) do nothing""";

    private final Database database;

    public PostgresJournal(Database database) {
        this.database = database;
    }

    @Override
    public Map<String, Handled> known(Collection<Inbound> events) {
        String[] ids = events.stream().map(Inbound::id).toArray(String[]::new);
        Map<String, Handled> known = new HashMap<>();
        for (Row row : database.query(KNOWN, Tuple.of(ids))) {
            Handled handled = new Handled(
                    row.getString("id"),
                    row.getString("cause"),
                    MessageCodec.decodeAll(row.getBuffer("emitted").getBytes()));
            known.put(handled.id(), handled);
        }
        return known;
    }

    @Override
    public void commit(Turn<Write> turn) {
        database.inTransaction(connection -> lock(connection, turn)
                .chain(() -> handled(connection, turn.handled()))
                .chain(() -> Writes.run(connection, turn.writes())));
    }

    /** Taken in ascending order by all, so no two turns wait for each other. */
    private static Uni<Void> lock(SqlConnection connection, Turn<Write> turn) {
        if (turn.locks().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        String[] keys = turn.locks().toArray(String[]::new);
        return connection.preparedQuery(LOCKS).execute(Tuple.of(keys)).replaceWithVoid();
    }

    private static Uni<Void> handled(SqlConnection connection, List<Handled> handled) {
        String[] ids = handled.stream().map(Handled::id).toArray(String[]::new);
        String[] causes = handled.stream().map(Handled::cause).toArray(String[]::new);
        Buffer[] emitted = handled.stream()
                .map(h -> Buffer.buffer(MessageCodec.encodeAll(h.emitted())))
                .toArray(Buffer[]::new);
        return connection
                .preparedQuery(HANDLED)
                .execute(Tuple.of(ids, causes, emitted))
                .invoke(rows -> check(handled, rows))
                .replaceWithVoid();
    }

    private static void check(List<Handled> handled, RowSet<Row> rows) {
        if (rows.rowCount() != handled.size()) {
            throw new Contended("an event was handled by another replica meanwhile");
        }
    }
}
