package org.meritstream.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Breaks examples at random, the same way for the same seed. */
final class Mutations {
    private static final List<String> TOKENS = List.of(
            "null",
            "NaN",
            "-Infinity",
            "1e999999999",
            "-0",
            "true",
            "[[[[",
            "]",
            "{",
            "}",
            ",",
            ":",
            "\"",
            "\\",
            "\\ud800",
            "\"\\udc00\"",
            "\\u0000",
            "\u0000",
            "{\"kind\":\"score\"}",
            "\"kind\":",
            "[null]",
            "{}",
            "[]",
            "0x10",
            "01",
            "/**/",
            "\ufeff");
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1.5",
            "1e400",
            "123456789012345678901234567890",
            "\"\"",
            "\" \"",
            "\"x\"",
            "\"NaN\"",
            "[]",
            "[null]",
            "[[]]",
            "{}",
            "{\"kind\":\"all\",\"of\":[]}",
            "\"\\ud800\"",
            "\"\\u0000\"",
            "\"1E+999999999\"",
            "\"+1000000000-12-31T23:59:59Z\"",
            "\"2026-02-30T00:00:00Z\"",
            "\"1-1-1-1-1\"",
            "\"ISSUED\"");

    private final Random random;

    Mutations(Random random) {
        this.random = random;
    }

    /** Bytes dropped, changed, repeated, or a token put between them. */
    byte[] ofBytes(byte[] json) {
        byte[] mutated = json;
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            int from = random.nextInt(mutated.length + 1);
            int to = Math.min(mutated.length, from + random.nextInt(8));
            mutated = switch (random.nextInt(4)) {
                case 0 -> join(mutated, from, new byte[0], to);
                case 1 -> join(mutated, from, new byte[] {(byte) random.nextInt(256)}, to);
                case 2 -> join(mutated, to, slice(mutated, from, to), to);
                default -> join(mutated, from, pick(TOKENS).getBytes(StandardCharsets.UTF_8), from);
            };
        }
        return mutated;
    }

    /** A member or item removed or replaced by a value that does not belong there. */
    byte[] ofTree(byte[] json) {
        try {
            JsonNode tree = EventFormat.JSON.readTree(json);
            List<JsonNode> containers = new ArrayList<>();
            collect(tree, containers);
            JsonNode container = containers.get(random.nextInt(containers.size()));
            JsonNode value = EventFormat.JSON.readTree(pick(VALUES));
            change(container, value);
            // Written as ASCII, so that half a surrogate pair can be written at all.
            return EventFormat.JSON
                    .writer()
                    .with(com.fasterxml.jackson.core.json.JsonWriteFeature.ESCAPE_NON_ASCII)
                    .writeValueAsString(tree)
                    .getBytes(StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void change(JsonNode container, JsonNode value) {
        boolean remove = random.nextInt(4) == 0;
        if (container instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String name = names.get(random.nextInt(names.size()));
            if (remove) {
                object.remove(name);
            } else {
                object.set(name, value);
            }
        } else if (container instanceof ArrayNode array) {
            int index = random.nextInt(array.size());
            if (remove) {
                array.remove(index);
            } else {
                array.set(index, value);
            }
        }
    }

    /** The headers of a small event, some missing, some broken. */
    static Map<String, String> ofHeaders(Random random) {
        Map<String, String> headers = new HashMap<>(Map.of(
                "ce_specversion", "1.0",
                "ce_id", "id-1",
                "ce_type", EventType.OFFER_CREATED.ceType(),
                "ce_source", "/meritstream/wallet-sync",
                "ce_subject", "northgate/1",
                "ce_time", "2026-05-05T10:00:00Z"));
        String name = List.copyOf(headers.keySet()).get(random.nextInt(headers.size()));
        if (random.nextInt(5) == 0) {
            headers.remove(name);
        } else {
            headers.put(name, VALUES.get(random.nextInt(VALUES.size())).replace("\"", ""));
        }
        return headers;
    }

    private static void collect(JsonNode node, List<JsonNode> into) {
        if (!node.isEmpty()) {
            into.add(node);
        }
        node.forEach(child -> collect(child, into));
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static byte[] slice(byte[] from, int start, int end) {
        return java.util.Arrays.copyOfRange(from, start, end);
    }

    private static byte[] join(byte[] whole, int end, byte[] middle, int start) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.write(whole, 0, end);
        joined.writeBytes(middle);
        joined.write(whole, start, whole.length - start);
        return joined.toByteArray();
    }
}
