package org.meritstream.events;

/** Why an award does not stand any more. */
public enum AwardWithdrawalReason {
    /** The facts changed before it was conferred. */
    NO_LONGER_EARNED,
    /** The account turned out to belong to a learner who holds the award already. */
    LEARNER_LINKED,
    /** The facts changed after it was conferred, and the achievement's policy or a human said that it falls. */
    REGRADED,
    /** The facts changed after it was conferred; a human has still to decide whether it is restored. */
    SUSPENDED,
    /** By decision: it should never have been conferred. */
    ISSUED_IN_ERROR,
    /** By decision: for misconduct. */
    MISCONDUCT,
    /** By decision: its holder asked for it. */
    REQUESTED_BY_LEARNER,
    /** By decision, for a reason that a note of the service tells. */
    OTHER;

    /** Whether a registrar decided it. */
    public boolean byDecision() {
        return switch (this) {
            case NO_LONGER_EARNED, LEARNER_LINKED, REGRADED, SUSPENDED -> false;
            case ISSUED_IN_ERROR, MISCONDUCT, REQUESTED_BY_LEARNER, OTHER -> true;
        };
    }
}
