package org.meritstream.issuance.proof;

import jakarta.json.JsonArray;
import jakarta.json.JsonConfig;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A document taken apart: what was signed, and its proofs.
 *
 * @param document without its proofs
 * @param proofs one or more
 */
record SecuredDocument(JsonObject document, List<JsonObject> proofs) {
    /** Each may take a canonicalization of its own, so whoever writes a document must not choose how many. */
    static final int MOST_PROOFS = 16;

    private static final JsonProvider JSON = JsonProvider.provider();

    /** A member that stands twice is refused: what one reader takes for the document, another would not. */
    private static final JsonReaderFactory READERS =
            JSON.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

    /** @throws IllegalArgumentException when it is no JSON object or carries no proof, in words that may be shown */
    static SecuredDocument of(String secured) {
        JsonObject whole = parse(secured);
        return new SecuredDocument(
                JSON.createObjectBuilder(whole).remove("proof").build(), proofs(whole.get("proof")));
    }

    static JsonObject parse(String document) {
        try (var reader = READERS.createReader(new StringReader(document))) {
            return reader.readObject();
        } catch (JsonException | IllegalStateException e) {
            throw new IllegalArgumentException("The document is not a JSON object.", e);
        }
    }

    /** The document's context, as it stands there; null's value where there is none. */
    static JsonValue context(JsonObject document) {
        return document.getOrDefault("@context", JsonValue.NULL);
    }

    /**
     * The document as a proof covers it: one in a chain covers the proofs before it, too (Data Integrity 1.0, section 4.5).
     *
     * @throws IllegalArgumentException when it names a proof that is not there
     */
    JsonObject coveredBy(JsonObject proof) {
        JsonValue previous = proof.get("previousProof");
        if (previous == null) {
            return document;
        }
        var before = JSON.createArrayBuilder();
        names(previous).forEach(name -> before.add(named(name)));
        return JSON.createObjectBuilder(document).add("proof", before).build();
    }

    private static List<JsonValue> names(JsonValue previous) {
        return previous instanceof JsonArray several ? several : List.of(previous);
    }

    private JsonObject named(JsonValue name) {
        List<JsonObject> found = proofs.stream()
                .filter(proof -> name instanceof JsonString && name.equals(proof.get("id")))
                .toList();
        if (found.size() != 1) {
            throw new IllegalArgumentException("The proof rests on another one that is not there.");
        }
        return found.get(0);
    }

    private static List<JsonObject> proofs(@Nullable JsonValue proof) {
        if (proof instanceof JsonObject one) {
            return List.of(one);
        }
        if (proof instanceof JsonArray several
                && !several.isEmpty()
                && several.stream().allMatch(JsonObject.class::isInstance)) {
            if (several.size() > MOST_PROOFS) {
                throw new IllegalArgumentException("The document carries more than " + MOST_PROOFS + " proofs.");
            }
            return several.getValuesAs(JsonObject.class);
        }
        throw new IllegalArgumentException("The document carries no proof.");
    }
}
