package org.meritstream.walletsync.claim;

import java.util.UUID;

/** Where the page of a collected credential is; its session's cookie goes nowhere else. */
final class CredentialPath {
    /** The cookie of a session. */
    static final String COOKIE = "meritstream-session";

    private static final String ROOT = "/claim/credentials/";

    private CredentialPath() {}

    static String of(UUID credential) {
        return ROOT + credential;
    }

    /** Where the records of its learner are; below it, so that the session reaches them. */
    static String records(UUID credential) {
        return of(credential) + "/records";
    }
}
