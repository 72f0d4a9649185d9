package org.meritstream.issuance.template;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The canonical N-Quads of one shape. Splicing repeats what RDF Dataset Canonicalization (RDFC-1.0) makes of other values: the labels of the
 * blank nodes, the lines in code point order. It never comes to the N-degree hashes (section 4.8): where two blank nodes have one hash, it
 * gives up.
 */
final class QuadTemplate {
    private final BlankNodes nodes;
    private final SubjectBlock[] fixed;
    private final SubjectBlock[] ofSlots;
    private final @Nullable SubjectBlock[] ofNodes;

    private QuadTemplate(List<Quad> quads) {
        Map<Quad.Subject, List<Quad>> bySubject = new LinkedHashMap<>();
        quads.forEach(quad -> bySubject
                .computeIfAbsent(quad.subject(), subject -> new ArrayList<>())
                .add(quad));
        List<SubjectBlock> blocks =
                bySubject.values().stream().map(SubjectBlock::new).toList();
        this.nodes = new BlankNodes(quads);
        this.fixed = blocks.stream()
                .filter(block -> block.slot() < 0 && block.node() < 0)
                .toArray(SubjectBlock[]::new);
        this.ofSlots = blocks.stream().filter(block -> block.slot() >= 0).toArray(SubjectBlock[]::new);
        this.ofNodes = new SubjectBlock[nodes.count()];
        blocks.stream().filter(block -> block.node() >= 0).forEach(block -> ofNodes[block.node()] = block);
    }

    /**
     * Reads the canonical N-Quads of a document with placeholders; empty when a value can not be spliced into them.
     *
     * @param kinds of the slots, each of which must be there
     */
    static Optional<QuadTemplate> of(byte[] canonical, List<SlotKind> kinds) {
        List<Quad> quads = new ArrayList<>();
        for (String line : new String(canonical, StandardCharsets.UTF_8).split("\n", -1)) {
            if (line.isEmpty()) {
                continue;
            }
            Optional<Quad> quad = Quad.read(line, kinds);
            if (quad.isEmpty()) {
                return Optional.empty();
            }
            quads.add(quad.get());
        }
        long there = quads.stream()
                .flatMap(quad -> quad.parts().stream())
                .filter(Quad.Part.Slot.class::isInstance)
                .distinct()
                .count();
        return there == kinds.size() ? Optional.of(new QuadTemplate(quads)) : Optional.empty();
    }

    /**
     * The canonical N-Quads with these values; empty where it takes the full canonicalization to tell.
     *
     * @param slots what stands in the slots, escaped
     */
    Optional<byte[]> splice(byte[][] slots) {
        BlankNodes.Labelling labelling = nodes.labelled(slots);
        SubjectBlock[] named = named(slots);
        if (labelling == null || named == null) {
            return Optional.empty();
        }
        byte[][] labels = labelling.labels();
        Bytes out = new Bytes(16_384);
        // An IRI begins with '<', which comes before the '_' of a blank node.
        for (SubjectBlock block : named) {
            if (!block.write(out, labels, slots)) {
                return Optional.empty();
            }
        }
        for (int place = 0; place < ofNodes.length; place++) {
            SubjectBlock block = ofNodes[labelling.node(place)];
            if (block != null && !block.write(out, labels, slots)) {
                return Optional.empty();
            }
        }
        return Optional.of(out.copy());
    }

    /** The blocks whose subjects are IRIs, in their order; null where two nodes that were apart in the template are one. */
    private SubjectBlock @Nullable [] named(byte[][] slots) {
        SubjectBlock[] named = Arrays.copyOf(fixed, fixed.length + ofSlots.length);
        byte[][] heads = new byte[named.length][];
        for (int i = 0; i < fixed.length; i++) {
            heads[i] = fixed[i].head(slots);
        }
        for (int i = 0; i < ofSlots.length; i++) {
            if (!insert(named, heads, fixed.length + i, ofSlots[i], slots)) {
                return null;
            }
        }
        return named;
    }

    private static boolean insert(
            SubjectBlock[] named, byte[][] heads, int length, SubjectBlock block, byte[][] slots) {
        byte[] head = block.head(slots);
        int found = Arrays.binarySearch(heads, 0, length, head, Arrays::compareUnsigned);
        if (found >= 0) {
            return false;
        }
        int at = -found - 1;
        System.arraycopy(heads, at, heads, at + 1, length - at);
        System.arraycopy(named, at, named, at + 1, length - at);
        heads[at] = head;
        named[at] = block;
        return true;
    }
}
