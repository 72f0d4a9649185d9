package org.meritstream.issuance.flow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.meritstream.log.BatchHandler;
import org.meritstream.log.Turns;
import org.meritstream.log.postgres.PostgresJournal;

/** Gives the loop this service's work over this service's journal. */
@ApplicationScoped
public class IssuanceFlow {

    /** For what happens in this moment, and is no decision. */
    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @ApplicationScoped
    BatchHandler handler(IssuanceWork work, PostgresJournal journal) {
        return new Turns<>(work, journal);
    }
}
