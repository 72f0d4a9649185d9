package org.meritstream.issuance.credential;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.RevocationReason;

/** Whether a credential is to be revoked; the first revocation stands. */
public final class RevokeDecision {
    private RevokeDecision() {}

    /** The decision. */
    public sealed interface Outcome {

        /** Revoke it. */
        record Revoke(HeldCredential credential, RevocationReason reason, Instant at) implements Outcome {}

        /** It is revoked already. */
        record AlreadyRevoked(HeldCredential credential) implements Outcome {}

        /** There is no such credential in this tenant, or none yet. */
        record Unknown() implements Outcome {}
    }

    /**
     * Decides.
     *
     * @param tenant who asks; another tenant's credential is unknown
     */
    public static Outcome decide(
            @Nullable HeldCredential credential, String tenant, RevocationReason reason, Instant at) {
        if (credential == null || !credential.tenant().equals(tenant) || !credential.signed()) {
            return new Outcome.Unknown();
        }
        return credential.revokedAt() == null
                ? new Outcome.Revoke(credential, reason, at)
                : new Outcome.AlreadyRevoked(credential);
    }
}
