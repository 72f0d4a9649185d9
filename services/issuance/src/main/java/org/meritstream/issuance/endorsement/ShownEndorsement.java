package org.meritstream.issuance.endorsement;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.meritstream.issuance.verification.Check;
import org.meritstream.issuance.verification.ShownCheck;
import org.meritstream.issuance.verification.Verification;
import org.meritstream.issuance.verification.Verifier;
import org.meritstream.issuance.verification.Words;

/**
 * An endorsement as a page shows it.
 *
 * @param endorser name of whoever says it
 * @param name of the document, which says what is endorsed
 * @param endorsedName of what is endorsed
 * @param endorsedPage where it has a page
 * @param said in paragraphs, as it was written
 * @param state css class of the verdict
 * @param reason the check that decided it
 */
public record ShownEndorsement(
        String endorser,
        String endorserUrl,
        String name,
        String endorsedName,
        String endorsedPage,
        List<String> said,
        String issued,
        String address,
        String state,
        String verdict,
        String reason,
        String checkedAt,
        List<ShownCheck> checks) {

    /** With its verification at this moment. */
    public static ShownEndorsement of(PublicEndorsement endorsement, Verifier verifier, Instant now) {
        Verification verification = endorsement.verified(verifier, now);
        JsonNode document = endorsement.tree();
        return new ShownEndorsement(
                document.at("/issuer/name").asText(),
                document.at("/issuer/url").asText(),
                document.path("name").asText(),
                document.path("name").asText().replaceFirst("^" + EndorsementCredential.NAMED, ""),
                page(
                        document.path("id").asText(),
                        document.at("/credentialSubject/id").asText()),
                paragraphs(document.at("/credentialSubject/endorsementComment").asText()),
                Words.day(Instant.parse(document.path("validFrom").asText())),
                document.path("id").asText(),
                ShownCheck.state(verification.result()),
                verdict(endorsement, verification),
                reason(verification),
                Words.moment(verification.at()),
                ShownCheck.all(verification));
    }

    /** A DID has none; the issuer that it names is of the same installation as the endorsement. */
    private static String page(String endorsement, String endorsed) {
        return endorsed.startsWith("did:")
                ? endorsement.substring(0, endorsement.lastIndexOf("/endorsements/"))
                        + "/issuers/"
                        + endorsed.substring(endorsed.lastIndexOf(':') + 1)
                : endorsed;
    }

    private static List<String> paragraphs(String comment) {
        return Arrays.stream(comment.split("\\R\\s*\\R"))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static String verdict(PublicEndorsement endorsement, Verification verification) {
        return switch (verification.result()) {
            case VALID -> "This endorsement is valid";
            case INVALID ->
                endorsement.revocation() == null ? "This endorsement is not valid" : "This endorsement was taken back";
            case UNCHECKED -> "This endorsement could not be fully checked";
        };
    }

    private static String reason(Verification verification) {
        return verification.result() == Check.Result.VALID
                ? "Its issuer signed exactly this and has not revoked it."
                : verification.reason();
    }
}
