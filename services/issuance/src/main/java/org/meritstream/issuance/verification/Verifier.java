package org.meritstream.issuance.verification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.meritstream.events.EventFormat;
import org.meritstream.issuance.credential.OfficialSchema;
import org.meritstream.issuance.proof.DataIntegrity;
import org.meritstream.issuance.proof.Multikey;
import org.meritstream.issuance.proof.ProofVerdict;
import org.meritstream.issuance.status.Bitstring;

/**
 * Makes the checks. The moment and all that was fetched are arguments. What follows from the bytes alone (is it what this key signed, has it
 * the form of the standard) is remembered by their digest; the entry in the list and the dates are looked at each time.
 */
@ApplicationScoped
public class Verifier {
    private static final String SIGNATURE = "Signature";
    private static final String STATUS = "Status";
    private static final String DATES = "Dates";
    private static final String FORM = "Form";

    /** About 4 MB of digests and verdicts. */
    private static final int REMEMBERED = 20_000;

    private final DataIntegrity suite;
    private final OfficialSchema schema = new OfficialSchema();
    private final Remembered<ProofVerdict> proofs = new Remembered<>(REMEMBERED);
    private final Remembered<Integer> violations = new Remembered<>(REMEMBERED);

    public Verifier(DataIntegrity suite) {
        this.suite = suite;
    }

    /** All checks, in the order in which they matter. */
    public Verification verify(Evidence evidence, Instant now) {
        JsonNode credential = tree(evidence.secured());
        return new Verification(
                List.of(
                        signature(evidence, credential),
                        status(evidence, credential),
                        dates(credential, now),
                        form(evidence.secured())),
                now);
    }

    private Check signature(Evidence evidence, JsonNode credential) {
        String multikey = evidence.multikey();
        if (multikey == null) {
            return Check.unchecked(SIGNATURE, "The issuer's list of keys could not be read.");
        }
        String issuer = credential.at("/issuer/name").asText("the issuer");
        return switch (proof(evidence.secured(), multikey)) {
            case ProofVerdict.Valid ignored ->
                Check.valid(SIGNATURE, "This is exactly what " + issuer + " signed; nothing was changed since.");
            case ProofVerdict.Invalid invalid -> Check.invalid(SIGNATURE, invalid.reason());
            case ProofVerdict.Unchecked unchecked -> Check.unchecked(SIGNATURE, unchecked.reason());
        };
    }

    private Check status(Evidence evidence, JsonNode credential) {
        String known = evidence.revocation();
        if (known != null) {
            return Check.invalid(STATUS, known);
        }
        String list = evidence.statusList();
        if (list == null) {
            return Check.unchecked(STATUS, "The issuer's list of revocations could not be read.");
        }
        JsonNode entry = credential.path("credentialStatus");
        JsonNode published = tree(list);
        if (!published.path("id").equals(entry.path("statusListCredential"))) {
            return Check.unchecked(STATUS, "The list of revocations is not the one that the credential names.");
        }
        String multikey = evidence.multikey();
        if (multikey == null) {
            return Check.unchecked(
                    STATUS, "The list of revocations can not be trusted without the issuer's list of keys.");
        }
        return proof(list, multikey) instanceof ProofVerdict.Valid
                ? bit(entry, published)
                : Check.unchecked(STATUS, "The list of revocations is not properly signed.");
    }

    private static Check bit(JsonNode entry, JsonNode published) {
        try {
            int index = Integer.parseInt(entry.path("statusListIndex").asText());
            String encoded = published.at("/credentialSubject/encodedList").asText();
            return Bitstring.decoded(encoded).isSet(index)
                    ? Check.invalid(STATUS, "The issuer revoked it.")
                    : Check.valid(STATUS, "The issuer has not revoked it.");
        } catch (IllegalArgumentException e) {
            return Check.unchecked(STATUS, "The list of revocations could not be understood.");
        }
    }

    private static Check dates(JsonNode credential, Instant now) {
        try {
            Instant from =
                    OffsetDateTime.parse(credential.path("validFrom").asText()).toInstant();
            if (now.isBefore(from)) {
                return Check.invalid(DATES, "It is not in force yet; it will be from " + Words.day(from) + ".");
            }
            if (!credential.has("validUntil")) {
                return Check.valid(DATES, "In force since " + Words.day(from) + "; it does not expire.");
            }
            Instant until =
                    OffsetDateTime.parse(credential.path("validUntil").asText()).toInstant();
            return now.isAfter(until)
                    ? Check.invalid(DATES, "It expired on " + Words.day(until) + ".")
                    : Check.valid(DATES, "In force from " + Words.day(from) + " until " + Words.day(until) + ".");
        } catch (DateTimeException e) {
            return Check.unchecked(DATES, "Its dates could not be read.");
        }
    }

    private ProofVerdict proof(String secured, String multikey) {
        return proofs.of(secured, multikey, () -> suite.verify(secured, Multikey.publicKey(multikey)));
    }

    private Check form(String secured) {
        int found = violations.of(secured, "", () -> schema.violations(secured).size());
        return found == 0
                ? Check.valid(FORM, "It has the form that the Open Badges 3.0 standard asks for.")
                : Check.invalid(FORM, "It breaks the Open Badges 3.0 standard in " + found + " places.");
    }

    private static JsonNode tree(String json) {
        try {
            return EventFormat.JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not JSON", e);
        }
    }
}
