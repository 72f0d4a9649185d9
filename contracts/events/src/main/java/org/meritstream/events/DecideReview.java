package org.meritstream.events;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Record what a reviewer decided. What was written to the learner stays in the store.
 *
 * @param review id of the review
 * @param reviewer an opaque id of who decides
 * @param reviewerLearner the reviewer's own learner id, or null where they are no learner: nobody judges their own work
 * @param level the verdict where the criterion has a rubric
 * @param passed the verdict where it has none
 * @param stands the verdict on a finding of misconduct
 * @param feedback digest of what was written, or null where nothing was
 */
public record DecideReview(
        String tenant,
        UUID learner,
        String achievement,
        UUID review,
        String reviewer,
        @Nullable UUID reviewerLearner,
        @Nullable String level,
        @Nullable Boolean passed,
        @Nullable Boolean stands,
        @Nullable String feedback)
        implements EvidenceCommand {
    public DecideReview {
        Limits.slug("achievement", achievement);
        Limits.present("reviewer", reviewer);
        Limits.that(
                (level != null ? 1 : 0) + (passed != null ? 1 : 0) + (stands != null ? 1 : 0) == 1,
                "one of level, passed and stands is the verdict");
        if (feedback != null) {
            Limits.digest("feedback", feedback);
        }
    }

    @Override
    public String aggregate() {
        return EventData.of(learner);
    }
}
