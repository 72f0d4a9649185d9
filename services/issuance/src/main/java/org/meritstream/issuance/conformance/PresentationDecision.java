package org.meritstream.issuance.conformance;

import com.fasterxml.jackson.databind.JsonNode;

/** Whether a document has the form of a verifiable presentation (VC Data Model 2.0, section 4.13). The credentials in it are decided about one by one. */
final class PresentationDecision {
    private PresentationDecision() {}

    static Conformity decide(JsonNode presentation) {
        return DocumentRule.check(
                presentation, "A presentation", "VerifiablePresentation", findings -> check(presentation, findings));
    }

    private static void check(JsonNode presentation, Conformity.Findings findings) {
        JsonNode holder = presentation.path("holder");
        findings.require(
                holder.isMissingNode() || Values.url(holder) || (holder.isObject() && Values.url(holder.path("id"))),
                "holder is neither a URL nor an object with a URL as its id.");
        findings.require(
                Values.several(presentation.path("verifiableCredential")).stream()
                        .allMatch(JsonNode::isObject),
                "verifiableCredential holds something that is no object.");
    }
}
