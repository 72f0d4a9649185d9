package org.meritstream.issuance.template;

import java.util.Optional;
import org.meritstream.issuance.proof.UnsafeDocument;

/** A document that is written and not canonicalized yet: what is recorded before it is checked and signed. */
public final class Draft {
    private final Templates templates;
    private final Composition composition;
    private final String document;
    private final Optional<Splicing> splicing;

    /**
     * How it is canonicalized where its text came from a template.
     *
     * @param escaped the values, as they stand in the text
     * @param rechecked whether the full canonicalization is to say the same
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Splicing(QuadTemplate quads, String[] escaped, boolean rechecked) {}

    Draft(Templates templates, Composition composition, String document, Optional<Splicing> splicing) {
        this.templates = templates;
        this.composition = composition;
        this.document = document;
        this.splicing = splicing;
    }

    /** JSON text. */
    public String document() {
        return document;
    }

    Composition composition() {
        return composition;
    }

    Optional<Splicing> splicing() {
        return splicing;
    }

    /**
     * Canonicalizes it.
     *
     * @throws UnsafeDocument when its canonical form would not cover all of it
     */
    public Templates.Outcome canonical() {
        return templates.canonical(this);
    }
}
