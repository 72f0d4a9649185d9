package org.meritstream.issuance.keys;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAKeyGenParameterSpec;
import org.meritstream.issuance.proof.KeyKind;

/** ECDSA and RSA key pairs by the JDK: rare, so by no provider that is there on some machines only. */
public final class KeyPairs {
    private static final int RSA_BITS = 2048;

    private KeyPairs() {}

    /** A key pair that nobody has had before. */
    public static KeyPair fresh(KeyKind kind, SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm(kind));
            generator.initialize(parameters(kind), random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has " + kind, e);
        }
    }

    /** @param encoded PKCS #8 */
    static PrivateKey privateKey(KeyKind kind, byte[] encoded) {
        try {
            return KeyFactory.getInstance(algorithm(kind)).generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A stored signing key can not be read", e);
        }
    }

    private static String algorithm(KeyKind kind) {
        return switch (kind) {
            case P256, P384 -> "EC";
            case RSA -> "RSA";
            case ED25519 -> throw notOurs();
        };
    }

    private static AlgorithmParameterSpec parameters(KeyKind kind) {
        return switch (kind) {
            case P256 -> new ECGenParameterSpec("secp256r1");
            case P384 -> new ECGenParameterSpec("secp384r1");
            case RSA -> new RSAKeyGenParameterSpec(RSA_BITS, RSAKeyGenParameterSpec.F4);
            case ED25519 -> throw notOurs();
        };
    }

    private static IllegalArgumentException notOurs() {
        return new IllegalArgumentException("Ed25519 keys are seeds");
    }
}
