package org.meritstream.issuance.keys;

import org.meritstream.issuance.proof.Signer;

/**
 * A key in use.
 *
 * @param multikey its public part
 */
public record SigningKey(String multikey, Signer signer) {}
