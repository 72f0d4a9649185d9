package org.meritstream.issuance.conformance;

import java.security.KeyPair;
import java.security.SecureRandom;
import org.meritstream.issuance.keys.KeyPairs;
import org.meritstream.issuance.proof.Ed25519Provider;
import org.meritstream.issuance.proof.KeyKind;
import org.meritstream.issuance.proof.Multikey;
import org.meritstream.issuance.proof.Signatures;
import org.meritstream.issuance.proof.Signer;
import org.meritstream.issuance.proof.VerificationKey;

/**
 * An issuer for the suites: a {@code did:key}, so its document is its name, and no tenant's.
 *
 * @param multikey its only key
 */
record ConformanceIssuer(String multikey, KeyKind kind, Signer signer) {
    private static final int SEED = 32;

    /** With a key that nobody has had before, and that ends with the process. */
    static ConformanceIssuer fresh(KeyKind kind, Ed25519Provider ed25519, SecureRandom random) {
        if (kind == KeyKind.ED25519) {
            byte[] seed = new byte[SEED];
            random.nextBytes(seed);
            byte[] publicKey = ed25519.publicKey(seed);
            return new ConformanceIssuer(Multikey.of(publicKey), kind, ed25519.signer(seed, publicKey));
        }
        KeyPair pair = KeyPairs.fresh(kind, random);
        String multikey = VerificationKey.of(kind, pair.getPublic()).multikey();
        return new ConformanceIssuer(multikey, kind, Signatures.signer(kind, pair.getPrivate()));
    }

    String did() {
        return DidKeys.PREFIX + multikey;
    }

    String verificationMethod() {
        return did() + "#" + multikey;
    }

    @Override
    public String toString() {
        return "ConformanceIssuer[" + did() + "]";
    }
}
