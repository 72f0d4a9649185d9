package org.meritstream.issuance.status;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * A list as it is published.
 *
 * @param document as a signed credential (Bitstring Status List 1.0)
 * @param at when it was signed
 */
record SignedList(String document, Instant at) {

    /** As it is stored. */
    OffsetDateTime signedAt() {
        return at.atOffset(ZoneOffset.UTC);
    }
}
