package org.meritstream.issuance.credential;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.issuance.proof.DataIntegrity;
import org.meritstream.issuance.proof.ProofOptions;
import org.meritstream.issuance.status.StatusEntry;

/**
 * A credential as the store holds it: recorded, then signed, then perhaps revoked.
 *
 * @param learner who holds it: a person, even where the award named an account of theirs
 * @param document the unsigned document, to the byte
 * @param proofValue null until it is signed
 */
public record HeldCredential(
        UUID id,
        String tenant,
        UUID award,
        UUID learner,
        String achievement,
        int version,
        int number,
        StatusEntry status,
        String document,
        ProofOptions options,
        @Nullable String proofValue,
        Instant conferredAt,
        Instant issuedAt,
        @Nullable Instant revokedAt) {

    /** Whether it has its proof. */
    public boolean signed() {
        return proofValue != null;
    }

    /** The signed document. */
    public String secured() {
        if (proofValue == null) {
            throw new IllegalStateException("Not signed yet");
        }
        return DataIntegrity.secured(document, options, proofValue);
    }

    HeldCredential signed(String value) {
        return with(value, revokedAt);
    }

    /** Revoked at that moment. */
    public HeldCredential revoked(Instant at) {
        return with(proofValue, at);
    }

    private HeldCredential with(@Nullable String proof, @Nullable Instant revocation) {
        return new HeldCredential(
                id,
                tenant,
                award,
                learner,
                achievement,
                version,
                number,
                status,
                document,
                options,
                proof,
                conferredAt,
                issuedAt,
                revocation);
    }

    @Override
    public String toString() {
        return "HeldCredential[" + id + "]";
    }
}
