package org.meritstream.issuance.status;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A list as it is published.
 *
 * @param revocations as a signed credential (Bitstring Status List 1.0)
 * @param suspensions the same of these, or null where none of its credentials can be suspended
 * @param token both as one signed token (Status List Token), of the same entries, from the same moment and to the same end
 * @param at when it was signed
 */
record SignedList(String revocations, @Nullable String suspensions, String token, Instant at) {

    /** As it is stored. */
    OffsetDateTime signedAt() {
        return at.atOffset(ZoneOffset.UTC);
    }
}
