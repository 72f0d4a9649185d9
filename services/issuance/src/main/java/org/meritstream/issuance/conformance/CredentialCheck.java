package org.meritstream.issuance.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.meritstream.issuance.fetching.Documents;
import org.meritstream.issuance.proof.DataIntegrity;
import org.meritstream.issuance.proof.UnsafeDocument;
import org.meritstream.issuance.verification.Check;
import org.meritstream.issuance.verification.Opened;
import org.meritstream.issuance.verification.Opening;
import org.meritstream.issuance.verification.Presented;
import org.meritstream.issuance.verification.Verification;
import org.meritstream.issuance.verification.Verifier;

/**
 * Verifies a credential as the suites ask for it: by the one {@link Verifier}, and strictly. What could not be checked counts as not verified, and
 * the form is that of the data model to the letter, which a verifier for people need not insist on.
 */
final class CredentialCheck {
    private final DataIntegrity suite;
    private final Verifier verifier;
    private final Documents documents;

    CredentialCheck(DataIntegrity suite, Verifier verifier, Documents documents) {
        this.suite = suite;
        this.verifier = verifier;
        this.documents = documents;
    }

    /** What is wrong with it; nothing where it is verified. */
    List<Fault> faults(JsonNode credential, Instant now) {
        if (!credential.isObject()) {
            return List.of(Fault.unreadable("A verifiable credential is an object."));
        }
        return switch (EnvelopeDecision.decide(credential)) {
            case EnvelopeDecision.Decided.Plain ignored -> plain(credential, now);
            case EnvelopeDecision.Decided.Enveloped enveloped -> token(enveloped.token(), now);
            case EnvelopeDecision.Decided.Refused refused -> refused.faults();
        };
    }

    private List<Fault> plain(JsonNode credential, Instant now) {
        List<Fault> form = CredentialDecision.decide(credential).reasons();
        List<Fault> faults = form.isEmpty() ? lost(credential) : form;
        return faults.isEmpty()
                ? verified(new Presented.Document(credential.toString(), credential, "as JSON"), now)
                : faults;
    }

    private List<Fault> token(String text, Instant now) {
        if (!(Opening.open(text.getBytes(StandardCharsets.UTF_8)) instanceof Opened.Credential found)
                || !(found.presented() instanceof Presented.Token token)) {
            return List.of(Fault.unreadable("What is in the envelope is no token with a credential in it."));
        }
        List<Fault> form = CredentialDecision.decide(token.credential()).reasons();
        return form.isEmpty() ? verified(token, now) : form;
    }

    /** Whether all of a document, but for its proofs, comes to RDF (Data Integrity 1.0, section 2.4.1). */
    List<Fault> lost(JsonNode document) {
        ObjectNode bare = document.deepCopy();
        bare.remove("proof");
        try {
            suite.canonical(bare.toString());
            return List.of();
        } catch (UnsafeDocument e) {
            return List.of(
                    new Fault(FaultType.DATA_LOSS_DETECTION_ERROR, "It says something that no signature could cover."));
        }
    }

    private List<Fault> verified(Presented presented, Instant now) {
        Verification verification = verifier.verify(presented, documents, now);
        return verification.checks().stream()
                .filter(check -> check.result() != Check.Result.VALID)
                .map(CredentialCheck::fault)
                .toList();
    }

    private static Fault fault(Check check) {
        boolean unchecked = check.result() == Check.Result.UNCHECKED;
        FaultType type = switch (check.name()) {
            case PARSE -> FaultType.PARSING_ERROR;
            case CONTEXT, TYPE, SCHEMA -> FaultType.MALFORMED_VALUE_ERROR;
            case ISSUER -> FaultType.INVALID_VERIFICATION_METHOD;
            case PROOF -> FaultType.PROOF_VERIFICATION_ERROR;
            case STATUS -> unchecked ? FaultType.STATUS_RETRIEVAL_ERROR : FaultType.STATUS_VERIFICATION_ERROR;
            case DATES -> FaultType.RANGE_ERROR;
            case EVIDENCE -> FaultType.CRYPTOGRAPHIC_SECURITY_ERROR;
        };
        return new Fault(type, check.reason());
    }
}
