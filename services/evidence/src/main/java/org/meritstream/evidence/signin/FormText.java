package org.meritstream.evidence.signin;

import org.jspecify.annotations.Nullable;

/** A text that somebody typed into a form. */
public final class FormText {
    private FormText() {}

    /** As it was typed: a browser sends each line end as two characters, where the field that limits the text counted one. */
    public static String of(@Nullable String sent) {
        return sent == null ? "" : sent.replace("\r\n", "\n").strip();
    }
}
