package org.meritstream.issuance.proof;

import java.io.Serial;

/** An RDF dataset whose blank nodes are so much alike that it can not be canonicalized within the bounds. Whether a proof over it stands can not be told. */
final class TooHard extends IllegalStateException {
    @Serial
    private static final long serialVersionUID = 1L;

    TooHard() {
        super("The RDF dataset is too hard to canonicalize");
    }
}
