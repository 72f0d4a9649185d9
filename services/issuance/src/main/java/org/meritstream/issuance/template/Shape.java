package org.meritstream.issuance.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A document taken apart: what it shares with others, to the byte, and the values that are its own.
 *
 * @param skeleton the document's text with empty slots; two documents of one skeleton differ in their values alone
 * @param values in the order of the slots
 */
record Shape(String skeleton, List<Value> values) {
    /** No text outside the slots may hold it. */
    static final String PLACEHOLDER = "urn:meritstream:slot:";

    private static final int TYPICAL = 8192;

    /** What stands in one slot. */
    record Value(SlotKind kind, String text) {
        boolean isSound() {
            return kind.admits(text);
        }
    }

    static Shape of(JsonNode document, Slots slots) {
        StringBuilder skeleton = new StringBuilder(TYPICAL);
        List<Value> values = new ArrayList<>();
        takeApart(document, slots, skeleton, values);
        return new Shape(skeleton.toString(), List.copyOf(values));
    }

    /** Whether every value may stand in its slot. */
    boolean isSound() {
        return values.stream().allMatch(Value::isSound);
    }

    /** Whether the placeholders can be told from everything else. */
    boolean canBeMarked() {
        return !skeleton.contains(PLACEHOLDER);
    }

    /** The document with a placeholder in each slot. */
    static JsonNode marked(JsonNode document, Slots slots) {
        JsonNode copy = document.deepCopy();
        mark(copy, slots, new Counter());
        return copy;
    }

    private static void takeApart(JsonNode node, @Nullable Slots slots, StringBuilder skeleton, List<Value> values) {
        if (slots == null) {
            skeleton.append(node);
        } else if (node instanceof ObjectNode object) {
            skeleton.append('{');
            for (Map.Entry<String, JsonNode> member : object.properties()) {
                skeleton.append(TextNode.valueOf(member.getKey())).append(':');
                takeApart(member.getValue(), slots.member(member.getKey()), skeleton, values);
                skeleton.append(',');
            }
            skeleton.append('}');
        } else if (node instanceof ArrayNode array) {
            skeleton.append('[');
            for (JsonNode element : array) {
                takeApart(element, slots.element(), skeleton, values);
                skeleton.append(',');
            }
            skeleton.append(']');
        } else if (slots.kind() != null && node.isTextual()) {
            values.add(new Value(slots.kind(), node.textValue()));
            skeleton.append(slots.kind());
        } else {
            skeleton.append(node);
        }
    }

    private static void mark(JsonNode node, Slots slots, Counter counter) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> member : object.properties()) {
                Slots within = slots.member(member.getKey());
                if (within != null && within.kind() != null && member.getValue().isTextual()) {
                    member.setValue(TextNode.valueOf(PLACEHOLDER + counter.next++));
                } else if (within != null) {
                    mark(member.getValue(), within, counter);
                }
            }
        } else if (node instanceof ArrayNode array && slots.element() != null) {
            array.forEach(element -> mark(element, slots.element(), counter));
        }
    }

    private static final class Counter {
        private int next;
    }
}
