package org.meritstream.evidence.batches;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the approval of a batch does. */
public final class ApproveBatchDecision {
    private ApproveBatchDecision() {}

    /** What becomes of the approval of a batch. */
    public sealed interface Approval {

        /** Its awards are approved from now on. */
        record Begin(Batch batch) implements Approval {}

        /** It is approved already, and under way or done. */
        record Already(Batch batch) implements Approval {}

        /** The tenant has no such batch. */
        record Unknown() implements Approval {}
    }

    /**
     * Decides.
     *
     * @param batch named by the command, if the tenant has it
     * @param now when it is approved
     */
    public static Approval decide(@Nullable Batch batch, Instant now) {
        if (batch == null) {
            return new Approval.Unknown();
        }
        return batch.approvedAt() == null ? new Approval.Begin(batch.approved(now)) : new Approval.Already(batch);
    }
}
