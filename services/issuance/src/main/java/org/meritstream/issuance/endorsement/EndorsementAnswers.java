package org.meritstream.issuance.endorsement;

import java.util.UUID;
import org.meritstream.issuance.endorsement.EndorseDecision.Refusal;
import org.meritstream.log.Inbound;
import org.meritstream.log.http.Problem;
import org.meritstream.log.postgres.Outcomes;
import org.meritstream.log.postgres.Write;

/** What staff are answered who asked for an endorsement, or to take one back. Pure. */
public final class EndorsementAnswers {
    private EndorsementAnswers() {}

    /** It was done, and this is the endorsement. */
    public static Write done(Inbound command, UUID endorsement) {
        return Outcomes.done(command, "/api/endorsements/" + endorsement);
    }

    /** It was not, and why. */
    public static Write refused(Inbound command, Refusal why) {
        return Outcomes.refused(command, problem(why));
    }

    /** It would be signed, but must not be. */
    public static Write unsigned(Inbound command, String reason) {
        return Outcomes.refused(
                command, Problem.of("unsignable-endorsement", "No endorsement can be made of it", 409, reason + "."));
    }

    private static Problem problem(Refusal why) {
        return switch (why) {
            case NO_ISSUER ->
                Problem.of(
                        "unknown-issuer",
                        "There is no issuer yet",
                        409,
                        "Create it first, with PUT /api/issuers/{tenant}.");
            case UNKNOWN_ENDORSED ->
                Problem.of(
                        "unknown-endorsed",
                        "There is nothing to be endorsed at this address",
                        409,
                        "It has to be the address of a published version of an achievement, or of an issuer, of this installation, to the letter.");
            case ONESELF ->
                Problem.of(
                        "endorsing-oneself",
                        "An issuer does not endorse itself",
                        409,
                        "Endorse a version of an achievement, or another issuer.");
            case SAID_OTHERWISE ->
                Problem.of(
                        "already-endorsed",
                        "It is endorsed already, in other words",
                        409,
                        "Revoke the endorsement that stands, and endorse it anew.");
            case UNKNOWN ->
                Problem.of(
                        "unknown-endorsement",
                        "There is no such endorsement",
                        404,
                        "It is not a signed endorsement of this tenant.");
        };
    }
}
