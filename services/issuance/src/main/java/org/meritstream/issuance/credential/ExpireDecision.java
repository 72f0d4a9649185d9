package org.meritstream.issuance.credential;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether a credential is over, and that is to be told. What was revoked before its time is not told to be over as well. */
public final class ExpireDecision {
    private ExpireDecision() {}

    /** The decision. */
    public sealed interface Outcome {

        /** It is over. */
        record Expire(HeldCredential credential) implements Outcome {}

        /** That was told already. */
        record AlreadyExpired() implements Outcome {}

        /** It was revoked before. */
        record AlreadyRevoked() implements Outcome {}

        /** It is valid at that moment. */
        record StillValid() implements Outcome {}

        /** There is no such credential in this tenant, or none that is signed. */
        record Unknown() implements Outcome {}
    }

    /**
     * Decides.
     *
     * @param credential what is held of it
     * @param tenant who asks; another tenant's credential is unknown
     * @param at when its timer fell due
     */
    public static Outcome decide(@Nullable HeldCredential credential, String tenant, Instant at) {
        if (credential == null || !credential.tenant().equals(tenant) || !credential.signed()) {
            return new Outcome.Unknown();
        }
        if (credential.expiredAt() != null) {
            return new Outcome.AlreadyExpired();
        }
        if (credential.revokedAt() != null) {
            return new Outcome.AlreadyRevoked();
        }
        Instant until = credential.validUntil();
        return until == null || at.isBefore(until)
                ? new Outcome.StillValid()
                : new Outcome.Expire(credential.expired(until));
    }
}
