package org.meritstream.evidence.judgement;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says phrases in a language: {@code messages/explanation_<language>.properties}, English where a language is not there. */
public final class Words {
    private static final String BUNDLE = "messages/explanation";
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");

    private final ResourceBundle bundle;

    private Words(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /** The words of the language nearest to a BCP 47 tag. */
    public static Words in(String languageTag) {
        return new Words(ResourceBundle.getBundle(BUNDLE, Locale.forLanguageTag(languageTag), NO_FALLBACK));
    }

    /** The phrase as a sentence; an unknown key is said as it is, so that an old dossier never becomes unreadable. */
    public String say(Phrase phrase) {
        String text;
        try {
            text = bundle.getString(phrase.key());
        } catch (MissingResourceException e) {
            return phrase.key();
        }
        return PLACE.matcher(text).replaceAll(place -> Matcher.quoteReplacement(value(phrase, place.group(1))));
    }

    /** What stands in a place: the argument, or the language's word for it where it has one (the {@code best} attempt). */
    private String value(Phrase phrase, String name) {
        String value = phrase.args().getOrDefault(name, "");
        String word = "word." + name + "." + value;
        return bundle.containsKey(word) ? bundle.getString(word) : value;
    }

    /** Every key of the language. */
    Set<String> keys() {
        return bundle.keySet();
    }
}
