package org.meritstream.evidence.awards;

import org.jspecify.annotations.Nullable;
import org.meritstream.events.ReleasePolicy;
import org.meritstream.evidence.awards.Award.Stand;

/** What a registrar's approval does. */
public final class ApproveDecision {
    private ApproveDecision() {}

    /** What becomes of an approval. */
    public sealed interface Approval {

        /** It is approved. */
        record Approve(Award award) implements Approval {}

        /** It is approved, withheld or held already; approving it again changes nothing. */
        record Already(Award award) implements Approval {}

        /** It is conferred without anybody's approval. */
        record NotNeeded(Award award) implements Approval {}

        /** It was withdrawn. */
        record NotEarned(Award award) implements Approval {}

        /** This tenant has no such award. */
        record Unknown() implements Approval {}
    }

    /**
     * Decides an approval.
     *
     * @param award the award named by the command, if the tenant has it
     */
    public static Approval decide(@Nullable Award award) {
        if (award == null) {
            return new Approval.Unknown();
        }
        return switch (award.stand()) {
            case Stand.Earned earned
            when award.release().policy() != ReleasePolicy.AFTER_APPROVAL -> new Approval.NotNeeded(award);
            case Stand.Earned earned ->
                earned.approvedAt() == null ? new Approval.Approve(award) : new Approval.Already(award);
            case Stand.Withheld withheld -> new Approval.Already(award);
            case Stand.Conferred conferred -> new Approval.Already(award);
            case Stand.Withdrawn withdrawn -> new Approval.NotEarned(award);
        };
    }
}
