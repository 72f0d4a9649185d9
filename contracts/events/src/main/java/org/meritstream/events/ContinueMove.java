package org.meritstream.events;

import java.util.UUID;

/**
 * Move the next slice of learners of a part of a move.
 *
 * @param move id of the move
 * @param part which part of the learners, counted from 1; parts go on side by side
 * @param slice which slice of the part, counted from 1; one that is not the next is seen to already
 */
public record ContinueMove(String tenant, UUID move, int part, int slice) implements EvidenceCommand {
    public ContinueMove {
        Limits.counted("part", part);
        Limits.counted("slice", slice);
    }

    @Override
    public String aggregate() {
        return move + "/" + part;
    }
}
