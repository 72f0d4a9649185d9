package org.meritstream.events;

import java.util.List;

/** The topics of the log. 24 partitions unless the operator chose otherwise at the start; the number never changes afterwards. */
public final class Topics {
    public static final String INTAKE = "meritstream.intake";
    public static final String LEARNER = "meritstream.learner";
    public static final String ASSESSMENT = "meritstream.assessment";
    public static final String CATALOGUE = "meritstream.catalogue";
    public static final String EVALUATION = "meritstream.evaluation";
    public static final String AWARD = "meritstream.award";
    public static final String CREDENTIAL = "meritstream.credential";
    public static final String CREDENTIAL_DOCUMENT = "meritstream.credential-document";
    public static final String ENDORSEMENT = "meritstream.endorsement";
    public static final String IMPORT = "meritstream.import";
    public static final String WALLET = "meritstream.wallet";
    public static final String ASSESSMENT_COMMANDS = commands("assessment");
    public static final String EVIDENCE_COMMANDS = commands("evidence");
    public static final String ISSUANCE_COMMANDS = commands("issuance");
    public static final String WALLET_COMMANDS = commands("wallet-sync");

    /** The four services by the name that their private topics carry. */
    public static final List<String> SERVICES = List.of("assessment", "evidence", "issuance", "wallet-sync");

    /** Topics whose every value is the whole current state of its key. */
    public static final List<String> COMPACTED = List.of(LEARNER, CATALOGUE, CREDENTIAL_DOCUMENT, ENDORSEMENT);

    /** Topics between services, not compacted. */
    public static final List<String> KEPT = List.of(INTAKE, ASSESSMENT, EVALUATION, AWARD, CREDENTIAL, IMPORT, WALLET);

    private Topics() {}

    /** A service's private topic of requested actions. */
    public static String commands(String service) {
        return "meritstream." + service + ".commands";
    }

    /** Where a service puts what it could not process, and why. */
    public static String deadLetters(String service) {
        return "meritstream." + service + ".dead-letters";
    }

    /** The compacted topic that outside subscribers of a tenant read: no personal data. */
    public static String feed(String tenant) {
        return "meritstream.feed." + tenant + ".credentials";
    }
}
