package org.meritstream.events;

import java.util.UUID;

/**
 * Withdraw an award by a registrar's own decision.
 *
 * @param code why, in a word
 */
public record WithdrawAward(String tenant, UUID award, UUID learner, Code code) implements EvidenceCommand {

    /** Why a registrar withdraws an award. */
    public enum Code {
        /** It should never have been conferred. */
        ISSUED_IN_ERROR,
        MISCONDUCT,
        /** Its holder asked for it. */
        REQUESTED_BY_LEARNER,
        /** A note of the service tells why. */
        OTHER;

        /** The reason that the award then has. */
        public AwardWithdrawalReason reason() {
            return switch (this) {
                case ISSUED_IN_ERROR -> AwardWithdrawalReason.ISSUED_IN_ERROR;
                case MISCONDUCT -> AwardWithdrawalReason.MISCONDUCT;
                case REQUESTED_BY_LEARNER -> AwardWithdrawalReason.REQUESTED_BY_LEARNER;
                case OTHER -> AwardWithdrawalReason.OTHER;
            };
        }
    }

    @Override
    public String aggregate() {
        return EventData.of(learner);
    }
}
