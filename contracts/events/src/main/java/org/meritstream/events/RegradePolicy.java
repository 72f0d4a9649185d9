package org.meritstream.events;

/** What becomes of a conferred award when a regrade, or whatever else undoes a fact, leaves its criteria unmet. */
public enum RegradePolicy {
    /** It stands. */
    KEEP,
    /** It stands until a human has decided. */
    FLAG,
    /** It is withdrawn at once; a human may restore it. */
    SUSPEND,
    /** It is withdrawn. */
    WITHDRAW
}
