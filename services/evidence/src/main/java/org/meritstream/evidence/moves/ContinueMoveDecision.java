package org.meritstream.evidence.moves;

import org.jspecify.annotations.Nullable;

/** What becomes of a command to go on with a part of a move. */
public final class ContinueMoveDecision {
    private ContinueMoveDecision() {}

    /** The next step. */
    public sealed interface Step {

        /** These learners are moved. */
        record Take(Slice slice) implements Step {}

        /** The later version was retired: nobody is moved to what nobody can earn. */
        record Stop(Part part) implements Step {}

        /** There is no such part, it is done, or somebody else took that slice. */
        record Nothing() implements Step {}
    }

    /**
     * Decides.
     *
     * @param next of the part that is named, if there is one
     * @param asked the number of the slice
     * @param retired whether nobody earns the later version any more
     */
    public static Step decide(@Nullable Slice next, int asked, boolean retired) {
        if (next == null
                || next.part().state() != Part.State.UNDER_WAY
                || next.part().next() != asked) {
            return new Step.Nothing();
        }
        return retired ? new Step.Stop(next.part().stopped()) : new Step.Take(next);
    }
}
