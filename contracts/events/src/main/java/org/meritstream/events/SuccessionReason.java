package org.meritstream.events;

/** Why a credential took the place of another. */
public enum SuccessionReason {
    /** Its achievement was awarded again after the award was withdrawn. */
    AWARDED_AGAIN,
    /** The same award's, with a new validity. */
    RENEWED,
    /** The same award's, with the name corrected. */
    CORRECTED
}
