package org.meritstream.issuance.proof;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.Map;

/**
 * Whether a document is one that the JSON-LD processor is done with soon. It looks anew into each context that a document names, and compares each value
 * of a property with all others of it (JSON-LD 1.1 API, section 7.2.1): thirty thousand in one place take a minute.
 */
final class EffortCheck {
    /** Contexts that are named, each time counted: a learner record of five hundred credentials has 1,500. */
    private static final int MOST_CONTEXTS = 2_000;
    /** Comparisons: as many as two thousand values of one property take. */
    private static final long MOST_COMPARISONS = 4_000_000;

    private static final String GRAPH = "@graph";
    private static final String REVERSE = "@reverse";

    private long comparisons;

    private EffortCheck() {}

    /** @throws TooHard when a document names contexts too often */
    static void contexts(JsonObject document) {
        if (named(document) > MOST_CONTEXTS) {
            throw new TooHard();
        }
    }

    /** @throws TooHard when a property of an expanded document has too many values */
    static void values(JsonArray expanded) {
        new EffortCheck().each(expanded, new HashMap<>());
    }

    private static int named(JsonValue value) {
        int named = 0;
        if (value instanceof JsonObject object) {
            JsonValue context = object.get("@context");
            named += context instanceof JsonArray several ? several.size() : context == null ? 0 : 1;
            for (JsonValue member : object.values()) {
                named += named(member);
            }
        } else if (value instanceof JsonArray array) {
            for (JsonValue element : array) {
                named += named(element);
            }
        }
        return named;
    }

    private void each(JsonValue value, Map<String, Integer> together) {
        switch (value) {
            case JsonArray several -> several.forEach(one -> each(one, together));
            case JsonObject node -> node(node, together);
            default -> {}
        }
    }

    /** @param together how many values the properties of nodes with a name have so far: one graph may speak of a node in many places */
    private void node(JsonObject node, Map<String, Integer> together) {
        String id = node.get("@id") instanceof JsonString name ? name.getString() : null;
        node.forEach((key, value) -> {
            int count = value instanceof JsonArray several ? several.size() : 1;
            count(count, id == null ? count : together.merge(id + " " + key, count, Integer::sum));
            if (key.equals(REVERSE) && value instanceof JsonObject properties) {
                properties.forEach((property, nodes) -> reverse(property, nodes, together));
            } else {
                each(value, key.equals(GRAPH) ? new HashMap<>() : together);
            }
        });
    }

    /** Each is a value less seen: it becomes one of a property of what stands here, wherever that is. */
    private void reverse(String property, JsonValue nodes, Map<String, Integer> together) {
        int count = nodes instanceof JsonArray several ? several.size() : 1;
        count(count, together.merge(REVERSE + " " + property, count, Integer::sum));
        each(nodes, together);
    }

    private void count(int values, int among) {
        comparisons += (long) values * among;
        if (comparisons > MOST_COMPARISONS) {
            throw new TooHard();
        }
    }
}
