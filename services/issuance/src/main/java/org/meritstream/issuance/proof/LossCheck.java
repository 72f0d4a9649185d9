package org.meritstream.issuance.proof;

import com.apicatalog.jsonld.lang.BlankNode;
import com.apicatalog.jsonld.lang.LanguageTag;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

/**
 * The second half of safe mode: after expansion, every node identifier, type and property must be an absolute, well-formed IRI, and every language a
 * well-formed tag. JSON-LD to RDF drops
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
            } else if (key.equals("@language")) {
                language(value);
            } else if (!literal && !key.equals("@context")) {
                property(key);
                value(value);
            }
        });
    }

    /** What no RDF predicate can be is dropped, a blank node among it. */
    private static void property(String key) {
        if (!key.startsWith("@") && (!absolute(key) || key.startsWith("_:"))) {
            throw new UnsafeDocument("A property is not an absolute, well-formed IRI");
        }
    }

    private static void language(JsonValue value) {
        if (!(value instanceof JsonString tag) || !LanguageTag.isWellFormed(tag.getString())) {
            throw new UnsafeDocument("@language is not a well-formed language tag");
        }
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

    /**
     * Absolute: a scheme (RFC 3986, section 3.1) and a colon, or a blank node. Well-formed: none of the characters that N-Quads forbids in an IRI.
     */
    static boolean absolute(String iri) {
        if (iri.equals("@json")) {
            return true;
        }
        int colon = iri.indexOf(':');
        return colon > 0
                && (scheme(iri, colon) || BlankNode.isWellFormed(iri))
                && iri.chars().allMatch(LossCheck::allowed);
    }

    /** A colon further on, as before a port, makes no scheme of what stands before it: such an id is dropped with all that it says. */
    private static boolean scheme(String iri, int colon) {
        return letter(iri.charAt(0))
                && iri.chars().limit(colon).allMatch(c -> letter(c) || (c >= '0' && c <= '9') || "+.-".indexOf(c) >= 0);
    }

    private static boolean letter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean allowed(int c) {
        return c > 0x20 && "<>\"{}|^`\\".indexOf(c) < 0;
    }
}
