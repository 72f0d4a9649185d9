package org.meritstream.issuance.credential;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.meritstream.issuance.credential.SuspendDecision.Refusal;

/** Whether the suspension of a credential is to end. What was asked before the suspension that it is in began is about one that is over. */
public final class ReinstateDecision {
    private ReinstateDecision() {}

    /** The decision. */
    public sealed interface Outcome {

        /** It stands again from now on. */
        record Reinstate(HeldCredential reinstated) implements Outcome {}

        /** It is not suspended, or was suspended again after this was asked. */
        record AlreadyReinstated(HeldCredential credential) implements Outcome {}

        /** It is not to. */
        record Refused(Refusal why) implements Outcome {}
    }

    /**
     * Decides.
     *
     * @param tenant who asks; another tenant's credential is unknown
     */
    public static Outcome decide(@Nullable HeldCredential credential, String tenant, Instant at) {
        if (credential == null || !credential.tenant().equals(tenant) || !credential.signed()) {
            return new Outcome.Refused(Refusal.UNKNOWN);
        }
        if (credential.revokedAt() != null) {
            return new Outcome.Refused(Refusal.REVOKED);
        }
        if (!credential.suspendable()) {
            return new Outcome.Refused(Refusal.NOT_SUSPENDABLE);
        }
        Instant since = credential.suspension().since();
        return since == null || !at.isAfter(since)
                ? new Outcome.AlreadyReinstated(credential)
                : new Outcome.Reinstate(
                        credential.suspension(credential.suspension().over(at)));
    }
}
