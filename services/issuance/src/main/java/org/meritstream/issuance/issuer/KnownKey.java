package org.meritstream.issuance.issuer;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.issuance.proof.KeyKind;
import org.meritstream.issuance.proof.VerificationKey;

/**
 * A key that an issuer has or had.
 *
 * @param name its Multikey, or of an RSA key the thumbprint of its JWK
 * @param inUse whether it signs
 * @param compromise the operation that secures again what it signed; null of one that was never compromised
 */
public record KnownKey(
        String tenant,
        String name,
        VerificationKey key,
        boolean inUse,
        @Nullable UUID compromise) {

    /** Compromised by now. */
    public KnownKey compromisedBy(UUID bulk) {
        return new KnownKey(tenant, name, key, false, bulk);
    }

    /** Of which kind it is. */
    public KeyKind kind() {
        return key.kind();
    }

    /** The names under which proofs and tokens of an issuer call it. */
    public List<String> methods(Issuer issuer) {
        return List.of(issuer.verificationMethod(name), issuer.verificationMethod(key.thumbprint()));
    }
}
