package org.meritstream.issuance.proof;

/** One implementation of Ed25519 (RFC 8032). Every one passes the same contract test. */
public interface Ed25519Provider {

    /** Its name, as said at start and in the metric {@code meritstream_signing_provider}. */
    String name();

    /** The 32-byte public key of a 32-byte seed. */
    byte[] publicKey(byte[] seed);

    /** A signer for a key pair; the public key is passed so that no implementation derives it again for each signature. */
    Signer signer(byte[] seed, byte[] publicKey);

    /** Whether the signature is of this message by this key. A malformed key or signature is a no, never an exception. */
    boolean verify(byte[] publicKey, byte[] message, byte[] signature);
}
