package org.meritstream.issuance.template;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The blank nodes of a template and how they are labelled: by the order of their first-degree hashes (RDFC-1.0, sections 4.4 and 4.6), of
 * which only those are worked out anew that a slot touches.
 */
final class BlankNodes {
    private static final byte[][] EMPTY = {};

    private final Node[] nodes;
    private final byte[][] labels;
    private final int[] ranksByLabel;

    BlankNodes(List<Quad> quads) {
        int count = quads.stream()
                .flatMap(quad -> quad.parts().stream())
                .mapToInt(part -> part instanceof Quad.Part.Node(int number) ? number + 1 : 0)
                .max()
                .orElse(0);
        this.labels =
                IntStream.range(0, count).mapToObj(n -> ascii("_:c14n" + n)).toArray(byte[][]::new);
        this.ranksByLabel = IntStream.range(0, count)
                .boxed()
                .sorted(Comparator.comparing(n -> labels[n], Arrays::compareUnsigned))
                .mapToInt(Integer::intValue)
                .toArray();
        this.nodes = IntStream.range(0, count)
                .mapToObj(n -> new Node(n, count, quads))
                .toArray(Node[]::new);
    }

    /** How the nodes of one document are labelled. */
    static final class Labelling {
        private final byte[][] labels;
        private final int[] byRank;
        private final int[] ranksByLabel;

        private Labelling(byte[][] labels, int[] byRank, int[] ranksByLabel) {
            this.labels = labels;
            this.byRank = byRank;
            this.ranksByLabel = ranksByLabel;
        }

        /** The label of each node, with {@code _:}. */
        byte[][] labels() {
            return labels;
        }

        /** The node whose label stands at this place in code point order, where c14n10 comes before c14n2. */
        int node(int place) {
            return byRank[ranksByLabel[place]];
        }
    }

    int count() {
        return nodes.length;
    }

    /**
     * Labels the nodes; null where two have one hash: to tell those apart takes hashes of the N-th degree (section 4.8).
     *
     * @param slots what stands in the slots, escaped
     */
    @Nullable
    Labelling labelled(byte[][] slots) {
        byte[][] hashes = new byte[nodes.length][];
        int[] byRank = new int[nodes.length];
        Bytes scratch = new Bytes(2048);
        for (int node = 0; node < nodes.length; node++) {
            hashes[node] = nodes[node].hash(slots, scratch);
            if (!place(byRank, node, hashes)) {
                return null;
            }
        }
        byte[][] labelled = new byte[nodes.length][];
        for (int rank = 0; rank < byRank.length; rank++) {
            labelled[byRank[rank]] = labels[rank];
        }
        return new Labelling(labelled, byRank, ranksByLabel);
    }

    /** Puts a node where its hash belongs among those before it; false where one of them has the same. */
    private static boolean place(int[] byRank, int node, byte[][] hashes) {
        int at = node;
        while (at > 0) {
            int order = Arrays.compareUnsigned(hashes[byRank[at - 1]], hashes[node]);
            if (order == 0) {
                return false;
            }
            if (order < 0) {
                break;
            }
            byRank[at] = byRank[at - 1];
            at--;
        }
        byRank[at] = node;
        return true;
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** A blank node: the quads it is in, and its first-degree hash where no slot touches it. */
    private static final class Node {
        private static final byte[] SELF = ascii("_:a");
        private static final byte[] OTHER = ascii("_:z");

        private final byte[][] names;
        private final byte[][] fixed;
        private final List<Quad> varying;
        private final byte[] constant;

        Node(int number, int count, List<Quad> all) {
            this.names = new byte[count][];
            Arrays.fill(names, OTHER);
            names[number] = SELF;
            List<Quad> own = all.stream().filter(quad -> quad.has(number)).toList();
            this.varying = own.stream().filter(Quad::varies).toList();
            this.fixed = own.stream()
                    .filter(quad -> !quad.varies())
                    .map(quad -> quad.bytes(names, EMPTY))
                    .sorted(Arrays::compareUnsigned)
                    .toArray(byte[][]::new);
            this.constant = varying.isEmpty() ? hashed(fixed, new Bytes(2048)) : new byte[0];
        }

        byte[] hash(byte[][] slots, Bytes scratch) {
            if (varying.isEmpty()) {
                return constant;
            }
            byte[][] lines = Arrays.copyOf(fixed, fixed.length + varying.size());
            for (int i = 0; i < varying.size(); i++) {
                lines[fixed.length + i] = varying.get(i).bytes(names, slots);
            }
            Lines.sort(lines);
            return hashed(lines, scratch);
        }

        private static byte[] hashed(byte[][] lines, Bytes scratch) {
            scratch.clear();
            for (byte[] line : lines) {
                scratch.add(line);
            }
            return scratch.sha256();
        }
    }
}
