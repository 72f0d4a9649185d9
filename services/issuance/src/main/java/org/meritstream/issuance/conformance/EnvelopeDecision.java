package org.meritstream.issuance.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import org.meritstream.issuance.proof.Contexts;

/** Whether an object is a token in an envelope (VC Data Model 2.0, section 4.13.1), and which token. */
final class EnvelopeDecision {
    private static final String TYPE = "EnvelopedVerifiableCredential";
    private static final String BEFORE_TOKEN = "data:application/vc+jwt,";
    private static final Set<String> MEMBERS = Set.of("@context", "id", "type");

    private EnvelopeDecision() {}

    /** What is decided. */
    sealed interface Decided {

        /** It is none, and does not say so. */
        record Plain() implements Decided {}

        /** It holds this compact JWS. */
        record Enveloped(String token) implements Decided {}

        /** It says that it is one, and is none. */
        record Refused(List<Fault> faults) implements Decided {}
    }

    static Decided decide(JsonNode object) {
        if (!Values.includes(object.path("type"), TYPE)) {
            return new Decided.Plain();
        }
        Conformity.Findings findings = new Conformity.Findings();
        findings.require(
                Values.includes(object.path("@context"), Contexts.CREDENTIALS_V2),
                "@context does not define what an envelope is.");
        findings.require(
                object.properties().stream().allMatch(member -> MEMBERS.contains(member.getKey())),
                "An envelope says nothing beside what is in it.");
        String id = object.path("id").asText();
        findings.require(id.startsWith(BEFORE_TOKEN), "id is not a data URL of an application/vc+jwt.");
        List<Fault> faults = findings.conformity().reasons();
        return faults.isEmpty()
                ? new Decided.Enveloped(id.substring(BEFORE_TOKEN.length()))
                : new Decided.Refused(faults);
    }

    /** The envelope of a token, as JSON text. */
    static String enveloped(String token) {
        return "{\"@context\":\"%s\",\"id\":\"%s%s\",\"type\":\"%s\"}"
                .formatted(Contexts.CREDENTIALS_V2, BEFORE_TOKEN, token, TYPE);
    }
}
