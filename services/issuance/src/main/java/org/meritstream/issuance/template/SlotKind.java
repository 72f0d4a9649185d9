package org.meritstream.issuance.template;

import java.util.regex.Pattern;

/** What may stand in a slot without anything else about the document changing: neither its quads nor what the schema says of it. */
enum SlotKind {
    /**
     * An absolute address. Narrower than an IRI: JSON-LD drops an ill-formed one without a word and expands one that begins with a term of
     * the context, and the schema asks for a URI.
     */
    ADDRESS(Pattern.compile("https?://[A-Za-z0-9:/._~#?&=+-]{1,2000}")),

    /** A moment in whole seconds of UTC. */
    TIME(Pattern.compile(
            "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z")),

    /** Any text that can be written without an escape beyond those for quotation marks and backslashes. */
    TEXT(Pattern.compile("[^\\p{Cc}\\p{Cs}\\uFFFE\\uFFFF]*"));

    private final Pattern pattern;

    SlotKind(Pattern pattern) {
        this.pattern = pattern;
    }

    boolean admits(String value) {
        return pattern.matcher(value).matches();
    }
}
