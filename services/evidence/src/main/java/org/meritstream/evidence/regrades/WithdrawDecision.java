package org.meritstream.evidence.regrades;

import org.jspecify.annotations.Nullable;
import org.meritstream.evidence.awards.Award;

/** What a registrar's withdrawal does. */
public final class WithdrawDecision {
    private WithdrawDecision() {}

    /** What becomes of a withdrawal. */
    public sealed interface Withdrawal {

        /** It does not stand any more. */
        record Withdraw(Award award) implements Withdrawal {}

        /** It was withdrawn before, for whatever reason. */
        record Already(Award award) implements Withdrawal {}

        /** This tenant has no such award. */
        record Unknown() implements Withdrawal {}
    }

    /**
     * Decides.
     *
     * @param award named by the command, if the tenant has it
     */
    public static Withdrawal decide(@Nullable Award award) {
        if (award == null) {
            return new Withdrawal.Unknown();
        }
        return award.stands() ? new Withdrawal.Withdraw(award) : new Withdrawal.Already(award);
    }
}
