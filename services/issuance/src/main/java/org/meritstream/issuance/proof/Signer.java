package org.meritstream.issuance.proof;

/**
 * Signs with one private key: the seam behind which keys live. Safe to share between threads.
 *
 * <p>A key store or hardware module that is away throws; that is a dependency's fault and the caller's loop waits.
 */
public interface Signer {

    /** The raw signature of the message, in the form of the key's kind (see {@link Signatures}): hashing it is the signer's own part. */
    byte[] sign(byte[] message);
}
