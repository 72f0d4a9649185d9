package org.meritstream.events;

/** Why no learner record is made. */
public enum RecordRefusal {
    /** The tenant has no issuer, so nobody could sign. */
    NO_ISSUER,
    /** The roster does not know the learner. */
    UNKNOWN_LEARNER,
    /** Nothing that was issued to them stands. */
    NOTHING_HELD,
    /** The credential is not theirs, or does not stand. */
    UNKNOWN_STACK,
    /** It rests on no other credential that stands. */
    NO_STACK,
    /** More than fits into one record. */
    TOO_MUCH,
    /** What would be signed breaks a rule of its standard. */
    UNSIGNABLE
}
