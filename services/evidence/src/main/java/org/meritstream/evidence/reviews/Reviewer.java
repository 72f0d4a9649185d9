package org.meritstream.evidence.reviews;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.ReviewSeat;

/**
 * Who sits at the desk.
 *
 * @param id opaque; what topics and the store know them by
 * @param subject of the token; nothing for a topic or a log
 * @param learner their own learner id, or null where their token names no student number
 * @param moderates whether they may settle disagreements and hear appeals
 */
public record Reviewer(
        String tenant, String id, String subject, @Nullable UUID learner, boolean moderates) {

    /** The seats that they may take. */
    public Set<ReviewSeat> seats() {
        return moderates ? Set.of(ReviewSeat.values()) : Set.of(ReviewSeat.FIRST, ReviewSeat.SECOND);
    }
}
