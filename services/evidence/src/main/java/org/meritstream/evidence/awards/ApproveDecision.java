package org.meritstream.evidence.awards;

import org.jspecify.annotations.Nullable;
import org.meritstream.evidence.awards.Award.Stand;

/** What a registrar's approval does. */
public final class ApproveDecision {
    private ApproveDecision() {}

    /** What becomes of an approval. */
    public sealed interface Approval {

        /** The award is conferred now. */
        record Confer(Award award) implements Approval {}

        /** It is held already; approving it again changes nothing. */
        record AlreadyConferred(Award award) implements Approval {}

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
            case Stand.Earned earned -> new Approval.Confer(award);
            case Stand.Conferred conferred -> new Approval.AlreadyConferred(award);
            case Stand.Withdrawn withdrawn -> new Approval.NotEarned(award);
        };
    }
}
