package org.meritstream.walletsync.flow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
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

    /** When an entry is stored is told by the journal, which has no server's clock to ask. */
    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }
}
