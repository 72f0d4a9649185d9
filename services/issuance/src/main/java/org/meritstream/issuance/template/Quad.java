package org.meritstream.issuance.template;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * One canonical N-Quad of a template: text with blank nodes and slots in it.
 *
 * @param subjectSlot the slot that is its subject, or -1
 */
record Quad(List<Part> parts, int subjectSlot) {
    private static final String BLANK = "_:c14n";
    private static final String END = " .";

    /** A stretch of a quad. */
    sealed interface Part {

        /** The same in every document. */
        final class Text implements Part {
            private final byte[] bytes;

            Text(String text) {
                this.bytes = text.getBytes(StandardCharsets.UTF_8);
            }
        }

        /** A blank node by its number in the template. */
        record Node(int number) implements Part {}

        /** A slot: a whole IRI without its brackets, or a whole literal without its quotation marks. */
        record Slot(int number) implements Part {}
    }

    /**
     * Reads a line of canonical N-Quads of a document with placeholders; empty when a placeholder stands where no value may be spliced.
     *
     * @param kinds of the slots
     */
    static Optional<Quad> read(String line, List<SlotKind> kinds) {
        int predicate = line.indexOf(' ') + 1;
        int object = line.indexOf(' ', predicate) + 1;
        Reader reader = new Reader(kinds);
        String subject = line.substring(0, predicate - 1);
        reader.term(subject);
        int subjectSlot = reader.last;
        reader.text(" " + line.substring(predicate, object));
        reader.object(line.substring(object, line.length() - END.length()));
        reader.text(END + "\n");
        return reader.sound ? Optional.of(new Quad(List.copyOf(reader.parts), subjectSlot)) : Optional.empty();
    }

    /** Whether it holds a slot. */
    boolean varies() {
        return parts.stream().anyMatch(Part.Slot.class::isInstance);
    }

    /** Whether the blank node is in it. */
    boolean has(int node) {
        return parts.stream().anyMatch(part -> part instanceof Part.Node(int number) && number == node);
    }

    /**
     * Its bytes.
     *
     * @param label of a blank node, with {@code _:}
     * @param slots what stands in the slots, escaped
     */
    byte[] bytes(IntFunction<byte[]> label, byte[][] slots) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(256);
        for (Part part : parts) {
            out.writeBytes(
                    switch (part) {
                        case Part.Text text -> text.bytes;
                        case Part.Node(int number) -> label.apply(number);
                        case Part.Slot(int number) -> slots[number];
                    });
        }
        return out.toByteArray();
    }

    /** Takes a line apart; a placeholder anywhere but in the place of a whole value makes it unsound. */
    private static final class Reader {
        private final List<Part> parts = new ArrayList<>();
        private final List<SlotKind> kinds;
        private boolean sound = true;
        private int last = -1;

        Reader(List<SlotKind> kinds) {
            this.kinds = kinds;
        }

        void text(String text) {
            sound &= !text.contains(Shape.PLACEHOLDER);
            parts.add(new Part.Text(text));
        }

        void object(String object) {
            int end = object.lastIndexOf('"');
            if (end <= 0) {
                term(object);
            } else if (object.startsWith(Shape.PLACEHOLDER, 1)) {
                text("\"");
                slot(object.substring(1, end));
                text(object.substring(end));
            } else {
                text(object);
            }
        }

        /** An IRI or a blank node. */
        void term(String term) {
            last = -1;
            if (term.startsWith(BLANK)) {
                parts.add(new Part.Node(Integer.parseInt(term, BLANK.length(), term.length(), 10)));
            } else if (term.startsWith(Shape.PLACEHOLDER, 1)) {
                text("<");
                last = slot(term.substring(1, term.length() - 1));
                sound &= last >= 0 && kinds.get(last) == SlotKind.ADDRESS;
                text(">");
            } else {
                text(term);
            }
        }

        private int slot(String placeholder) {
            String number = placeholder.substring(Shape.PLACEHOLDER.length());
            if (!number.matches("[0-9]{1,6}") || Integer.parseInt(number) >= kinds.size()) {
                sound = false;
                return -1;
            }
            parts.add(new Part.Slot(Integer.parseInt(number)));
            return Integer.parseInt(number);
        }
    }
}
