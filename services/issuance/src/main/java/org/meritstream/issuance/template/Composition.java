package org.meritstream.issuance.template;

import java.util.List;

/** A document in two parts: what it has in common with others, and the values that are its own. */
public interface Composition {

    /**
     * What it has in common with every document of its template: all that its text depends on but the values. Compared by {@code equals}, so
     * a record of records.
     */
    Object shape();

    /** The values of its own; as many, and of the same kinds, for everything of its shape. */
    List<Value> values();

    /**
     * The document as JSON text, in the form without white space. It depends on the shape and on these alone, and each of these stands in it
     * as a whole string.
     *
     * @param values in the place of its own
     */
    String text(List<String> values);
}
