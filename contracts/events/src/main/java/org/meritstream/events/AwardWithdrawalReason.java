package org.meritstream.events;

/** Why an award does not stand any more. */
public enum AwardWithdrawalReason {
    /** The facts changed before it was conferred. */
    NO_LONGER_EARNED,
    /** The account turned out to belong to a learner who holds the award already. */
    LEARNER_LINKED
}
