package org.meritstream.issuance.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meritstream.issuance.proof.DataIntegrity;
import org.meritstream.issuance.proof.ProofVerdict;
import org.meritstream.issuance.proof.StatedProof;

/** Verifies a presentation and each credential in it. One without a proof says nothing of its holder, and is verified if what it shows is. */
final class PresentationCheck {
    private static final String PURPOSE = "authentication";

    private final DataIntegrity suite;
    private final CredentialCheck credentials;

    PresentationCheck(DataIntegrity suite, CredentialCheck credentials) {
        this.suite = suite;
        this.credentials = credentials;
    }

    /**
     * What whoever asked for the presentation wants its proof to say; null where they do not mind.
     *
     * @param domain for whom it was made
     * @param challenge what it answers
     */
    record Wanted(@Nullable String domain, @Nullable String challenge) {}

    /** What is wrong with it; nothing where it is verified. */
    List<Fault> faults(JsonNode presentation, Wanted wanted, Instant now) {
        List<Fault> form = PresentationDecision.decide(presentation).reasons();
        if (!form.isEmpty()) {
            return form;
        }
        List<Fault> faults = new ArrayList<>(credentials.lost(presentation));
        if (presentation.has("proof")) {
            faults.addAll(proofs(presentation, wanted, now));
        }
        Values.several(presentation.path("verifiableCredential"))
                .forEach(credential -> faults.addAll(credentials.faults(credential, now)));
        return faults;
    }

    private List<Fault> proofs(JsonNode presentation, Wanted wanted, Instant now) {
        try {
            List<Fault> faults = new ArrayList<>();
            for (DataIntegrity.Judged judged :
                    suite.judge(presentation.toString(), PURPOSE, new DidKeys(holder(presentation)))) {
                verdict(judged.verdict(), faults);
                faults.addAll(stated(judged.proof(), wanted, now));
            }
            return faults;
        } catch (IllegalArgumentException e) {
            return List.of(new Fault(FaultType.PROOF_VERIFICATION_ERROR, String.valueOf(e.getMessage())));
        }
    }

    private static void verdict(ProofVerdict verdict, List<Fault> faults) {
        switch (verdict) {
            case ProofVerdict.Valid ignored -> {}
            case ProofVerdict.Invalid invalid ->
                faults.add(new Fault(FaultType.PROOF_VERIFICATION_ERROR, invalid.reason()));
            case ProofVerdict.Unchecked unchecked ->
                faults.add(new Fault(FaultType.INVALID_VERIFICATION_METHOD, unchecked.reason()));
        }
    }

    /** Data Integrity 1.0, section 4.4: what the proof says of when, for whom and in answer to what. */
    private static List<Fault> stated(StatedProof proof, Wanted wanted, Instant now) {
        List<Fault> faults = new ArrayList<>();
        if (wanted.domain() != null && !wanted.domain().equals(proof.domain())) {
            faults.add(new Fault(FaultType.INVALID_DOMAIN_ERROR, "The proof was not made for this domain."));
        }
        if (wanted.challenge() != null && !wanted.challenge().equals(proof.challenge())) {
            faults.add(new Fault(FaultType.INVALID_CHALLENGE_ERROR, "The proof does not answer this challenge."));
        }
        String expires = proof.expires();
        if (expires != null && expired(expires, now)) {
            faults.add(new Fault(FaultType.PROOF_VERIFICATION_ERROR, "The proof was for a time that is over."));
        }
        return faults;
    }

    /** What is unreadable counts as over. */
    private static boolean expired(String expires, Instant now) {
        Instant moment = Values.moment(TextNode.valueOf(expires));
        return moment == null || moment.isBefore(now);
    }

    private static @Nullable String holder(JsonNode presentation) {
        JsonNode holder = presentation.path("holder");
        JsonNode id = holder.isObject() ? holder.path("id") : holder;
        return id.isTextual() ? id.textValue() : null;
    }
}
