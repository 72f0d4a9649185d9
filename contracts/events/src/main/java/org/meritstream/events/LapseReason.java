package org.meritstream.events;

/** How another issuer took a credential back. */
public enum LapseReason {
    /** For good. */
    REVOKED,
    /** For the time being: once that is over, the learner may hand it in again. */
    SUSPENDED
}
