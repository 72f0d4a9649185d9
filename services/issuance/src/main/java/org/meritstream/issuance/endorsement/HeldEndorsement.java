package org.meritstream.issuance.endorsement;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.issuance.status.StatusEntry;

/**
 * An endorsement as the store holds it: recorded, then signed, then perhaps revoked.
 *
 * @param tenant who endorses
 * @param endorsed what is endorsed, as the document names it
 * @param comment what is said of it
 * @param document the unsigned document, to the byte
 * @param secured the same with its proofs, or null until it is signed
 * @param token the same as a compact JWS, where the issuer secures its documents so, too
 */
public record HeldEndorsement(
        UUID id,
        String tenant,
        String endorsed,
        String comment,
        StatusEntry status,
        String document,
        Instant issuedAt,
        @Nullable String secured,
        @Nullable String token,
        @Nullable Instant revokedAt) {

    /** Whether it has its proof. */
    public boolean signed() {
        return secured != null;
    }

    /** The signed document. */
    public String made() {
        if (secured == null) {
            throw new IllegalStateException("Not signed yet");
        }
        return secured;
    }

    /** Whether it was issued by then, and not revoked. */
    boolean stoodAt(Instant moment) {
        return signed() && !issuedAt.isAfter(moment) && (revokedAt == null || revokedAt.isAfter(moment));
    }

    /** With its signed forms. */
    public HeldEndorsement signed(String with, @Nullable String asToken) {
        return new HeldEndorsement(id, tenant, endorsed, comment, status, document, issuedAt, with, asToken, revokedAt);
    }

    /** Revoked at that moment. */
    public HeldEndorsement revoked(Instant at) {
        return new HeldEndorsement(id, tenant, endorsed, comment, status, document, issuedAt, secured, token, at);
    }

    @Override
    public String toString() {
        return "HeldEndorsement[" + id + "]";
    }
}
