package org.meritstream.events;

import java.time.Instant;
import java.util.UUID;

/** What was said of one learner's attempt at one activity. */
public sealed interface AttemptFact extends AssessmentEvent permits AssessmentCompleted, AssessmentWithdrawn {

    /** Whom it was said of. */
    UUID learner();

    /** Who said it. */
    SourceRef source();

    /** What was attempted. */
    ActivityRef activity();

    /** Which try, as far as the sender says. */
    Attempt attempt();

    /** The sender's time of the event. */
    Instant occurredAt();

    /** When it reached Meritstream. */
    Instant receivedAt();

    /** The raw delivery that brought it. */
    UUID delivery();
}
