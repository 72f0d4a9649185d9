package org.meritstream.walletsync.wallet;

import org.meritstream.log.http.Problem;

/** Why a wallet does not do as it is asked. */
public enum Refusal {
    /** The wallet holds no such credential. */
    NOT_OFFERED,
    /** The credential was revoked. */
    REVOKED,
    /** A later decision of the learner stands. */
    OVERTAKEN,
    /** The learner asked for as many records as are made within a day. */
    ENOUGH_RECORDS;

    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int TOO_MANY_REQUESTS = 429;

    /** The refusal as a caller reads it. */
    public Problem problem() {
        return switch (this) {
            case NOT_OFFERED ->
                Problem.of(
                        "unknown-credential",
                        "There is no such credential",
                        NOT_FOUND,
                        "This tenant offers none of this id.");
            case REVOKED ->
                Problem.of(
                        "credential-revoked",
                        "The credential was revoked",
                        CONFLICT,
                        "A revoked credential can be neither collected nor shared anew.");
            case OVERTAKEN ->
                Problem.of(
                        "overtaken",
                        "A later decision stands",
                        CONFLICT,
                        "The learner decided otherwise after this was asked.");
            case ENOUGH_RECORDS ->
                Problem.of(
                        "enough-records",
                        "As many records were asked for as are made within a day",
                        TOO_MANY_REQUESTS,
                        "Ask again a day after the first of them.");
        };
    }
}
