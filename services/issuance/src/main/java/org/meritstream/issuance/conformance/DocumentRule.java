package org.meritstream.issuance.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Consumer;

/** What every document of the data model must have: it is an object, says its contexts and its type, and has one id at most (sections 4.3 to 4.5). */
final class DocumentRule {
    private DocumentRule() {}

    /**
     * Checks that, and what else its kind asks for.
     *
     * @param kind in words, {@code A credential}
     * @param type that it must have among its own
     */
    static Conformity check(JsonNode document, String kind, String type, Consumer<Conformity.Findings> rest) {
        if (!document.isObject()) {
            return Conformity.of(List.of(Fault.unreadable(kind + " is an object.")));
        }
        Conformity.Findings findings = new Conformity.Findings();
        ContextRule.check(document, findings);
        findings.require(
                Values.types(document.path("type")) && Values.includes(document.path("type"), type),
                "type does not say that it is a " + type + ".");
        findings.require(Values.noneOrUrl(document), "id is not one URL.");
        rest.accept(findings);
        return findings.conformity();
    }
}
