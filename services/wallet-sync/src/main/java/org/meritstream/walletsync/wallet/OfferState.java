package org.meritstream.walletsync.wallet;

/** Where an offer stands. */
public enum OfferState {
    /** It waits for its learner. */
    OFFERED,
    /** The learner took it. */
    COLLECTED,
    /** The credential was revoked, before or after it was taken. */
    REVOKED
}
