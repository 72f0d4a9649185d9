package org.meritstream.evidence.reviews;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.ReviewSeat;
import org.meritstream.evidence.learners.LearnerKey;

/**
 * One person's look at one try. Its times are as exact as the store keeps them, so that what is derived again is equal to what was stored.
 *
 * @param id follows from the learner, the achievement and the place: whoever derives it again comes to the same
 * @param version the newest version of the achievement that wants it; its criterion and rubric are what it is judged by
 * @param work what is looked at
 * @param openedAt when it became due
 */
public record ReviewTask(
        UUID id,
        LearnerKey learner,
        String achievement,
        int version,
        Place place,
        Work work,
        Instant openedAt,
        Stand stand) {
    public ReviewTask {
        openedAt = openedAt.truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * Which look it is.
     *
     * @param criterion its id, or null where an appeal is against misconduct in all of them
     * @param number of the try; 0 where an appeal is against misconduct
     * @param misconduct id of the finding that an appeal is against, or null
     */
    public record Place(
            @Nullable String criterion,
            int number,
            ReviewSeat seat,
            @Nullable String misconduct) {}

    /**
     * What is looked at.
     *
     * @param submittedAt when the learner handed it in, or asked for the look
     * @param artifacts ids of the facts of what was handed in in this try
     */
    public record Work(Instant submittedAt, List<String> artifacts) {
        public Work {
            submittedAt = submittedAt.truncatedTo(ChronoUnit.MICROS);
        }
    }

    /** Where it stands. */
    public sealed interface Stand {

        /** It waits for somebody, or for who took it on. */
        record Open() implements Stand {}

        /**
         * Somebody decided.
         *
         * @param reviewer an opaque id
         * @param fact id of the decision
         */
        record Decided(String reviewer, String fact, Instant at) implements Stand {
            public Decided {
                at = at.truncatedTo(ChronoUnit.MICROS);
            }
        }

        /** It is not wanted any more: the work was withdrawn or replaced, or the criterion is met without it. */
        record Closed(Instant at) implements Stand {}
    }

    public boolean isOpen() {
        return stand instanceof Stand.Open;
    }

    ReviewTask dueSince(Instant since) {
        return new ReviewTask(id, learner, achievement, version, place, work, since, stand);
    }

    ReviewTask standing(Stand next) {
        return new ReviewTask(id, learner, achievement, version, place, work, openedAt, next);
    }
}
