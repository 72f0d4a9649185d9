package org.meritstream.issuance.status;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * A list as it is published.
 *
 * @param document as a signed credential (Bitstring Status List 1.0)
 * @param token as a signed token (Status List Token), of the same entries, from the same moment and to the same end
 * @param at when it was signed
 */
record SignedList(String document, String token, Instant at) {

    /** As it is stored. */
    OffsetDateTime signedAt() {
        return at.atOffset(ZoneOffset.UTC);
    }
}
