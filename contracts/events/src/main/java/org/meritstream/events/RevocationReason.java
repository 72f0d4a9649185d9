package org.meritstream.events;

/** Why a credential was revoked. */
public enum RevocationReason {
    ISSUED_IN_ERROR,
    AWARD_WITHDRAWN,
    MISCONDUCT,
    HOLDER_REQUEST
}
