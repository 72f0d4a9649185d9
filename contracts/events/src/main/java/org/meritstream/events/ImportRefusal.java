package org.meritstream.events;

/** Why a credential of another issuer does not count. Each has words for the learner in every language. */
public enum ImportRefusal {
    /** What was handed in is none, or is of another kind than a single achievement's. */
    NOT_A_CREDENTIAL,
    /** Nothing could be read at its address. */
    ADDRESS_UNREADABLE,
    /** It has not the form of its standard, or uses terms that are not known. */
    MALFORMED,
    /** It is not what its issuer signed, or who it names did not sign it. */
    PROOF_INVALID,
    /** This institution does not count what this issuer issues. */
    ISSUER_NOT_RECOGNISED,
    /** It is of this institution itself, and counts without being handed in. */
    OWN_CREDENTIAL,
    /** It names its holder in no way that can be compared: by a hash of the e-mail address alone. */
    HOLDER_NOT_NAMED,
    /** It was issued to another e-mail address than the one that the institution knows of. */
    ANOTHER_HOLDER,
    /** The institution knows of no e-mail address of the learner. */
    LEARNER_WITHOUT_EMAIL,
    /** It is not in force yet. */
    NOT_YET_VALID,
    /** Its time is over. */
    EXPIRED,
    /** Its issuer took it back, for good or for the time being. */
    REVOKED,
    /** Its issuer's keys or its list of revocations could not be read or not be believed. It may be handed in again. */
    NOT_CHECKABLE
}
