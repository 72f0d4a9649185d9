package org.meritstream.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A normalised result, completion or mastery of one learner in one activity. Numbers, enums and digests only.
 *
 * @param provisional whether the account is joined to no person yet
 * @param course what the activity belongs to, if the sender says
 * @param score null where the sender gave none
 * @param passed null unless the sender's own meaning is certain; the rule decides then
 * @param completedAt when the learner finished; else when it was graded; else the event's own time
 * @param occurredAt the sender's time of the event: facts are ordered by gradedAt, occurredAt, receivedAt, id
 * @param rawDigest {@code sha-256:<hex>} of the raw delivery
 */
public record AssessmentCompleted(
        String tenant,
        UUID learner,
        boolean provisional,
        AssessmentKind kind,
        SourceRef source,
        ActivityRef activity,
        @Nullable ActivityRef course,
        Attempt attempt,
        @Nullable Score score,
        @Nullable Boolean passed,
        ResultStatus status,
        Instant completedAt,
        @Nullable Instant gradedAt,
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
