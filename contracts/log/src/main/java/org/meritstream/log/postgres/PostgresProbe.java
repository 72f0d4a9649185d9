package org.meritstream.log.postgres;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import org.meritstream.log.StoreProbe;

/** Asks PostgreSQL for nothing, over the pool that the loop and the edges use. */
@ApplicationScoped
public class PostgresProbe implements StoreProbe {
    private final Pool pool;

    public PostgresProbe(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Void> ask() {
        return pool.query("select 1").execute().replaceWithVoid();
    }
}
