package org.meritstream.issuance.proof;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * The cryptosuites of Data Integrity proofs that are known here: how a document is brought to its canonical form, and which keys sign it (Data
 * Integrity EdDSA Cryptosuites 1.0, sections 3.2 and 3.3; Data Integrity ECDSA Cryptosuites 1.0, sections 3.2 and 3.3).
 */
public enum Cryptosuite {
    EDDSA_RDFC_2022("eddsa-rdfc-2022", CanonicalForm.RDFC),
    ECDSA_RDFC_2019("ecdsa-rdfc-2019", CanonicalForm.RDFC),
    EDDSA_JCS_2022("eddsa-jcs-2022", CanonicalForm.JCS),
    ECDSA_JCS_2019("ecdsa-jcs-2019", CanonicalForm.JCS);

    private final String text;
    private final CanonicalForm form;

    Cryptosuite(String text, CanonicalForm form) {
        this.text = text;
        this.form = form;
    }

    /** How a document becomes bytes. */
    public enum CanonicalForm {
        /** RDF Dataset Canonicalization 1.0, by way of JSON-LD: covers what the terms mean. */
        RDFC,
        /** JSON Canonicalization Scheme (RFC 8785): covers the words. */
        JCS
    }

    /** The suite that a proof names, if it is known. */
    public static Optional<Cryptosuite> named(String text) {
        return Arrays.stream(values()).filter(suite -> suite.text.equals(text)).findFirst();
    }

    /** Its name in a proof. */
    public String text() {
        return text;
    }

    /** How it brings a document to bytes. */
    public CanonicalForm form() {
        return form;
    }

    /** The kinds of key that sign by it. */
    public Set<KeyKind> keys() {
        return switch (this) {
            case EDDSA_RDFC_2022, EDDSA_JCS_2022 -> Set.of(KeyKind.ED25519);
            case ECDSA_RDFC_2019, ECDSA_JCS_2019 -> Set.of(KeyKind.P256, KeyKind.P384);
        };
    }
}
