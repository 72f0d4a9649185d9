package org.meritstream.issuance.proof;

import com.apicatalog.rdf.api.RdfQuadConsumer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An RDF dataset, taken in quad by quad, and its canonical form by RDFC-1.0 (W3C Recommendation of 21 May 2024, section 4.4).
 *
 * <p>Our own, because the library that we had keeps what is related to a blank node as a set, where the algorithm and everybody else counts each
 * mention: it came to other names where alike nodes stand in graphs without a name, as in a learner record with several credentials (docs/adr/0056).
 *
 * <p>For one thread and one use.
 */
final class RdfDataset implements RdfQuadConsumer {
    private static final HexFormat HEX = HexFormat.of();

    private final Set<RdfQuad> quads = new LinkedHashSet<>();
    private final Map<String, Set<RdfQuad>> mentions = new LinkedHashMap<>();
    private final Map<String, String> firstDegree = new HashMap<>();
    private final IssuedNames canonical = new IssuedNames("_:c14n");
    private final MessageDigest digest;
    private final Patience patience;

    /**
     * An empty one.
     *
     * @param patience how long it may take: a graph may be built to be hard
     */
    RdfDataset(MessageDigest digest, Patience patience) {
        this.digest = digest;
        this.patience = patience;
    }

    @Override
    public RdfDataset quad(
            String subject,
            String predicate,
            String object,
            @Nullable String datatype,
            @Nullable String language,
            @Nullable String direction,
            @Nullable String graph) {
        RdfQuad quad = new RdfQuad(subject, predicate, object, datatype, language, direction, graph);
        if (quads.add(quad)) {
            quad.blankNodes((position, node) -> mentions.computeIfAbsent(node, unknown -> new LinkedHashSet<>())
                    .add(quad));
        }
        return this;
    }

    /**
     * The canonical N-Quads.
     *
     * @throws TooHard when it takes too long, or goes too deep
     */
    String canonical() {
        patience.begin();
        try {
            name();
        } finally {
            patience.stop();
        }
        return quads.stream()
                .map(quad -> quad.line(canonical::issue))
                .sorted(RdfDataset::byCodePoints)
                .collect(Collectors.joining());
    }

    /** The canonical name of each blank node, once there is a canonical form. */
    Map<String, String> names() {
        return canonical.nodes().stream().collect(Collectors.toMap(node -> node, canonical::issue));
    }

    /** Steps 3 to 6: those that are like no other first, then the others by what is related to them. */
    private void name() {
        Map<String, List<String>> alike = new TreeMap<>();
        mentions.keySet()
                .forEach(node -> alike.computeIfAbsent(firstDegree(node), unknown -> new ArrayList<>())
                        .add(node));
        alike.values().stream().filter(nodes -> nodes.size() == 1).forEach(nodes -> canonical.issue(nodes.get(0)));
        alike.values().stream().filter(nodes -> nodes.size() > 1).forEach(this::tellApart);
    }

    private void tellApart(List<String> nodes) {
        List<NDegreeHash.Result> paths = new ArrayList<>();
        for (String node : nodes) {
            if (!canonical.has(node)) {
                IssuedNames names = new IssuedNames("_:b");
                names.issue(node);
                paths.add(new NDegreeHash(this, 0).of(node, names));
            }
        }
        paths.sort(Comparator.comparing(NDegreeHash.Result::hash));
        paths.forEach(path -> path.names().nodes().forEach(canonical::issue));
    }

    /** Section 4.6: the hash of the quads that a node stands in, the node named {@code _:a} and every other {@code _:z}. */
    String firstDegree(String node) {
        return firstDegree.computeIfAbsent(node, unknown -> {
            hurry();
            return hash(mentioning(node).stream()
                    .map(quad -> quad.line(name -> name.equals(node) ? "_:a" : "_:z"))
                    .sorted(RdfDataset::byCodePoints)
                    .collect(Collectors.joining()));
        });
    }

    /** The quads that a node stands in. */
    Set<RdfQuad> mentioning(String node) {
        return mentions.getOrDefault(node, Set.of());
    }

    /** A node's canonical name, or null where it has none yet. */
    @Nullable
    String canonicalName(String node) {
        return canonical.of(node);
    }

    String hash(String text) {
        return HEX.formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Section 4.4.3, step 7 and section 4.6.3, step 4: in code point order, which in UTF-16 is not that of the units where one is half of a pair. */
    private static int byCodePoints(String one, String other) {
        int both = Math.min(one.length(), other.length());
        for (int at = 0; at < both; at++) {
            char first = one.charAt(at);
            char second = other.charAt(at);
            if (first != second) {
                boolean pairs = Character.isSurrogate(first) != Character.isSurrogate(second);
                return pairs && first >= Character.MIN_SURROGATE && second >= Character.MIN_SURROGATE
                        ? second - first
                        : first - second;
            }
        }
        return one.length() - other.length();
    }

    /** Fails when it takes too long. */
    void hurry() {
        patience.hurry();
    }
}
