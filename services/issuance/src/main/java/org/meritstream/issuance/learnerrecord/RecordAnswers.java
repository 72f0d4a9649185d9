package org.meritstream.issuance.learnerrecord;

import java.util.UUID;
import org.meritstream.issuance.learnerrecord.RecordDecision.Refusal;
import org.meritstream.log.Inbound;
import org.meritstream.log.http.Problem;
import org.meritstream.log.postgres.Outcomes;
import org.meritstream.log.postgres.Write;

/** What staff are answered who asked for a record, or for one to be shared. Pure. */
public final class RecordAnswers {
    private RecordAnswers() {}

    /** It was done, and this is the record. */
    public static Write done(Inbound command, UUID record) {
        return Outcomes.done(command, "/api/records/" + record);
    }

    /** It was not, and why. */
    public static Write refused(Inbound command, Refusal why) {
        return Outcomes.refused(command, problem(why));
    }

    /** It would be signed, but must not be. */
    public static Write unsigned(Inbound command, String reason) {
        return Outcomes.refused(
                command, Problem.of("unsignable-record", "No record can be made of it", 409, reason + "."));
    }

    /** There is no such record of this tenant. */
    public static Write unknown(Inbound command) {
        return Outcomes.refused(
                command,
                Problem.of(
                        "unknown-record", "There is no such record", 404, "It is not a signed record of this tenant."));
    }

    private static Problem problem(Refusal why) {
        return switch (why) {
            case NO_ISSUER ->
                Problem.of(
                        "unknown-issuer",
                        "There is no issuer yet",
                        409,
                        "Create it first, with PUT /api/issuers/{tenant}.");
            case UNKNOWN_LEARNER ->
                Problem.of("unknown-learner", "The roster does not know the learner", 409, "See PUT /api/learners.");
            case NOTHING_HELD ->
                Problem.of("nothing-held", "Nothing is held", 409, "No credential of theirs stands at present.");
            case UNKNOWN_STACK ->
                Problem.of(
                        "unknown-credential",
                        "There is no such credential",
                        409,
                        "It is not theirs, or it does not stand any more.");
            case NO_STACK ->
                Problem.of(
                        "no-stack",
                        "The credential is built on no other",
                        409,
                        "Ask for everything that is held, or for one that was earned by holding others.");
            case TOO_MUCH ->
                Problem.of(
                        "too-much-held",
                        "More is held than a record can be made of",
                        409,
                        "At most " + RecordDecision.MOST + " credentials. Ask for those of a stack.");
        };
    }
}
