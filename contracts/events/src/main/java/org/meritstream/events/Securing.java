package org.meritstream.events;

/**
 * A way in which a credential is secured, with the kind of key that signs it: Data Integrity proofs by their cryptosuite (W3C Data Integrity EdDSA and
 * ECDSA Cryptosuites 1.0), a compact JWS of type {@code vc+jwt} (W3C Securing Verifiable Credentials using JOSE and COSE 1.0), or a token of type {@code
 * dc+sd-jwt} of which the holder shows what they want (SD-JWT VC).
 */
public enum Securing {
    EDDSA_RDFC_2022,
    ECDSA_RDFC_2019_P256,
    ECDSA_RDFC_2019_P384,
    EDDSA_JCS_2022,
    VC_JWT_EDDSA,
    VC_JWT_ES256,
    VC_JWT_RS256,
    SD_JWT_VC_EDDSA,
    SD_JWT_VC_ES256
}
