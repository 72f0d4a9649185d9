package org.meritstream.issuance.form;

import org.jspecify.annotations.Nullable;

/**
 * What stands on a badge.
 *
 * @param name of the achievement
 * @param language BCP 47 tag of the name
 * @param kind of achievement, in words; may be empty
 * @param issuer name of the issuer
 * @param colours of the issuer
 * @param facts workload and level in a few words, or null where none are known
 */
public record BadgeFace(
        String name,
        String language,
        String kind,
        String issuer,
        Palette colours,
        @Nullable String facts) {

    /** What an image of it says to who does not see it. */
    public String inWords() {
        return name + (kind.isBlank() ? "" : ", " + kind) + ", by " + issuer + (facts == null ? "" : ", " + facts);
    }
}
