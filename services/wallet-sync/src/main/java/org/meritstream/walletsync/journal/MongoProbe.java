package org.meritstream.walletsync.journal;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.meritstream.log.StoreProbe;

/** Asks MongoDB for a sign of life. */
@ApplicationScoped
public class MongoProbe implements StoreProbe {
    private final WalletDatabase database;

    public MongoProbe(WalletDatabase database) {
        this.database = database;
    }

    @Override
    public Uni<Void> ask() {
        return database.ping();
    }
}
