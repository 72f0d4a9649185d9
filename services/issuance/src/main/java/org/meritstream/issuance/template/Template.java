package org.meritstream.issuance.template;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.meritstream.issuance.proof.UnsafeDocument;

/**
 * One shape with its values left open.
 *
 * @param text its JSON
 * @param quads its canonical N-Quads
 */
record Template(TextTemplate text, QuadTemplate quads) {
    /** No text outside the slots may hold it. */
    static final String PLACEHOLDER = "urn:meritstream:slot:";

    /**
     * The template of a document's shape; empty where it can have none.
     *
     * @param full the full canonicalization
     */
    static Optional<Template> of(Composition document, Function<String, byte[]> full) {
        List<SlotKind> kinds = document.values().stream().map(Value::kind).toList();
        String empty = document.text(kinds.stream().map(kind -> "").toList());
        if (empty.contains(PLACEHOLDER)) {
            return Optional.empty();
        }
        String marked = document.text(IntStream.range(0, kinds.size())
                .mapToObj(slot -> PLACEHOLDER + slot)
                .toList());
        try {
            return TextTemplate.of(marked, kinds.size())
                    .flatMap(
                            text -> QuadTemplate.of(full.apply(marked), kinds).map(quads -> new Template(text, quads)));
        } catch (UnsafeDocument e) {
            return Optional.empty();
        }
    }
}
