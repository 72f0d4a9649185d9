package org.meritstream.evidence.moves;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a move would mean, for whom.
 *
 * @param exact whether the time sufficed; else each number is at least so many
 * @param counts of everybody under way, on the first page alone
 * @param learners a page of those who gain or lose, in the order of ids
 * @param next what the page after it goes on after, or null where this is the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MoveForeseen(
        boolean exact,
        @Nullable Numbers counts,
        List<Seen> learners,
        @Nullable UUID next) {

    /**
     * Counted in persons.
     *
     * @param moving who would be moved
     * @param gaining of these, who gain something
     * @param losing of these, who lose something
     * @param both of these, who are in both numbers
     * @param earning of these, who would have earned the achievement
     * @param staying who were awarded the achievement before
     */
    record Numbers(long moving, long gaining, long losing, long both, long earning, long staying) {}

    /**
     * A learner.
     *
     * @param learner opaque id of the person
     */
    record Seen(UUID learner, Standing before, Standing after, Effect effect) {}
}
