package org.meritstream.issuance.proof;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What tells a blank node from those that stand in quads like its own: its way to the nodes around it (RDFC-1.0, section 4.8). */
final class NDegreeHash {
    /** A way through so many nodes that look alike is in no honest document; each has a copy of the names. */
    private static final int DEEPEST = 300;

    private final RdfDataset dataset;
    private final int depth;
    private String path = "";
    private @Nullable IssuedNames chosen;

    /** @param depth of how many others this is asked for */
    NDegreeHash(RdfDataset dataset, int depth) {
        if (depth > DEEPEST) {
            throw new TooHard();
        }
        this.dataset = dataset;
        this.depth = depth;
    }

    /**
     * A node's hash.
     *
     * @param names those that were given on the way to it
     */
    record Result(String hash, IssuedNames names) {}

    /** The hash of a node that has a name by these. */
    Result of(String node, IssuedNames names) {
        IssuedNames current = names;
        StringBuilder data = new StringBuilder();
        for (Map.Entry<String, List<String>> related : related(node, names).entrySet()) {
            path = "";
            chosen = null;
            Permutations orders = new Permutations(related.getValue());
            do {
                dataset.hurry();
                walk(orders.current(), current.copy());
            } while (orders.advance());
            data.append(related.getKey()).append(path);
            current = chosen == null ? current : chosen;
        }
        return new Result(dataset.hash(data.toString()), current);
    }

    /** Steps 1 to 3. A node stands there as often as it is mentioned. */
    private Map<String, List<String>> related(String node, IssuedNames names) {
        Map<String, List<String>> related = new TreeMap<>();
        for (RdfQuad quad : dataset.mentioning(node)) {
            quad.blankNodes((position, other) -> {
                if (!other.equals(node)) {
                    related.computeIfAbsent(related(other, quad, names, position), unknown -> new ArrayList<>())
                            .add(other);
                }
            });
        }
        return related;
    }

    /** Section 4.7. */
    private String related(String other, RdfQuad quad, IssuedNames names, RdfQuad.Position position) {
        String name = dataset.canonicalName(other);
        if (name == null) {
            name = names.of(other);
        }
        String predicate = position == RdfQuad.Position.GRAPH ? "" : "<" + quad.predicate() + ">";
        return dataset.hash(position.tag() + predicate + (name == null ? dataset.firstDegree(other) : name));
    }

    /** Steps 5.4.1 to 5.4.6 for one order of nodes that look alike from here. */
    private void walk(List<String> order, IssuedNames issued) {
        StringBuilder walked = new StringBuilder();
        List<String> further = new ArrayList<>();
        for (String other : order) {
            String name = dataset.canonicalName(other);
            if (name == null && !issued.has(other)) {
                further.add(other);
            }
            walked.append(name == null ? issued.issue(other) : name);
            if (worse(walked)) {
                return;
            }
        }
        IssuedNames names = issued;
        for (String other : further) {
            Result result = new NDegreeHash(dataset, depth + 1).of(other, names);
            walked.append(names.issue(other)).append('<').append(result.hash()).append('>');
            names = result.names();
            if (worse(walked)) {
                return;
            }
        }
        if (chosen == null || walked.toString().compareTo(path) < 0) {
            path = walked.toString();
            chosen = names;
        }
    }

    /** Whether a path that is as long as the best one can not become better than it any more. */
    private boolean worse(StringBuilder walked) {
        return chosen != null
                && walked.length() >= path.length()
                && walked.toString().compareTo(path) > 0;
    }

    /** The orders of a list, each once: alike ones change places with nothing to be seen. */
    private static final class Permutations {
        private final List<String> order;

        Permutations(List<String> list) {
            this.order = new ArrayList<>(list);
            Collections.sort(order);
        }

        List<String> current() {
            return order;
        }

        /** To the next one in the order of a dictionary; false after the last. */
        boolean advance() {
            int at = order.size() - 2;
            while (at >= 0 && order.get(at).compareTo(order.get(at + 1)) >= 0) {
                at--;
            }
            if (at < 0) {
                return false;
            }
            int other = order.size() - 1;
            while (order.get(other).compareTo(order.get(at)) <= 0) {
                other--;
            }
            Collections.swap(order, at, other);
            Collections.reverse(order.subList(at + 1, order.size()));
            return true;
        }
    }
}
