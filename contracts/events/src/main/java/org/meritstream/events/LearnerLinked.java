package org.meritstream.events;

import java.time.Instant;
import java.util.UUID;

/**
 * An account without a person turned out to be a known learner: what was held for the provisional id belongs to the learner from now on.
 */
public record LearnerLinked(String tenant, UUID provisional, UUID learner, Instant linkedAt)
        implements AssessmentEvent {
    public LearnerLinked {
        Limits.that(!provisional.equals(learner), "a learner cannot be linked to itself");
    }

    @Override
    public String aggregate() {
        return EventData.of(provisional);
    }
}
