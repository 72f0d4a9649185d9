package org.meritstream.issuance.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.EventFormat;
import org.meritstream.issuance.proof.Cryptosuite;
import org.meritstream.issuance.proof.DataIntegrity;
import org.meritstream.issuance.proof.JoseSecuring;
import org.meritstream.issuance.proof.ProofOptions;
import org.meritstream.issuance.proof.UnsafeDocument;
import org.meritstream.issuance.verification.Verifier;

/** What the suites ask for, answered by what issues and verifies everywhere else in this service. Knows no HTTP but its numbers. */
final class VcApi {
    private static final String NO_REQUEST = "The body is not a JSON object with what is to be verified in it.";

    private static final String VC = "application/vc";

    private final Map<Securing, ConformanceIssuer> issuers;
    private final DataIntegrity suite;
    private final CredentialCheck credentials;
    private final PresentationCheck presentations;
    private final ConformanceList list;

    VcApi(
            Map<Securing, ConformanceIssuer> issuers,
            DataIntegrity suite,
            Verifier verifier,
            ConformanceList.Place place) {
        this.issuers = Map.copyOf(issuers);
        this.suite = suite;
        this.list = new ConformanceList(issuer(Securing.LISTED), suite, place);
        this.credentials = new CredentialCheck(suite, verifier, list.documents());
        this.presentations = new PresentationCheck(suite, credentials);
    }

    /** Who signs at which endpoint, for whoever writes a suite's manifest. */
    Answer issuers() {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        for (Securing way : Securing.values()) {
            all.put(way.path(), issuer(way).did());
        }
        return new Answer(200, "application/json", all.toString());
    }

    /**
     * Signs a credential.
     *
     * @param id for one that has none and needs it
     */
    Answer issue(Securing way, String body, String id, Instant now) {
        JsonNode request = object(body);
        if (request == null) {
            return Answer.notIssued(List.of(Fault.unreadable("The body is not a JSON object.")));
        }
        ConformanceIssuer issuer = issuer(way);
        IssuanceDecision.Own own = new IssuanceDecision.Own(issuer.did(), id, now);
        return switch (IssuanceDecision.decide(request, way, own)) {
            case IssuanceDecision.Decided.Refused refused -> Answer.notIssued(refused.faults());
            case IssuanceDecision.Decided.Signable signable -> {
                if (way == Securing.LISTED) {
                    list.enter(signable.document());
                }
                yield signed(way, issuer, signable.document().toString(), now);
            }
        };
    }

    /**
     * The status list, signed now; as JSON to whoever does not know the type of credentials.
     *
     * @param accept of the request
     */
    Answer list(@Nullable String accept) {
        boolean known = accept != null && accept.contains(VC);
        return new Answer(200, known ? VC : "application/json", list.document());
    }

    /** Verifies a credential. */
    Answer verifyCredential(String body, Instant now) {
        return verify(
                body, "verifiableCredential", request -> credentials.faults(request.path("verifiableCredential"), now));
    }

    /** Verifies a presentation. */
    Answer verifyPresentation(String body, Instant now) {
        return verify(body, "verifiablePresentation", request -> {
            JsonNode options = request.path("options");
            var wanted = new PresentationCheck.Wanted(text(options, "domain"), text(options, "challenge"));
            return presentations.faults(request.path("verifiablePresentation"), wanted, now);
        });
    }

    private static Answer verify(String body, String member, Function<JsonNode, List<Fault>> check) {
        JsonNode request = object(body);
        return request == null || !request.has(member)
                ? Answer.verified(List.of(Fault.unreadable(NO_REQUEST)))
                : Answer.verified(check.apply(request));
    }

    private Answer signed(Securing way, ConformanceIssuer issuer, String document, Instant now) {
        try {
            suite.canonical(document);
            return Answer.issued(secured(way, issuer, document, now));
        } catch (UnsafeDocument e) {
            return Answer.notIssued(List.of(new Fault(
                    FaultType.DATA_LOSS_DETECTION_ERROR, "It says something that no signature could cover.")));
        } catch (IllegalArgumentException e) {
            return Answer.notIssued(
                    List.of(new Fault(FaultType.PROOF_GENERATION_ERROR, String.valueOf(e.getMessage()))));
        }
    }

    private String secured(Securing way, ConformanceIssuer issuer, String document, Instant now) {
        Cryptosuite cryptosuite = way.suite();
        if (cryptosuite == null) {
            return EnvelopeDecision.enveloped(
                    JoseSecuring.secured(document, issuer.verificationMethod(), issuer.kind(), issuer.signer()));
        }
        ProofOptions options = new ProofOptions(cryptosuite, now, issuer.verificationMethod());
        String value = suite.proofValue(document, options, issuer.kind(), issuer.signer());
        return DataIntegrity.secured(document, options, value);
    }

    private ConformanceIssuer issuer(Securing way) {
        ConformanceIssuer issuer = issuers.get(way);
        if (issuer == null) {
            throw new IllegalStateException("Nobody signs by " + way);
        }
        return issuer;
    }

    private static @Nullable JsonNode object(String body) {
        try {
            JsonNode tree = EventFormat.JSON.readTree(body);
            return tree != null && tree.isObject() ? tree : null;
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private static @Nullable String text(JsonNode options, String member) {
        return options.path(member).isTextual() ? options.path(member).textValue() : null;
    }
}
