package org.meritstream.pages;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The way to the same page in another language; the tag {@code languageLinks} shows them.
 *
 * @param language BCP 47 tag
 * @param name what the language calls itself
 * @param address of the page in it
 * @param current whether the page is in it
 */
public record LanguageLink(String language, String direction, String name, String address, boolean current) {
    /** The languages that the product's own words are in, in the order of the switch. */
    public static final List<String> LANGUAGES = List.of("en", "de", "ar");

    private static final Map<String, String> NAMES = Map.of("en", "English", "de", "Deutsch", "ar", "العربية");

    /** One link for each language. */
    public static List<LanguageLink> all(String current, UnaryOperator<String> address) {
        return LANGUAGES.stream()
                .map(language -> new LanguageLink(
                        language,
                        Direction.of(language),
                        NAMES.getOrDefault(language, language),
                        address.apply(language),
                        language.equals(current)))
                .toList();
    }
}
