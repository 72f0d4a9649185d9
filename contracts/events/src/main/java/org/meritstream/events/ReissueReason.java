package org.meritstream.events;

/** Why a credential of the same award took the place of another. */
public enum ReissueReason {
    /** With a new validity. */
    RENEWED,
    /** With the name corrected. */
    CORRECTED
}
