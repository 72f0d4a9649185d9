package org.meritstream.walletsync.flow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.meritstream.log.BatchHandler;
import org.meritstream.log.Turns;
import org.meritstream.walletsync.journal.MongoJournal;

/** Gives the loop this service's work over this service's journal. */
@ApplicationScoped
public class WalletSyncFlow {

    @Produces
    @ApplicationScoped
    BatchHandler handler(WalletWork work, MongoJournal journal) {
        return new Turns<>(work, journal);
    }
}
