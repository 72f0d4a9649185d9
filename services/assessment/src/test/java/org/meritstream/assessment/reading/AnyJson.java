package org.meritstream.assessment.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Arbitrary JSON values, and payloads with one member after another made arbitrary. The seed is printed by the test that uses it. */
public final class AnyJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String[] SPICE = {
        "null",
        "true",
        "\"\"",
        "\" \"",
        "\"NaN\"",
        "\"\\u0000\"",
        "\"\\ud800\"",
        "-1",
        "0",
        "1e-40",
        "9e99",
        "1E+2",
        "12345678901234567890123456789012345",
        "\"-1\"",
        "\"0000-00-00\"",
        "\"9999999999999999999999999\"",
        "[]",
        "{}",
        "[null]",
        "{\"id\":{}}",
        "\"2026-02-30T25:61:00Z\"",
        "\"https://x/mod/quiz/attempt.php?attempt=&cmid=\"",
        "\"#\"",
        "\"mailto:\"",
        "\"Group\""
    };

    private final Random random;

    public AnyJson(long seed) {
        this.random = new Random(seed);
    }

    /** Any value, at most a few levels deep. */
    public JsonNode value(int depth) {
        int kind = random.nextInt(depth > 0 ? 4 : 2);
        if (kind == 2) {
            ArrayNode array = NODES.arrayNode();
            random.ints(random.nextInt(4)).forEach(i -> array.add(value(depth - 1)));
            return array;
        }
        if (kind == 3) {
            ObjectNode object = NODES.objectNode();
            random.ints(random.nextInt(4)).forEach(i -> object.set(name(), value(depth - 1)));
            return object;
        }
        return SenderJson.read(SPICE[random.nextInt(SPICE.length)]).orElseThrow();
    }

    /** The payload with up to three members replaced by anything, or taken away. */
    public JsonNode disturbed(JsonNode payload) {
        JsonNode copy = payload.deepCopy();
        List<ObjectNode> objects = new ArrayList<>();
        collect(copy, objects);
        for (int i = 0; i <= random.nextInt(3); i++) {
            ObjectNode object = objects.get(random.nextInt(objects.size()));
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            if (!names.isEmpty()) {
                disturb(object, names.get(random.nextInt(names.size())));
            }
        }
        return copy;
    }

    private void disturb(ObjectNode object, String name) {
        if (random.nextBoolean()) {
            object.remove(name);
        } else {
            object.set(name, value(2));
        }
    }

    private static void collect(JsonNode node, List<ObjectNode> objects) {
        if (node instanceof ObjectNode object) {
            objects.add(object);
        }
        node.forEach(child -> collect(child, objects));
    }

    private String name() {
        String[] names = {"metadata", "body", "event_name", "data", "sensor", "actor", "verb", "object", "id", "result"
        };
        return names[random.nextInt(names.length)];
    }
}
