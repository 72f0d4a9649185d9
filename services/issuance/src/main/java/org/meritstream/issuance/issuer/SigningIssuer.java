package org.meritstream.issuance.issuer;

import java.time.Instant;
import org.meritstream.issuance.keys.SigningKey;
import org.meritstream.issuance.proof.ProofOptions;

/** An issuer with the key it signs with at present. */
public record SigningIssuer(Issuer issuer, SigningKey key) {

    /** What a proof by this issuer says of itself. */
    public ProofOptions options(Instant created) {
        return new ProofOptions(created, issuer.verificationMethod(key.multikey()));
    }
}
