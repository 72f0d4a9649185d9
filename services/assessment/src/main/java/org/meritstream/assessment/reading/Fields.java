package org.meritstream.assessment.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads members of a sender's JSON without trusting their type; what is not usable counts as absent. */
public final class Fields {
    private static final int LONGEST = 1_000;

    private Fields() {}

    /**
     * A short text or whole number as text, trimmed. Null when absent, blank, longer than 1,000 characters, or holding what neither
     * PostgreSQL nor UTF-8 can carry (control characters, halves of surrogate pairs).
     */
    public static @Nullable String text(JsonNode node, String name) {
        return text(node.path(name));
    }

    /** As above, of the node itself. */
    public static @Nullable String text(JsonNode value) {
        if (!value.isTextual() && !value.isIntegralNumber()) {
            return null;
        }
        String text = value.asText().strip();
        boolean usable = !text.isEmpty() && text.length() <= LONGEST && isPlain(text);
        return usable ? text : null;
    }

    /** True or false, or null when it is neither. */
    public static @Nullable Boolean flag(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isBoolean() ? value.booleanValue() : null;
    }

    /** Whether it says {@code true}. */
    public static boolean isTrue(JsonNode node, String name) {
        return Boolean.TRUE.equals(flag(node, name));
    }

    /** Whether it says {@code false}; absent is not false. */
    public static boolean isFalse(JsonNode node, String name) {
        return Boolean.FALSE.equals(flag(node, name));
    }

    /** A count from 1, or null. */
    public static @Nullable Integer count(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.canConvertToInt() && value.isIntegralNumber() && value.intValue() > 0 ? value.intValue() : null;
    }

    private static boolean isPlain(String text) {
        return text.chars().noneMatch(Character::isISOControl)
                && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
