package org.meritstream.events;

/** Why an earlier result no longer stands. */
public enum WithdrawalReason {
    /** The score was removed. */
    CLEARED,
    /** The completion was undone. */
    UNCOMPLETED,
    /** The sender's badge was revoked. */
    REVOKED,
    /** The learner was excused: neither a pass nor a fail. */
    EXCUSED
}
