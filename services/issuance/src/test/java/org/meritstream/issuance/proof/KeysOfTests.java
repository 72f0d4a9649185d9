package org.meritstream.issuance.proof;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;

/**
 * A key pair of each kind, made for the run.
 *
 * @param key its public part
 */
record KeysOfTests(VerificationKey key, Signer signer) {
    static final KeysOfTests ED25519 = ed25519(1);
    static final KeysOfTests ANOTHER_ED25519 = ed25519(2);
    static final KeysOfTests P256 = pair(KeyKind.P256, "EC", new ECGenParameterSpec("secp256r1"));
    static final KeysOfTests ANOTHER_P256 = pair(KeyKind.P256, "EC", new ECGenParameterSpec("secp256r1"));
    static final KeysOfTests P384 = pair(KeyKind.P384, "EC", new ECGenParameterSpec("secp384r1"));
    static final KeysOfTests RSA =
            pair(KeyKind.RSA, "RSA", new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F4));

    static KeysOfTests of(KeyKind kind) {
        return switch (kind) {
            case ED25519 -> ED25519;
            case P256 -> P256;
            case P384 -> P384;
            case RSA -> RSA;
        };
    }

    KeyLookup lookup() {
        return KeyLookup.always(key);
    }

    private static KeysOfTests ed25519(int first) {
        BouncyCastleEd25519 provider = new BouncyCastleEd25519();
        byte[] seed = new byte[32];
        seed[0] = (byte) first;
        byte[] raw = provider.publicKey(seed);
        return new KeysOfTests(
                VerificationKey.of(KeyKind.ED25519, PublicKeys.of(KeyKind.ED25519, raw)), provider.signer(seed, raw));
    }

    private static KeysOfTests pair(KeyKind kind, String algorithm, AlgorithmParameterSpec parameters) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(parameters);
            KeyPair pair = generator.generateKeyPair();
            return new KeysOfTests(
                    VerificationKey.of(kind, pair.getPublic()), Signatures.signer(kind, pair.getPrivate()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has " + algorithm, e);
        }
    }
}
