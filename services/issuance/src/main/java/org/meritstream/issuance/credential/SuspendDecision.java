package org.meritstream.issuance.credential;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.SuspensionReason;

/**
 * Whether a credential is to be suspended; the first reason stands while it is. What is over can be suspended, too: it is not renewed then. Of what is asked and
 * its opposite the later stands, whichever is come to last: a bulk operation comes to a credential long after it was asked for, and who reads the log a second
 * time comes to the same.
 */
public final class SuspendDecision {
    private SuspendDecision() {}

    /** The decision. */
    public sealed interface Outcome {

        /** It is suspended from now on. */
        record Suspend(HeldCredential suspended) implements Outcome {}

        /** It is suspended already; with the time at which this was asked, which nothing older may undo. */
        record AlreadySuspended(HeldCredential credential) implements Outcome {}

        /** It is not to be. */
        record Refused(Refusal why) implements Outcome {}
    }

    /** Why a credential is neither suspended nor reinstated. */
    public enum Refusal {
        /** There is no such credential in this tenant, or none that is signed. */
        UNKNOWN,
        /** It was revoked, which is for ever. */
        REVOKED,
        /** It has no entry in a list of what is suspended, so nobody would find it there. */
        NOT_SUSPENDABLE,
        /** The opposite was asked for later, whether or not there was something to do for that. */
        OVERTAKEN
    }

    /**
     * Decides.
     *
     * @param tenant who asks; another tenant's credential is unknown
     */
    public static Outcome decide(
            @Nullable HeldCredential credential, String tenant, SuspensionReason reason, Instant at) {
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
        if (suspension.since() != null) {
            return new Outcome.AlreadySuspended(credential.suspension(suspension.askedAgain(at)));
        }
        return suspension.overtakes(at)
                ? new Outcome.Refused(Refusal.OVERTAKEN)
                : new Outcome.Suspend(credential.suspension(suspension.begun(reason, at)));
    }
}
