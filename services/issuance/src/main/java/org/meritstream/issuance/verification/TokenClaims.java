package org.meritstream.issuance.verification;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The times of a token's signature (RFC 7519, sections 4.1.4 and 4.1.5), where the token holds a credential of the VC Data Model: they say how long the
 * signature is to be believed, and nothing of the credential (VC-JOSE-COSE 1.0, section 3.3.4).
 */
final class TokenClaims {
    private static final String EXPIRES = "exp";
    private static final String NOT_BEFORE = "nbf";

    private TokenClaims() {}

    /** Why the signature is not for this moment, or null when it is. */
    static @Nullable String untimely(JsonNode claims, Instant now) {
        if (!isTime(claims.path(EXPIRES)) || !isTime(claims.path(NOT_BEFORE))) {
            return "What its signature says of its time is no number of seconds.";
        }
        double seconds = now.getEpochSecond();
        if (claims.has(EXPIRES) && claims.path(EXPIRES).asDouble() <= seconds) {
            return "Its signature was for a time that is over.";
        }
        return claims.has(NOT_BEFORE) && claims.path(NOT_BEFORE).asDouble() > seconds
                ? "Its signature is for a time that has not begun."
                : null;
    }

    private static boolean isTime(JsonNode claim) {
        return claim.isMissingNode() || (claim.isNumber() && Double.isFinite(claim.asDouble()));
    }
}
