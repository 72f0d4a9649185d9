package org.meritstream.issuance.verification;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.meritstream.issuance.proof.CoseSecuring;
import org.meritstream.issuance.proof.JoseSecuring;

/** Whether a signed message of CBOR is what its issuer signed, by what its signer says of the signature and by the signature. */
final class MessageProof {
    private final CoseSecuring cose;

    MessageProof(CoseSecuring cose) {
        this.cose = cose;
    }

    Check check(Presented.Message presented, IssuerKeys keys) {
        ObjectNode claims = presented.message().claims();
        String untimely = TokenClaims.untimely(claims, keys.now());
        if (untimely != null) {
            return CheckName.PROOF.invalid(untimely);
        }
        return contradicted(presented, claims)
                .map(claim -> CheckName.PROOF.invalid("The message's claim " + claim + " contradicts the credential."))
                .orElseGet(() -> Authenticity.check(cose.verify(
                        presented.message(),
                        CoseSecuring.Content.CREDENTIAL,
                        keys.controller().id(),
                        keys::ofToken)));
    }

    private static Optional<String> contradicted(Presented.Message presented, ObjectNode claims) {
        return claims.isEmpty()
                ? Optional.empty()
                : JoseSecuring.contradicted(repeated(presented, claims).toString());
    }

    /**
     * What a claim and the credential say of the same (VC-JOSE-COSE 1.0, section 4.1.2). Times are the signature's own (section 3.3.3), and what stands
     * in the payload is no claim, whatever its name.
     */
    private static ObjectNode repeated(Presented.Message presented, ObjectNode claims) {
        ObjectNode repeated = JsonNodeFactory.instance.objectNode();
        for (String claim : new String[] {"iss", "sub"}) {
            if (claims.has(claim)) {
                repeated.set(claim, claims.get(claim));
            }
        }
        for (String property : new String[] {"issuer", "credentialSubject"}) {
            if (presented.credential().has(property)) {
                repeated.set(property, presented.credential().get(property));
            }
        }
        return repeated;
    }
}
