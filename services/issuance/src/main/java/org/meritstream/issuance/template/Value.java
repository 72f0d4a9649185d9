package org.meritstream.issuance.template;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A value of a document's own.
 *
 * @param kind what may stand in its place
 */
public record Value(SlotKind kind, String text) {

    boolean isSound() {
        return kind.admits(text);
    }

    /**
     * As it is written, in JSON as in canonical N-Quads: of what a slot admits, two characters have an escape, and it is the same
     * (RFC 8259, section 7; RDF 1.2 N-Quads, section "Canonical N-Quads").
     */
    String escaped() {
        boolean plain = text.indexOf('"') < 0 && text.indexOf('\\') < 0;
        return plain ? text : text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    static boolean areSound(List<Value> values) {
        for (Value value : values) {
            if (!value.isSound()) {
                return false;
            }
        }
        return true;
    }

    static String[] escaped(List<Value> values) {
        return values.stream().map(Value::escaped).toArray(String[]::new);
    }

    static byte[][] bytes(String[] escaped) {
        byte[][] bytes = new byte[escaped.length][];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = escaped[i].getBytes(StandardCharsets.UTF_8);
        }
        return bytes;
    }
}
