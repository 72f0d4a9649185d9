package org.meritstream.issuance.learnerrecord;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record as the store holds it: recorded, then signed.
 *
 * @param stack the credential that it is about, or null for everything that was held
 * @param credentials those within
 * @param document the unsigned document, to the byte
 * @param secured the same with its proofs, or null until it is signed
 * @param token the same as a compact JWS, where the issuer secures its documents so, too
 */
public record HeldRecord(
        UUID id,
        String tenant,
        UUID learner,
        @Nullable UUID stack,
        List<UUID> credentials,
        String document,
        Instant issuedAt,
        @Nullable String secured,
        @Nullable String token) {
    public HeldRecord {
        credentials = List.copyOf(credentials);
    }

    /** Whether it has its proof. */
    public boolean signed() {
        return secured != null;
    }

    /**
     * Whether a key signed it, or something within it: what is within is older, so a key that is in use now signed neither or the record too.
     *
     * @param key its DID URL
     */
    boolean signedBy(String key) {
        return secured != null && secured.contains("\"verificationMethod\":\"" + key + "\"");
    }

    /** The signed document. */
    public String made() {
        if (secured == null) {
            throw new IllegalStateException("Not signed yet");
        }
        return secured;
    }

    /** With its signed forms. */
    public HeldRecord signed(String with, @Nullable String asToken) {
        return new HeldRecord(id, tenant, learner, stack, credentials, document, issuedAt, with, asToken);
    }

    @Override
    public String toString() {
        return "HeldRecord[" + id + "]";
    }
}
