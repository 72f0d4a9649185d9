package org.meritstream.issuance.proof;

import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** Ed25519 in pure Java (Bouncy Castle's low-level class): works everywhere, about a third of the native one's rate. */
public final class BouncyCastleEd25519 implements Ed25519Provider {

    @Override
    public String name() {
        return "bouncy-castle";
    }

    @Override
    public byte[] publicKey(byte[] seed) {
        requireSeed(seed);
        byte[] publicKey = new byte[Ed25519.PUBLIC_KEY_SIZE];
        Ed25519.generatePublicKey(seed, 0, publicKey, 0);
        return publicKey;
    }

    @Override
    public Signer signer(byte[] seed, byte[] publicKey) {
        requireSeed(seed);
        byte[] secret = seed.clone();
        byte[] known = publicKey.clone();
        return message -> {
            byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
            // With the public key passed in; without it each signature would derive it anew and take twice as long.
            Ed25519.sign(secret, 0, known, 0, message, 0, message.length, signature, 0);
            return signature;
        };
    }

    @Override
    public boolean verify(byte[] publicKey, byte[] message, byte[] signature) {
        return publicKey.length == Ed25519.PUBLIC_KEY_SIZE
                && signature.length == Ed25519.SIGNATURE_SIZE
                && Ed25519.verify(signature, 0, publicKey, 0, message, 0, message.length);
    }

    private static void requireSeed(byte[] seed) {
        if (seed.length != Ed25519.SECRET_KEY_SIZE) {
            throw new IllegalArgumentException("An Ed25519 seed has 32 bytes, not " + seed.length);
        }
    }
}
