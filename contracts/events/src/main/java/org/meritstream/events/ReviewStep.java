package org.meritstream.events;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What calls for a person's look beside the work itself, and what an appeal came to where that is no review. */
@JsonSubTypes({
    @JsonSubTypes.Type(value = ReviewStep.Requested.class, name = "requested"),
    @JsonSubTypes.Type(value = ReviewStep.Appealed.class, name = "appealed"),
    @JsonSubTypes.Type(value = ReviewStep.Settled.class, name = "settled")
})
public sealed interface ReviewStep extends Fact.OfAchievement {

    /**
     * Somebody asked that reviewers look at something that is shown and not handed in.
     *
     * @param number which try, counted from 1
     */
    record Requested(String id, String criterion, int number, Instant requestedAt) implements ReviewStep {
        public Requested {
            Limits.counted("number", number);
        }

        @Override
        public Instant ownTime() {
            return requestedAt;
        }
    }

    /**
     * The learner does not accept a decision. Why stays in the store.
     *
     * @param criterion whose review it is against, or null where it is against a finding of misconduct
     * @param number of the try that was decided on, or null
     * @param misconduct id of the finding it is against, or null where it is against a review
     */
    record Appealed(
            String id,
            @Nullable String criterion,
            @Nullable Integer number,
            @Nullable String misconduct,
            Instant appealedAt)
            implements ReviewStep {
        public Appealed {
            Limits.that((criterion == null) == (number == null), "criterion and number belong together");
            Limits.that((criterion == null) != (misconduct == null), "it is against a review or a misconduct");
        }

        @Override
        public Instant ownTime() {
            return appealedAt;
        }
    }

    /**
     * An appeal against a finding of misconduct was decided.
     *
     * @param misconduct id of the finding
     * @param reviewer an opaque id of who decided
     * @param stands whether the finding stands; else it is as if it had never been
     */
    record Settled(String id, String misconduct, String reviewer, boolean stands, Instant settledAt)
            implements ReviewStep {
        @Override
        public Instant ownTime() {
            return settledAt;
        }
    }
}
