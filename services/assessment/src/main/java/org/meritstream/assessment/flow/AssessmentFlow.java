package org.meritstream.assessment.flow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.meritstream.log.BatchHandler;
import org.meritstream.log.Turns;
import org.meritstream.log.postgres.PostgresJournal;

/** Puts the service's work into the loop. */
@ApplicationScoped
class AssessmentFlow {

    @Produces
    @ApplicationScoped
    BatchHandler handler(AssessmentWork work, PostgresJournal journal) {
        return new Turns<>(work, journal);
    }
}
