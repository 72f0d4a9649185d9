package org.meritstream.issuance.template;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One canonical N-Quad of a template: text with blank nodes and slots in it.
 *
 * @param subject its subject as it stands in the template
 * @param predicate its predicate
 * @param parts the whole line
 */
record Quad(Subject subject, String predicate, List<Part> parts) {
    private static final String BLANK = "_:c14n";
    private static final String END = " .\n";

    /**
     * What a quad is about.
     *
     * @param text as it stands in the template
     * @param slot the slot that it is, or -1
     * @param node the blank node that it is, or -1
     */
    record Subject(String text, int slot, int node) {}

    /** A stretch of a quad. */
    sealed interface Part {

        /**
         * Its bytes.
         *
         * @param labels of the blank nodes, with {@code _:}
         * @param slots what stands in the slots, escaped
         */
        byte[] bytes(byte[][] labels, byte[][] slots);

        /** The same in every document. */
        final class Text implements Part {
            private final byte[] bytes;

            Text(byte[] bytes) {
                this.bytes = bytes;
            }

            @Override
            public byte[] bytes(byte[][] labels, byte[][] slots) {
                return bytes;
            }
        }

        /** A blank node by its number in the template. */
        record Node(int number) implements Part {
            @Override
            public byte[] bytes(byte[][] labels, byte[][] slots) {
                return labels[number];
            }
        }

        /** A slot: a whole IRI without its brackets, or a whole literal without its quotation marks. */
        record Slot(int number) implements Part {
            @Override
            public byte[] bytes(byte[][] labels, byte[][] slots) {
                return slots[number];
            }
        }
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
        Subject about = new Subject(subject, reader.slot, reader.node);
        reader.text(" " + line.substring(predicate, object));
        reader.object(line.substring(object, line.length() - END.length() + 1));
        reader.text(END);
        reader.flush();
        return reader.sound
                ? Optional.of(new Quad(about, line.substring(predicate, object - 1), List.copyOf(reader.parts)))
                : Optional.empty();
    }

    /** Whether it holds a slot. */
    boolean varies() {
        return parts.stream().anyMatch(Part.Slot.class::isInstance);
    }

    /** Whether its object is the same in every document, so that it keeps its place among the lines of its subject and predicate. */
    boolean objectIsFixed() {
        long varying =
                parts.stream().filter(part -> !(part instanceof Part.Text)).count();
        return varying == (subject.slot() < 0 && subject.node() < 0 ? 0 : 1);
    }

    /** Whether the blank node is in it. */
    boolean has(int node) {
        return parts.stream().anyMatch(part -> part instanceof Part.Node(int number) && number == node);
    }

    /** The lines one after the other, texts that meet made one. */
    static List<Part> joined(List<Quad> lines) {
        List<Part> joined = new ArrayList<>();
        Bytes text = new Bytes(1024);
        for (Quad line : lines) {
            for (Part part : line.parts()) {
                if (part instanceof Part.Text same) {
                    text.add(same.bytes);
                } else {
                    joined.add(new Part.Text(text.copy()));
                    joined.add(part);
                    text.clear();
                }
            }
        }
        joined.add(new Part.Text(text.copy()));
        return List.copyOf(joined);
    }

    /** Writes parts of quads: {@link Part#bytes} of each. */
    static void write(Bytes out, List<Part> parts, byte[][] labels, byte[][] slots) {
        for (int i = 0; i < parts.size(); i++) {
            out.add(parts.get(i).bytes(labels, slots));
        }
    }

    /** The whole line. */
    byte[] bytes(byte[][] labels, byte[][] slots) {
        Bytes out = new Bytes(256);
        write(out, parts, labels, slots);
        return out.copy();
    }

    /** Takes a line apart; a placeholder anywhere but in the place of a whole value makes it unsound. */
    private static final class Reader {
        private final List<Part> parts = new ArrayList<>();
        private final StringBuilder pending = new StringBuilder();
        private final List<SlotKind> kinds;
        private boolean sound = true;
        private int slot = -1;
        private int node = -1;

        Reader(List<SlotKind> kinds) {
            this.kinds = kinds;
        }

        void text(String text) {
            sound &= !text.contains(Template.PLACEHOLDER);
            pending.append(text);
        }

        void flush() {
            if (!pending.isEmpty()) {
                parts.add(new Part.Text(pending.toString().getBytes(StandardCharsets.UTF_8)));
                pending.setLength(0);
            }
        }

        void object(String object) {
            int end = object.lastIndexOf('"');
            if (end <= 0) {
                term(object);
            } else if (object.startsWith(Template.PLACEHOLDER, 1)) {
                text("\"");
                slot(object.substring(1, end));
                text(object.substring(end));
            } else {
                text(object);
            }
        }

        /** An IRI or a blank node. */
        void term(String term) {
            if (term.startsWith(BLANK)) {
                node = Integer.parseInt(term, BLANK.length(), term.length(), 10);
                flush();
                parts.add(new Part.Node(node));
            } else if (term.startsWith(Template.PLACEHOLDER, 1)) {
                text("<");
                slot(term.substring(1, term.length() - 1));
                sound &= slot >= 0 && kinds.get(slot) == SlotKind.ADDRESS;
                text(">");
            } else {
                text(term);
            }
        }

        private void slot(String placeholder) {
            String number = placeholder.substring(Template.PLACEHOLDER.length());
            if (!number.matches("[0-9]{1,6}") || Integer.parseInt(number) >= kinds.size()) {
                sound = false;
                return;
            }
            slot = Integer.parseInt(number);
            flush();
            parts.add(new Part.Slot(slot));
        }
    }
}
