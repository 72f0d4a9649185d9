package org.meritstream.issuance.credential;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.meritstream.issuance.credential.SuspendDecision.Refusal;

/** Whether the suspension of a credential is to end. Not where it was asked to be suspended after this was asked: of the two the later stands. */
public final class ReinstateDecision {
    private ReinstateDecision() {}

    /** The decision. */
    public sealed interface Outcome {

        /** It stands again from now on. */
        record Reinstate(HeldCredential reinstated) implements Outcome {}

        /** It is not suspended; with the time at which this was asked, which nothing older may undo. */
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
        Suspension suspension = credential.suspension();
        if (suspension.since() == null) {
            return new Outcome.AlreadyReinstated(credential.suspension(suspension.askedAgain(at)));
        }
        return suspension.overtakes(at)
                ? new Outcome.Refused(Refusal.OVERTAKEN)
                : new Outcome.Reinstate(credential.suspension(suspension.over(at)));
    }
}
