package org.meritstream.issuance.proof;

import com.apicatalog.rdf.api.RdfQuadConsumer;
import com.apicatalog.rdf.nquads.NQuadsWriter;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A quad of an RDF dataset; blank nodes are named {@code _:…}, everything else is an IRI or a literal.
 *
 * @param datatype of a literal, null where the object is a resource
 * @param graph null in the default graph
 */
record RdfQuad(
        String subject,
        String predicate,
        String object,
        @Nullable String datatype,
        @Nullable String language,
        @Nullable String direction,
        @Nullable String graph) {

    /** Where a blank node stands in a quad (RDFC-1.0, section 4.7.3). */
    enum Position {
        SUBJECT("s"),
        OBJECT("o"),
        GRAPH("g");

        private final String tag;

        Position(String tag) {
            this.tag = tag;
        }

        /** What is hashed for it. */
        String tag() {
            return tag;
        }
    }

    /** Its blank nodes, each as often as it stands there. */
    void blankNodes(BiConsumer<Position, String> each) {
        if (RdfQuadConsumer.isBlank(subject)) {
            each.accept(Position.SUBJECT, subject);
        }
        if (datatype == null && RdfQuadConsumer.isBlank(object)) {
            each.accept(Position.OBJECT, object);
        }
        if (graph != null && RdfQuadConsumer.isBlank(graph)) {
            each.accept(Position.GRAPH, graph);
        }
    }

    /** The line of N-Quads, its blank nodes named otherwise. */
    String line(UnaryOperator<String> names) {
        return NQuadsWriter.nquad(
                name(subject, names),
                predicate,
                datatype == null ? name(object, names) : object,
                datatype,
                language,
                direction,
                graph == null ? null : name(graph, names));
    }

    private static String name(String resource, UnaryOperator<String> names) {
        return RdfQuadConsumer.isBlank(resource) ? names.apply(resource) : resource;
    }
}
