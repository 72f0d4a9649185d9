package org.meritstream.issuance.credential;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Securing;
import org.meritstream.issuance.issuer.SecuredBy;
import org.meritstream.issuance.issuer.SigningIssuer;
import org.meritstream.issuance.proof.Cryptosuite;
import org.meritstream.issuance.proof.DataIntegrity;
import org.meritstream.issuance.proof.ProofOptions;

/**
 * One way in which a credential is, or is about to be, secured.
 *
 * @param created whole seconds
 * @param verificationMethod DID URL of the key
 * @param value the proof value, or the whole token; null until it is signed
 */
public record Seal(
        Securing securing,
        Instant created,
        String verificationMethod,
        @Nullable String value) {
    public Seal {
        created = created.truncatedTo(ChronoUnit.SECONDS);
    }

    Seal signed(String with) {
        return new Seal(securing, created, verificationMethod, with);
    }

    /** Whether it is by a key that this issuer uses now. */
    boolean by(SigningIssuer issuer) {
        return verificationMethod.equals(issuer.verificationMethod(securing));
    }

    /** In the same way by the key that the issuer uses now, not made yet; never from before it was made the first time. */
    Seal anew(SigningIssuer issuer, Instant at) {
        return new Seal(securing, at.isAfter(created) ? at : created, issuer.verificationMethod(securing), null);
    }

    /** What it means. */
    SecuredBy by() {
        return SecuredBy.of(securing);
    }

    /** What is signed besides the document; of a proof alone. */
    ProofOptions options() {
        Cryptosuite suite = by().suite();
        if (suite == null) {
            throw new IllegalStateException("A token has no proof");
        }
        return new ProofOptions(suite, created, verificationMethod);
    }

    /** The proof itself; of a proof alone. */
    public DataIntegrity.Proof proof() {
        return new DataIntegrity.Proof(options(), made());
    }

    /** Its value, once it is signed. */
    public String made() {
        if (value == null) {
            throw new IllegalStateException("Not signed yet");
        }
        return value;
    }

    @Override
    public String toString() {
        return "Seal[" + securing + "]";
    }
}
