package org.meritstream.events;

/** Why a credential is suspended. For the institution's own services and staff: what may come to nothing is not told in public. */
public enum SuspensionReason {
    /** What it rests on is looked at again. */
    UNDER_REVIEW,
    /** It may have been issued in error. */
    SUSPECTED_ERROR,
    /** Misconduct may be found. */
    SUSPECTED_MISCONDUCT,
    /** Its holder asked for it. */
    HOLDER_REQUEST
}
