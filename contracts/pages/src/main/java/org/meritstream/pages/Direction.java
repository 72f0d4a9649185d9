package org.meritstream.pages;

import java.util.Locale;
import java.util.Set;

/** Which way a language is written; the {@code dir} of a page. */
public final class Direction {
    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi");

    private Direction() {}

    /** {@code rtl} or {@code ltr} for a BCP 47 tag. */
    public static String of(String languageTag) {
        String language = Locale.forLanguageTag(languageTag).getLanguage();
        return RIGHT_TO_LEFT.contains(language) ? "rtl" : "ltr";
    }
}
