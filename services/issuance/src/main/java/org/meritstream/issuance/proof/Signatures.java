package org.meritstream.issuance.proof;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import org.meritstream.log.NativeCrypto;

/**
 * Raw signatures of every kind of key: 64 bytes of Ed25519 (RFC 8032), r and s of ECDSA (FIPS 186-5), PKCS #1 v1.5 of RSA (RFC 8017). By the
 * native provider where it loads, which is 15 to 50 times as fast for ECDSA, else by the JDK.
 */
public final class Signatures {
    private static final int P256_SIZE = 64;
    private static final int P384_SIZE = 96;

    private final Ed25519Provider ed25519;

    public Signatures(Ed25519Provider ed25519) {
        this.ed25519 = ed25519;
    }

    /** Whether the signature is of this message by this key. A malformed signature is a no, never an exception. */
    public boolean verify(VerificationKey key, byte[] message, byte[] signature) {
        if (key.kind() == KeyKind.ED25519) {
            return ed25519.verify(key.ed25519(), message, signature);
        }
        if (!fits(key.kind(), signature.length)) {
            return false;
        }
        try {
            Signature verifier = instance(key.kind());
            verifier.initVerify(key.key());
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** A provider may take r and s of another length, and one signature must not have two texts. */
    private static boolean fits(KeyKind kind, int length) {
        return switch (kind) {
            case P256 -> length == P256_SIZE;
            case P384 -> length == P384_SIZE;
            case ED25519, RSA -> true;
        };
    }

    /** A signer with an ECDSA or RSA key; an Ed25519 key signs by its {@link Ed25519Provider}. ECDSA signatures differ each time. */
    public static Signer signer(KeyKind kind, PrivateKey key) {
        return message -> {
            try {
                Signature signature = instance(kind);
                signature.initSign(key);
                signature.update(message);
                return signature.sign();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("The signer failed", e);
            }
        };
    }

    private static Signature instance(KeyKind kind) throws GeneralSecurityException {
        var corretto = NativeCrypto.provider().orElse(null);
        return corretto == null
                ? Signature.getInstance(kind.signature())
                : Signature.getInstance(kind.signature(), corretto);
    }
}
