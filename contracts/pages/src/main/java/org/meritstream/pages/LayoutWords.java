package org.meritstream.pages;

import io.quarkus.qute.TemplateExtension;
import java.util.Locale;
import java.util.ResourceBundle;

/** The layout's own words ({@code messages/layout_<language>.properties}), in English where a page's language has none. */
@TemplateExtension(namespace = "layout")
final class LayoutWords {
    private static final String BUNDLE = "messages/layout";
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private LayoutWords() {}

    static String skip(String page) {
        return bundle(page).getString("skip");
    }

    static String colophon(String page) {
        return bundle(page).getString("colophon");
    }

    static String languages(String page) {
        return bundle(page).getString("languages");
    }

    /** The language that the layout speaks on a page of this language. */
    static String language(String page) {
        Locale found = bundle(page).getLocale();
        return found.equals(Locale.ROOT) ? "en" : found.toLanguageTag();
    }

    /** Which way it is written. */
    static String direction(String page) {
        return Direction.of(language(page));
    }

    private static ResourceBundle bundle(String page) {
        return ResourceBundle.getBundle(
                BUNDLE, Locale.forLanguageTag(page), LayoutWords.class.getClassLoader(), NO_FALLBACK);
    }
}
