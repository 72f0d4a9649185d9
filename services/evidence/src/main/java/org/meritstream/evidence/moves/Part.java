package org.meritstream.evidence.moves;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A part of a move: the learners whose ids lie in a range, in the order in which PostgreSQL compares UUIDs.
 *
 * @param number counted from 1
 * @param reached the learner it has come to; those after it are still to come
 * @param last the greatest id of the part
 * @param slices how many slices were taken
 */
public record Part(Move move, int number, UUID reached, UUID last, State state, int slices, Counts counts) {
    /** As many records as one turn takes up at once; ids are keyed digests, so that the parts are equally large. */
    static final int PARTS = 16;

    /** Learners in a slice, at most. */
    public static final int SLICE = 250;

    private static final long ALL_BITS = -1L;

    /** How far a part is. */
    public enum State {
        UNDER_WAY,
        DONE,
        /** The later version was retired meanwhile; whoever was not reached stays. */
        STOPPED
    }

    /** The parts of a move that begins. */
    public static List<Part> of(Move move) {
        List<Part> parts = new ArrayList<>();
        long width = (ALL_BITS >>> 1) / PARTS * 2 + 2;
        for (int i = 0; i < PARTS; i++) {
            UUID before = i == 0 ? new UUID(0, 0) : new UUID(width * i - 1, ALL_BITS);
            UUID last = i == PARTS - 1 ? new UUID(ALL_BITS, ALL_BITS) : new UUID(width * (i + 1) - 1, ALL_BITS);
            parts.add(new Part(move, i + 1, before, last, State.UNDER_WAY, 0, Counts.NONE));
        }
        return List.copyOf(parts);
    }

    /** The number of the slice that comes next. */
    int next() {
        return slices + 1;
    }

    /** Once its next slice was taken. */
    Part took(Slice slice, Counts after) {
        return new Part(
                move,
                number,
                slice.learners().isEmpty() ? reached : slice.learners().getLast(),
                last,
                slice.last() ? State.DONE : State.UNDER_WAY,
                next(),
                after);
    }

    /** It goes no further. */
    Part stopped() {
        return new Part(move, number, reached, last, State.STOPPED, next(), counts);
    }
}
