package org.meritstream.events;

/**
 * A way in which a credential is secured, with the kind of key that signs it: Data Integrity proofs by their cryptosuite (W3C Data Integrity EdDSA and
 * ECDSA Cryptosuites 1.0), or a compact JWS of type {@code vc+jwt} (W3C Securing Verifiable Credentials using JOSE and COSE 1.0).
 */
public enum Securing {
    EDDSA_RDFC_2022,
    ECDSA_RDFC_2019_P256,
    ECDSA_RDFC_2019_P384,
    EDDSA_JCS_2022,
    VC_JWT_EDDSA,
    VC_JWT_ES256,
    VC_JWT_RS256
}
