package org.meritstream.log.postgres;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.meritstream.log.RecordFault;
import org.meritstream.log.StoreFault;

/**
 * PostgreSQL as the loop's thread uses it: the reactive client, awaited with a bound. Hibernate Reactive above the same pool serves the
 * edges; the loop wants one statement per table and batch, which is the client's own ground.
 */
@ApplicationScoped
public class Database {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Pool pool;

    public Database(Pool pool) {
        this.pool = pool;
    }

    /**
     * Runs one statement.
     *
     * @throws RecordFault when PostgreSQL refuses the data
     * @throws StoreFault when it refuses the statement, whatever the data
     */
    public RowSet<Row> query(String sql, Tuple params) {
        return await(pool.preparedQuery(sql).execute(params));
    }

    /** Runs statements in one transaction, which is rolled back when anything fails. */
    public <T> T inTransaction(Function<SqlConnection, Uni<T>> statements) {
        return await(pool.withTransaction(statements));
    }

    /** Runs writes in one transaction, in order, checking how many rows each changed. */
    public void inTransaction(List<Write> writes) {
        inTransaction(connection -> Writes.run(connection, writes));
    }

    private static <T> T await(Uni<T> statement) {
        try {
            return statement.await().atMost(PATIENCE);
        } catch (RuntimeException fault) {
            throw Refusal.of(fault);
        }
    }
}
