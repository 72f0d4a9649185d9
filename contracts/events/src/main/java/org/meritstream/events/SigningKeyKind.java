package org.meritstream.events;

/** What kind of key an issuer signs with. */
public enum SigningKeyKind {
    ED25519,
    P256,
    P384,
    RSA
}
