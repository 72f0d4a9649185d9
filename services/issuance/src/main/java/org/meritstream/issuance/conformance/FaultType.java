package org.meritstream.issuance.conformance;

/**
 * What can be wrong, as the specifications name it: VC Data Model 2.0, section 7.2; Data Integrity 1.0, section 4.6; Bitstring Status List 1.0,
 * section 3.5.
 */
enum FaultType {
    PARSING_ERROR(Names.MODEL, "It could not be read"),
    CRYPTOGRAPHIC_SECURITY_ERROR(Names.MODEL, "What it points at was changed"),
    MALFORMED_VALUE_ERROR(Names.MODEL, "A value has not the form that it must have"),
    RANGE_ERROR(Names.MODEL, "A value is out of its range"),
    PROOF_GENERATION_ERROR(Names.SECURITY, "It could not be signed"),
    PROOF_VERIFICATION_ERROR(Names.SECURITY, "Its proof does not stand"),
    INVALID_DOMAIN_ERROR(Names.SECURITY, "Its proof is for another domain"),
    INVALID_CHALLENGE_ERROR(Names.SECURITY, "Its proof answers another challenge"),
    INVALID_VERIFICATION_METHOD(Names.SECURITY, "Its signer's key is not to be had"),
    DATA_LOSS_DETECTION_ERROR(Names.SECURITY, "A signature would not cover all of it"),
    STATUS_RETRIEVAL_ERROR(Names.STATUS, "Its status could not be read"),
    STATUS_VERIFICATION_ERROR(Names.STATUS, "Its issuer took it back");

    private final String prefix;
    private final String title;

    FaultType(String prefix, String title) {
        this.prefix = prefix;
        this.title = title;
    }

    /** The {@code type} of its problem details. */
    String uri() {
        return prefix + name();
    }

    /** The same for every occurrence. */
    String title() {
        return title;
    }

    private static final class Names {
        static final String MODEL = "https://www.w3.org/TR/vc-data-model#";
        static final String SECURITY = "https://w3id.org/security#";
        static final String STATUS = "https://www.w3.org/ns/credentials/status-list#";

        private Names() {}
    }
}
