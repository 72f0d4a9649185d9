package org.meritstream.log.postgres;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import org.meritstream.log.Contended;

/** Writes of one turn on one connection. */
final class Writes {
    private Writes() {}

    static Uni<Void> run(SqlConnection connection, List<Write> writes) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (Write write : writes) {
            done = done.chain(() -> run(connection, write));
        }
        return done;
    }

    private static Uni<Void> run(SqlConnection connection, Write write) {
        return connection
                .preparedQuery(write.sql())
                .execute(write.params())
                .invoke(rows -> check(write, rows))
                .replaceWithVoid();
    }

    private static void check(Write write, RowSet<Row> rows) {
        if (write.expected() != Write.ANY && rows.rowCount() != write.expected()) {
            throw new Contended("a statement changed " + rows.rowCount() + " rows, not " + write.expected());
        }
    }
}
