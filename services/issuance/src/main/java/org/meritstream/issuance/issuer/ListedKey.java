package org.meritstream.issuance.issuer;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.meritstream.issuance.proof.VerificationKey;

/**
 * A key as its issuer's document lists it.
 *
 * @param revoked since when nothing that it signed is to be believed, in whole seconds; null of one that was never compromised
 */
public record ListedKey(VerificationKey key, @Nullable Instant revoked) {
    public ListedKey {
        revoked = revoked == null ? null : revoked.truncatedTo(ChronoUnit.SECONDS);
    }

    /** One that is believed. */
    public static ListedKey of(VerificationKey key) {
        return new ListedKey(key, null);
    }

    /** One that is believed, by its Multikey. */
    public static ListedKey of(String multikey) {
        return of(VerificationKey.ofMultikey(multikey));
    }
}
