package org.meritstream.issuance.conformance;

import org.jspecify.annotations.Nullable;
import org.meritstream.issuance.proof.Cryptosuite;
import org.meritstream.issuance.proof.KeyKind;

/** The ways of securing that a suite can ask for: each has an endpoint of its own, since it is the endpoint and not an option that chooses. */
enum Securing {
    EDDSA_RDFC("eddsa-rdfc-2022", Cryptosuite.EDDSA_RDFC_2022, KeyKind.ED25519),
    EDDSA_JCS("eddsa-jcs-2022", Cryptosuite.EDDSA_JCS_2022, KeyKind.ED25519),
    ECDSA_RDFC_P256("ecdsa-rdfc-2019-p256", Cryptosuite.ECDSA_RDFC_2019, KeyKind.P256),
    ECDSA_RDFC_P384("ecdsa-rdfc-2019-p384", Cryptosuite.ECDSA_RDFC_2019, KeyKind.P384),
    JWT("vc-jwt", null, KeyKind.ED25519),
    /** With an entry in a status list of the issuer's (Bitstring Status List 1.0, section 2.1). */
    LISTED("bitstring-status-list", Cryptosuite.EDDSA_RDFC_2022, KeyKind.ED25519);

    private final String path;
    private final @Nullable Cryptosuite suite;
    private final KeyKind key;

    Securing(String path, @Nullable Cryptosuite suite, KeyKind key) {
        this.path = path;
        this.suite = suite;
        this.key = key;
    }

    /** Its segment of the endpoint's path. */
    String path() {
        return path;
    }

    /** The cryptosuite of its embedded proof; null for an enveloping one. */
    @Nullable
    Cryptosuite suite() {
        return suite;
    }

    KeyKind key() {
        return key;
    }
}
