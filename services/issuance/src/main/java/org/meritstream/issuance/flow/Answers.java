package org.meritstream.issuance.flow;

import java.util.UUID;
import org.meritstream.issuance.credential.ReissueDecision.Refusal;
import org.meritstream.log.Inbound;
import org.meritstream.log.http.Problem;
import org.meritstream.log.postgres.Outcomes;
import org.meritstream.log.postgres.Write;

/** What staff are answered who asked for something to become of a credential. Pure. */
final class Answers {
    private Answers() {}

    /** It was done, and this is the credential. */
    static Write done(Inbound command, UUID credential) {
        return Outcomes.done(command, "/api/credentials/" + credential);
    }

    static Write unknown(Inbound command) {
        return refused(command, Refusal.UNKNOWN);
    }

    static Write refused(Inbound command, Refusal why) {
        return Outcomes.refused(command, problem(why));
    }

    /** It would be signed, but must not be. */
    static Write unsigned(Inbound command, String reason) {
        return Outcomes.refused(
                command, Problem.of("unsignable-credential", "No credential can be made of it", 409, reason + "."));
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
