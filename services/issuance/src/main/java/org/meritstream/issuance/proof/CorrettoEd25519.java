package org.meritstream.issuance.proof;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.Optional;
import org.meritstream.log.NativeCrypto;

/** Ed25519 by Amazon Corretto Crypto Provider: native, Linux on x86-64 and arm64 only; the fastest measured. */
public final class CorrettoEd25519 implements Ed25519Provider {
    /** What stands before the 32-byte seed in PKCS #8 (RFC 8410, section 7). */
    private static final byte[] PKCS8 = HexFormat.of().parseHex("302e020100300506032b657004220420");

    /** What stands before the 32-byte public key in SubjectPublicKeyInfo (RFC 8410, section 4). */
    private static final byte[] SPKI = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final int KEY_SIZE = 32;
    private static final int SIGNATURE_SIZE = 64;

    private final Provider provider;

    private CorrettoEd25519(Provider provider) {
        this.provider = provider;
    }

    /** This provider, or empty where its native part does not load or fails its own tests. */
    public static Optional<Ed25519Provider> load() {
        return NativeCrypto.provider().map(CorrettoEd25519::new);
    }

    @Override
    public String name() {
        return "corretto";
    }

    @Override
    public byte[] publicKey(byte[] seed) {
        // Rare (once per key), and the provider derives it only through key generation: Bouncy Castle's arithmetic is
        // the same.
        return new BouncyCastleEd25519().publicKey(seed);
    }

    @Override
    public Signer signer(byte[] seed, byte[] publicKey) {
        PrivateKey key = privateKey(seed);
        return message -> {
            try {
                Signature signature = Signature.getInstance("Ed25519", provider);
                signature.initSign(key);
                signature.update(message);
                return signature.sign();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("The native signer failed", e);
            }
        };
    }

    @Override
    public boolean verify(byte[] publicKey, byte[] message, byte[] signature) {
        if (publicKey.length != KEY_SIZE || signature.length != SIGNATURE_SIZE) {
            return false;
        }
        try {
            Signature verifier = Signature.getInstance("Ed25519", provider);
            verifier.initVerify(key(publicKey));
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    // The keys come from the JDK's factory: this provider registers one only on request, and reads the JDK's keys as
    // fast as its own.
    private static PrivateKey privateKey(byte[] seed) {
        if (seed.length != KEY_SIZE) {
            throw new IllegalArgumentException("An Ed25519 seed has 32 bytes, not " + seed.length);
        }
        try {
            return KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new PKCS8EncodedKeySpec(concatenated(PKCS8, seed)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The native provider refused an Ed25519 key", e);
        }
    }

    private static PublicKey key(byte[] raw) throws GeneralSecurityException {
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(concatenated(SPKI, raw)));
    }

    private static byte[] concatenated(byte[] first, byte[] second) {
        byte[] both = new byte[first.length + second.length];
        System.arraycopy(first, 0, both, 0, first.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
