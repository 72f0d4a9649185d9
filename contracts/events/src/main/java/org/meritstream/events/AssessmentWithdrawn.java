package org.meritstream.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An earlier result or completion no longer stands. It supersedes what was said before of the same activity and attempt.
 */
public record AssessmentWithdrawn(
        String tenant,
        UUID learner,
        boolean provisional,
        SourceRef source,
        ActivityRef activity,
        @Nullable ActivityRef course,
        Attempt attempt,
        WithdrawalReason reason,
        Instant occurredAt,
        Instant receivedAt,
        UUID delivery,
        String rawDigest)
        implements AttemptFact {

    @Override
    public String aggregate() {
        return EventData.of(learner);
    }
}
