package org.meritstream.issuance.verification;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.meritstream.issuance.disclosure.KeyBinding;
import org.meritstream.issuance.proof.JoseSecuring;
import org.meritstream.issuance.proof.ProofVerdict;

/**
 * Whether a token that discloses parts of itself is what its issuer signed: the signature, and that all it discloses belongs to it (RFC 9901, section
 * 7.1); where its holder signed, too, that they hold the key it is bound to (section 7.3).
 */
final class DisclosedProof {
    /** Of SD-JWT VC the present and the former name; the latter is also that of W3C's credentials as SD-JWT (VC-JOSE-COSE 1.0, section 3.2.1). */
    private static final Set<String> OF_CLAIMS = Set.of("dc+sd-jwt", "vc+sd-jwt");

    private static final Set<String> OF_CREDENTIALS = Set.of("vc+sd-jwt");

    private final JoseSecuring jose;
    private final KeyBinding binding;

    DisclosedProof(JoseSecuring jose) {
        this.jose = jose;
        this.binding = new KeyBinding(jose);
    }

    Check check(Presented.Disclosing presented, IssuerKeys keys) {
        ProofVerdict signature =
                jose.verify(presented.token().jwt(), presented.ofClaims() ? OF_CLAIMS : OF_CREDENTIALS, keys::ofToken);
        if (!(signature instanceof ProofVerdict.Valid)) {
            return Authenticity.check(signature);
        }
        String fault = presented.fault() == null && !presented.ofClaims()
                ? faultOfCredential(presented.credential(), keys.now())
                : presented.fault();
        return fault == null ? bound(presented, keys) : CheckName.PROOF.invalid(fault);
    }

    /** What is wrong with the claims that stand beside a credential of the VC Data Model, or null. */
    private static @Nullable String faultOfCredential(JsonNode credential, Instant now) {
        String untimely = TokenClaims.untimely(credential, now);
        return untimely == null
                ? JoseSecuring.contradicted(credential.toString())
                        .map(claim -> "The token's claim " + claim + " contradicts the credential.")
                        .orElse(null)
                : untimely;
    }

    private Check bound(Presented.Disclosing presented, IssuerKeys keys) {
        String holder = presented.token().keyBinding();
        if (holder == null) {
            return CheckName.PROOF.valid(
                    presented.signed().has("cnf")
                            ? "What it discloses is what its issuer signed. It is bound to a key, and that whoever handed it in holds that key was not shown."
                            : "What it discloses is what its issuer signed; nothing was changed since.");
        }
        ProofVerdict verdict = binding.check(presented.token(), holder, presented.signed(), keys.now());
        return verdict instanceof ProofVerdict.Valid
                ? CheckName.PROOF.valid(
                        "What it discloses is what its issuer signed, and whoever presented it held the key that it is bound to.")
                : Authenticity.check(verdict);
    }
}
