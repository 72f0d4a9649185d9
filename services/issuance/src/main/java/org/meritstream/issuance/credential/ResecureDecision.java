package org.meritstream.issuance.credential;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.meritstream.issuance.issuer.SigningIssuer;

/**
 * Whether a credential is secured again: in the ways in which it is secured, by the keys that its issuer uses now. What was revoked or is over is, too:
 * that it was issued, and was revoked, is to be told by a key that is believed.
 */
public final class ResecureDecision {
    private ResecureDecision() {}

    /** The decision. */
    public sealed interface Outcome {

        /**
         * Make these proofs anew.
         *
         * @param unsealed the credential without them
         */
        record Again(HeldCredential unsealed) implements Outcome {}

        /** All of its proofs are by keys that its issuer uses now. */
        record AlreadySecured(HeldCredential credential) implements Outcome {}

        /** There is no such credential in this tenant, or none that is signed. */
        record Unknown() implements Outcome {}
    }

    /**
     * Decides.
     *
     * @param tenant who asks; another tenant's credential is unknown
     * @param issuer the tenant's, or null
     */
    public static Outcome decide(
            @Nullable HeldCredential credential, String tenant, @Nullable SigningIssuer issuer, Instant at) {
        if (credential == null || issuer == null || !credential.tenant().equals(tenant) || !credential.signed()) {
            return new Outcome.Unknown();
        }
        return credential.securedBy(issuer)
                ? new Outcome.AlreadySecured(credential)
                : new Outcome.Again(credential.unsealed(issuer, at));
    }
}
