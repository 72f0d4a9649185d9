package org.meritstream.issuance.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Whether a document has the form of a verifiable presentation (VC Data Model 2.0, section 4.13). The credentials in it are decided about one by one. */
final class PresentationDecision {
    private PresentationDecision() {}

    static Conformity decide(JsonNode presentation) {
        if (!presentation.isObject()) {
            return Conformity.of(List.of(Fault.unreadable("A presentation is an object.")));
        }
        Conformity.Findings findings = new Conformity.Findings();
        ContextRule.check(presentation, findings);
        JsonNode type = presentation.path("type");
        findings.require(
                Values.types(type) && Values.includes(type, "VerifiablePresentation"),
                "type does not say that it is a VerifiablePresentation.");
        findings.require(Values.noneOrUrl(presentation), "id is not one URL.");
        JsonNode holder = presentation.path("holder");
        findings.require(
                holder.isMissingNode() || Values.url(holder) || (holder.isObject() && Values.url(holder.path("id"))),
                "holder is neither a URL nor an object with a URL as its id.");
        findings.require(
                Values.several(presentation.path("verifiableCredential")).stream()
                        .allMatch(JsonNode::isObject),
                "verifiableCredential holds something that is no object.");
        return findings.conformity();
    }
}
