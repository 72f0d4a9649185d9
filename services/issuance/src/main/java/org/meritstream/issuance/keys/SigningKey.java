package org.meritstream.issuance.keys;

import org.meritstream.issuance.proof.KeyKind;
import org.meritstream.issuance.proof.Signer;

/**
 * A key in use.
 *
 * @param multikey its public part, by which a Data Integrity proof names it
 * @param thumbprint of its JWK (RFC 7638), by which a JWT names it
 */
public record SigningKey(KeyKind kind, String multikey, String thumbprint, Signer signer) {}
