package org.meritstream.issuance.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What is signed for a request to issue, if anything: the credential as it was sent, with what its securing needs and it left to the issuer. */
final class IssuanceDecision {
    private static final String DATA_INTEGRITY = "https://w3id.org/security/data-integrity/v2";

    private IssuanceDecision() {}

    /** What is decided. */
    sealed interface Decided {

        /** To be signed as it is here. */
        record Signable(ObjectNode document) implements Decided {}

        record Refused(List<Fault> faults) implements Decided {}
    }

    /**
     * What the issuer adds where the request is silent.
     *
     * @param issuer the only one in whose name is signed
     * @param id for a token, which repeats it
     * @param now from when it is valid, where that has to be said: in a token, and in the data model 1.1
     */
    record Own(String issuer, String id, Instant now) {}

    static Decided decide(JsonNode request, Securing way, Own own) {
        JsonNode options = request.path("options");
        if (!(request.path("credential") instanceof ObjectNode sent)
                || !(options.isMissingNode() || options.isObject())) {
            return refused(Fault.unreadable("A request holds a credential, which is an object, and maybe options."));
        }
        if (sent.has("proof")) {
            return refused(new Fault(FaultType.PROOF_GENERATION_ERROR, "The credential is signed already."));
        }
        if (way == Securing.LISTED && sent.has("credentialStatus")) {
            return refused(new Fault(
                    FaultType.MALFORMED_VALUE_ERROR, "This endpoint gives the entry in its status list itself."));
        }
        ObjectNode document = filled(sent.deepCopy(), way, own);
        List<Fault> faults = CredentialDecision.decide(document).reasons();
        if (!faults.isEmpty()) {
            return new Decided.Refused(faults);
        }
        return own.issuer().equals(issuer(document))
                ? new Decided.Signable(document)
                : refused(new Fault(
                        FaultType.PROOF_GENERATION_ERROR, "This endpoint signs in the name of its own issuer alone."));
    }

    private static ObjectNode filled(ObjectNode document, Securing way, Own own) {
        if (!document.has("issuer")) {
            document.put("issuer", own.issuer());
        } else if (document.path("issuer") instanceof ObjectNode issuer && !issuer.has("id")) {
            issuer.put("id", own.issuer());
        }
        if (way == Securing.JWT) {
            repeated(document, own);
        } else if (ContextRule.isOlder(document)) {
            older(document, own);
        }
        return document;
    }

    /** Open Badges 3.0, section 8.2.4: what a token's claims repeat. */
    private static void repeated(ObjectNode document, Own own) {
        if (!document.has("id")) {
            document.put("id", own.id());
        }
        dated(document, "validFrom", own);
    }

    /** Data Integrity 1.0, section 2.4.2: the terms of a proof are not among those of the data model 1.1. */
    private static void older(ObjectNode document, Own own) {
        dated(document, "issuanceDate", own);
        ArrayNode contexts = (ArrayNode) document.path("@context");
        if (!Values.includes(contexts, DATA_INTEGRITY)) {
            contexts.add(DATA_INTEGRITY);
        }
    }

    private static void dated(ObjectNode document, String member, Own own) {
        if (!document.has(member)) {
            document.put(member, own.now().truncatedTo(ChronoUnit.SECONDS).toString());
        }
    }

    private static String issuer(JsonNode document) {
        JsonNode issuer = document.path("issuer");
        return (issuer.isObject() ? issuer.path("id") : issuer).asText();
    }

    private static Decided refused(Fault fault) {
        return new Decided.Refused(List.of(fault));
    }
}
