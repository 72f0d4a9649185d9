package org.meritstream.issuance.bulk;

import org.jspecify.annotations.Nullable;

/** What becomes of a command to go on with a bulk operation. */
public final class ContinueBulkDecision {
    private ContinueBulkDecision() {}

    /** The next step. */
    public sealed interface Step {

        /** These are seen to. */
        record Take(Slice slice) implements Step {}

        /** There is no such operation, it is over, or that slice is seen to already. */
        record Nothing() implements Step {}
    }

    /**
     * Decides.
     *
     * @param next of the operation that is named, if there is one
     * @param asked the number of the slice
     */
    public static Step decide(@Nullable Slice next, int asked) {
        return next == null || next.bulk().over() || next.bulk().next() != asked
                ? new Step.Nothing()
                : new Step.Take(next);
    }
}
