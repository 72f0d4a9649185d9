package org.meritstream.issuance.proof;

/**
 * Signs with one private key: the seam behind which keys live. Safe to share between threads.
 *
 * <p>A key store or hardware module that is away throws; that is a dependency's fault and the caller's loop waits.
 */
public interface Signer {

    /** The raw 64-byte Ed25519 signature (RFC 8032) of the message. */
    byte[] sign(byte[] message);
}
