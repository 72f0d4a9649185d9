package org.meritstream.issuance.flow;

import java.util.UUID;
import org.meritstream.issuance.bulk.Verdict;
import org.meritstream.issuance.credential.ReissueDecision.Refusal;
import org.meritstream.issuance.credential.SuspendDecision;
import org.meritstream.log.Inbound;
import org.meritstream.log.http.Problem;
import org.meritstream.log.postgres.Outcomes;
import org.meritstream.log.postgres.Write;

/** What staff are answered who asked for something to become of a credential, of one or of many. Pure. */
final class Answers {
    private Answers() {}

    /** The outcome of a command. */
    static Write of(Inbound command, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Done(UUID credential) -> Outcomes.done(command, "/api/credentials/" + credential);
            case Verdict.Refused(Problem problem) -> Outcomes.refused(command, problem);
        };
    }

    static Verdict refused(Refusal why) {
        return new Verdict.Refused(problem(why));
    }

    static Verdict refused(SuspendDecision.Refusal why) {
        return new Verdict.Refused(
                switch (why) {
                    case UNKNOWN -> problem(Refusal.UNKNOWN);
                    case REVOKED ->
                        Problem.of(
                                "revoked-credential",
                                "The credential was revoked",
                                409,
                                "A revocation is for ever: what was revoked is neither suspended nor reinstated.");
                    case NOT_SUSPENDABLE ->
                        Problem.of(
                                "not-suspendable",
                                "The credential can not be suspended",
                                409,
                                "It was issued with an entry in the list of what is revoked, and none in a list of what is suspended. Revoke it,"
                                        + " or let it stand.");
                    case OVERTAKEN ->
                        Problem.of(
                                "overtaken",
                                "The opposite was asked for later",
                                409,
                                "Of suspending and reinstating what was asked for last stands. Ask again if that is not what is wanted.");
                });
    }

    /** It would be signed, but must not be. */
    static Verdict unsigned(String reason) {
        return new Verdict.Refused(
                Problem.of("unsignable-credential", "No credential can be made of it", 409, reason + "."));
    }

    /** Nothing is left to be secured again. */
    static Verdict alreadySecured() {
        return new Verdict.Refused(Problem.of(
                "already-secured",
                "The credential is secured by the keys in use",
                409,
                "There is nothing to be secured again."));
    }

    private static Problem problem(Refusal why) {
        return switch (why) {
            case UNKNOWN ->
                Problem.of(
                        "unknown-credential",
                        "There is no such credential",
                        404,
                        "It is not a signed credential of this tenant.");
            case REVOKED ->
                Problem.of(
                        "revoked-credential",
                        "The credential was revoked",
                        409,
                        "What was revoked, or whose award was withdrawn, is not issued anew.");
            case SUSPENDED ->
                Problem.of(
                        "suspended-credential",
                        "The credential is suspended",
                        409,
                        "It is renewed once it is reinstated.");
            case ENDLESS ->
                Problem.of(
                        "endless-credential",
                        "The credential does not end",
                        409,
                        "Its achievement version says of no number of months for which it is valid.");
            case CORRECTED ->
                Problem.of(
                        "corrected-credential",
                        "The credential was corrected",
                        409,
                        "Renew the one that took its place.");
            case NAME_IS_RIGHT ->
                Problem.of(
                        "nothing-to-correct",
                        "The credential states the name that the roster has",
                        409,
                        "Correct the name in the roster first (PUT /api/learners), and try again a moment later.");
        };
    }
}
