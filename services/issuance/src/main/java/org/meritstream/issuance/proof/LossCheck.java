package org.meritstream.issuance.proof;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

/**
 * The second half of safe mode: after expansion, every node identifier and type must be an absolute, well-formed IRI. JSON-LD to RDF drops
 * the others without a word (JSON-LD 1.1 API, section 8.2), and a signature would not cover them.
 */
final class LossCheck {
    private LossCheck() {}

    static void of(JsonArray expanded) {
        if (expanded.isEmpty()) {
            throw new UnsafeDocument("Nothing is left of the document after expansion");
        }
        expanded.forEach(LossCheck::value);
    }

    private static void value(JsonValue value) {
        switch (value.getValueType()) {
            case ARRAY -> value.asJsonArray().forEach(LossCheck::value);
            case OBJECT -> object(value.asJsonObject());
            case STRING, NUMBER, TRUE, FALSE, NULL -> {}
        }
    }

    private static void object(JsonObject node) {
        boolean literal = node.containsKey("@value");
        node.forEach((key, value) -> {
            if (key.equals("@id") || key.equals("@type")) {
                iris(key, value);
            } else if (!literal && !key.equals("@context")) {
                value(value);
            }
        });
    }

    private static void iris(String key, JsonValue value) {
        if (value instanceof JsonArray several) {
            several.forEach(one -> iris(key, one));
        } else if (value instanceof JsonString iri && !absolute(iri.getString())) {
            throw new UnsafeDocument(key + " is not an absolute, well-formed IRI");
        } else if (!(value instanceof JsonString)) {
            throw new UnsafeDocument(key + " is not a string");
        }
    }

    /** Absolute: a scheme and a colon. Well-formed: none of the characters that N-Quads forbids in an IRI. */
    static boolean absolute(String iri) {
        if (iri.equals("@json")) {
            return true;
        }
        int colon = iri.indexOf(':');
        return colon > 0 && iri.chars().allMatch(LossCheck::allowed);
    }

    private static boolean allowed(int c) {
        return c > 0x20 && "<>\"{}|^`\\".indexOf(c) < 0;
    }
}
