package org.meritstream.issuance.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.meritstream.issuance.proof.Contexts;

/** The contexts of a document (VC Data Model 2.0, section 4.3): the base context first, then addresses and objects. Pure. */
final class ContextRule {
    private static final String CREDENTIALS_V1 = "https://www.w3.org/2018/credentials/v1";

    private ContextRule() {}

    /** Whether a document says that it is of the data model 1.1. */
    static boolean isOlder(JsonNode document) {
        return CREDENTIALS_V1.equals(first(document));
    }

    static void check(JsonNode document, Conformity.Findings findings) {
        JsonNode context = document.path("@context");
        if (!context.isArray()) {
            findings.require(false, "@context is not an ordered set.");
            return;
        }
        findings.require(
                Contexts.CREDENTIALS_V2.equals(first(document)) || isOlder(document),
                "@context does not begin with the terms of verifiable credentials.");
        List<JsonNode> all = Values.several(context);
        findings.require(
                all.stream().allMatch(one -> Values.url(one) || one.isObject()),
                "@context holds something that is neither an address nor an object.");
    }

    private static String first(JsonNode document) {
        return document.path("@context").path(0).asText();
    }
}
