package org.meritstream.issuance.template;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.meritstream.issuance.proof.Sha256;

/**
 * The canonical N-Quads of one shape. Splicing repeats what RDF Dataset Canonicalization (RDFC-1.0) makes of other values: the first-degree
 * hashes of the blank nodes that a slot touches (section 4.6), the labels in the order of all hashes (section 4.4), the lines in code point
 * order. It never comes to the N-degree hashes (section 4.8): where two blank nodes have one hash, it gives up.
 */
final class QuadTemplate {
    private static final byte[] SELF = ascii("_:a");
    private static final byte[] OTHER = ascii("_:z");
    private static final byte[][] EMPTY = {};

    private final List<Quad> quads;
    private final List<Node> nodes;
    private final byte[][] labels;
    private final Set<String> subjects;
    private final List<Integer> subjectSlots;

    /** A blank node: the quads it is in, and its first-degree hash where no slot touches it. */
    private static final class Node {
        private final int number;
        private final List<Quad> quads;
        private final boolean touched;
        private final byte[] constant;

        Node(int number, List<Quad> all) {
            this.number = number;
            this.quads = all.stream().filter(quad -> quad.has(number)).toList();
            this.touched = quads.stream().anyMatch(Quad::varies);
            this.constant = touched ? new byte[0] : hashed(EMPTY);
        }

        byte[] hash(byte[][] slots) {
            return touched ? hashed(slots) : constant;
        }

        private byte[] hashed(byte[][] slots) {
            byte[][] lines = new byte[quads.size()][];
            for (int i = 0; i < lines.length; i++) {
                lines[i] = quads.get(i).bytes(other -> other == number ? SELF : OTHER, slots);
            }
            Arrays.sort(lines, Arrays::compareUnsigned);
            return Sha256.of(lines);
        }
    }

    private QuadTemplate(List<Quad> quads, Set<String> subjects) {
        this.quads = quads;
        this.subjects = subjects;
        this.subjectSlots = quads.stream()
                .map(Quad::subjectSlot)
                .filter(slot -> slot >= 0)
                .distinct()
                .toList();
        int count = quads.stream()
                .flatMap(quad -> quad.parts().stream())
                .mapToInt(part -> part instanceof Quad.Part.Node(int number) ? number + 1 : 0)
                .max()
                .orElse(0);
        this.nodes = IntStream.range(0, count).mapToObj(n -> new Node(n, quads)).toList();
        this.labels =
                IntStream.range(0, count).mapToObj(n -> ascii("_:c14n" + n)).toArray(byte[][]::new);
    }

    /**
     * Reads the canonical N-Quads of a document with placeholders; empty when a value can not be spliced into them.
     *
     * @param kinds of the slots, each of which must be there
     */
    static Optional<QuadTemplate> of(byte[] canonical, List<SlotKind> kinds) {
        List<Quad> quads = new ArrayList<>();
        Set<String> subjects = new HashSet<>();
        for (String line : new String(canonical, StandardCharsets.UTF_8).split("\n", -1)) {
            if (line.isEmpty()) {
                continue;
            }
            Optional<Quad> quad = Quad.read(line, kinds);
            if (quad.isEmpty()) {
                return Optional.empty();
            }
            quads.add(quad.get());
            subjects.add(line.substring(0, line.indexOf(' ')));
        }
        long there = quads.stream()
                .flatMap(quad -> quad.parts().stream())
                .filter(Quad.Part.Slot.class::isInstance)
                .distinct()
                .count();
        return there == kinds.size() ? Optional.of(new QuadTemplate(List.copyOf(quads), subjects)) : Optional.empty();
    }

    /** The canonical N-Quads with these values; empty where it takes the full canonicalization to tell. */
    Optional<byte[]> splice(List<Shape.Value> values) {
        if (subjectsClash(values)) {
            return Optional.empty();
        }
        byte[][] slots = values.stream().map(QuadTemplate::escaped).toArray(byte[][]::new);
        byte[][] label = labelled(slots);
        if (label.length < nodes.size()) {
            return Optional.empty();
        }
        byte[][] lines = new byte[quads.size()][];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = quads.get(i).bytes(node -> label[node], slots);
        }
        Arrays.sort(lines, Arrays::compareUnsigned);
        return joined(lines);
    }

    /** Two nodes that were apart in the template would be one. */
    private boolean subjectsClash(List<Shape.Value> values) {
        Set<String> met = new HashSet<>();
        for (int slot : subjectSlots) {
            String iri = "<" + values.get(slot).text() + ">";
            if (subjects.contains(iri) || !met.add(iri)) {
                return true;
            }
        }
        return false;
    }

    /** The label of each blank node; shorter than the number of nodes when two hashes are equal. */
    private byte[][] labelled(byte[][] slots) {
        byte[][] hashes = new byte[nodes.size()][];
        for (Node node : nodes) {
            hashes[node.number] = node.hash(slots);
        }
        List<Integer> order = IntStream.range(0, hashes.length)
                .boxed()
                .sorted(Comparator.comparing(n -> hashes[n], Arrays::compareUnsigned))
                .toList();
        byte[][] labelled = new byte[hashes.length][];
        for (int rank = 0; rank < labelled.length; rank++) {
            if (rank > 0 && Arrays.equals(hashes[order.get(rank - 1)], hashes[order.get(rank)])) {
                return EMPTY;
            }
            labelled[order.get(rank)] = labels[rank];
        }
        return labelled;
    }

    /** The lines as they are, unless two are the same: a dataset is a set. */
    private static Optional<byte[]> joined(byte[][] lines) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(16_384);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0 && Arrays.equals(lines[i - 1], lines[i])) {
                return Optional.empty();
            }
            out.writeBytes(lines[i]);
        }
        return Optional.of(out.toByteArray());
    }

    /** N-Quads' canonical form of what a slot admits: two characters have an escape. */
    private static byte[] escaped(Shape.Value value) {
        String text = value.text();
        boolean plain = text.indexOf('"') < 0 && text.indexOf('\\') < 0;
        String written = plain ? text : text.replace("\\", "\\\\").replace("\"", "\\\"");
        return written.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
