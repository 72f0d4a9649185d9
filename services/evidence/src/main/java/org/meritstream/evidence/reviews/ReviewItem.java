package org.meritstream.evidence.reviews;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Criterion;
import org.meritstream.events.ReviewSeat;

/**
 * A review in the queue. It does not say whose work it is.
 *
 * @param number of the try; absent where an appeal is against misconduct
 * @param state {@code OPEN}, {@code DECIDED} or {@code CLOSED}
 * @param claim who has it, absent where nobody has
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReviewItem(
        UUID id,
        String achievement,
        int version,
        String achievementName,
        @Nullable String criterion,
        @Nullable String criterionName,
        @Nullable Integer number,
        ReviewSeat seat,
        boolean misconduct,
        String state,
        Instant submittedAt,
        Instant openedAt,
        @Nullable Instant endedAt,
        @Nullable Claimed claim) {

    /**
     * Who has a review.
     *
     * @param mine whether it is whoever asks; who else is not told
     */
    public record Claimed(boolean mine, Instant until) {}

    /** A review as whoever asked for it finds it. */
    public static ReviewItem of(ReviewSearch.Found found) {
        ReviewTask task = found.task();
        Criterion criterion = criterion(found);
        Instant until = task.isOpen() ? found.claimedUntil() : null;
        return new ReviewItem(
                task.id(),
                task.achievement(),
                task.version(),
                found.version().definition().name(),
                task.place().criterion(),
                criterion == null ? null : criterion.name(),
                task.place().number() == 0 ? null : task.place().number(),
                task.place().seat(),
                task.place().misconduct() != null,
                ReviewRow.state(task.stand()),
                task.work().submittedAt(),
                task.openedAt(),
                ReviewRow.endedAt(task.stand()),
                until == null ? null : new Claimed(found.mine(), until));
    }

    /** Whether whoever asks has taken it on. */
    @JsonIgnore
    public boolean isMine() {
        return claim != null && claim.mine();
    }

    /** The criterion of the version that it is judged by, or null where an appeal is against misconduct in all of them. */
    static @Nullable Criterion criterion(ReviewSearch.Found found) {
        return found.version().definition().criteria().stream()
                .filter(one -> one.id().equals(found.task().place().criterion()))
                .findFirst()
                .orElse(null);
    }
}
