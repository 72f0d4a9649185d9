package org.meritstream.evidence.moves;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.UUID;

/**
 * A move as the API tells it.
 *
 * @param state whether anybody is still moved; stopped where the later version was retired meanwhile
 * @param left of those who were under way when it began, how many were not reached yet; some of them may stay
 */
public record MoveView(
        UUID id,
        String achievement,
        int from,
        int to,
        Part.State state,
        @JsonUnwrapped Counts counts,
        long left,
        Instant begunAt) {

    static MoveView of(Move move, Part.State state, Counts counts, long left) {
        return new MoveView(
                move.id(),
                move.from().achievement(),
                move.from().version(),
                move.to(),
                state,
                counts,
                left,
                move.begunAt());
    }
}
