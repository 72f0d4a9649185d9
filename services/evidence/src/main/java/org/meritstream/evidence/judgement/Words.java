package org.meritstream.evidence.judgement;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.text.Format;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says phrases in a language: {@code messages/explanation_<language>.properties} for what is stored, {@code messages/pages_<language>} for
 * what only pages say. ICU message syntax, because Arabic has six plural forms. English where a language is not there.
 */
public final class Words {
    /** The languages there are words in. */
    static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN, Locale.forLanguageTag("ar"));

    private static final String NUMBER = "number";
    private static final Set<String> NAMED = Set.of("achievement", "issuer");
    /** Of phrases that are stored, and of what the pages say around them. */
    static final List<String> BUNDLES = List.of("messages/explanation", "messages/pages");

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    /** What is put into a text that runs the other way keeps its own direction (Unicode TR 9, FSI and PDI). */
    private static final String ISOLATE = "\u2068";

    private static final String ISOLATE_END = "\u2069";

    private final Locale language;
    private final ULocale format;
    private final List<ResourceBundle> bundles;

    /** What achievements and issuers are called, by their ids. */
    private final Map<String, String> names;

    private Words(Locale language) {
        this(language, Map.of());
    }

    private Words(Locale language, Map<String, String> names) {
        this.names = names;
        this.language = language;
        this.format = format(language);
        this.bundles = BUNDLES.stream()
                .map(name -> ResourceBundle.getBundle(name, language, NO_FALLBACK))
                .toList();
    }

    /** The words of the language nearest to a BCP 47 tag. */
    public static Words in(String languageTag) {
        return forReader(languageTag, null);
    }

    /**
     * The words for whoever asks.
     *
     * @param asked a BCP 47 tag, which comes before the ranges
     * @param ranges of languages by preference (RFC 9110 section 12.5.4); nonsense is as good as nothing
     */
    public static Words forReader(@Nullable String asked, @Nullable String ranges) {
        String wanted = asked == null ? ranges : asked;
        if (wanted == null) {
            return new Words(Locale.ENGLISH);
        }
        try {
            Locale found = Locale.lookup(Locale.LanguageRange.parse(wanted), LANGUAGES);
            return new Words(found == null ? Locale.ENGLISH : found);
        } catch (IllegalArgumentException e) {
            return new Words(Locale.ENGLISH);
        }
    }

    /** The same words, in which achievements and issuers are called by these names and not by their ids. */
    public Words calling(Map<String, String> namesById) {
        return new Words(language, namesById);
    }

    /** The language, as a BCP 47 tag. */
    public String language() {
        return language.toLanguageTag();
    }

    /** The phrase as a sentence; an unknown key is said as it is, so that an old dossier never becomes unreadable. */
    public String say(Phrase phrase) {
        try {
            MessagePattern pattern = new MessagePattern(text(phrase.key()));
            MessageFormat sentence = new MessageFormat(pattern.getPatternString(), format);
            for (Format part : sentence.getFormats()) {
                if (part instanceof DateFormat date) {
                    date.setTimeZone(TimeZone.GMT_ZONE);
                }
            }
            return sentence.format(values(phrase, pattern));
        } catch (MissingResourceException | IllegalArgumentException e) {
            return phrase.key();
        }
    }

    private Map<String, Object> values(Phrase phrase, MessagePattern pattern) {
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < pattern.countParts(); i++) {
            MessagePattern.Part part = pattern.getPart(i);
            if (part.getType() == MessagePattern.Part.Type.ARG_START) {
                String name = pattern.getSubstring(pattern.getPart(i + 1));
                String value = phrase.args().getOrDefault(name, "");
                values.put(name, value(name, value, kind(pattern, i)));
            }
        }
        return values;
    }

    /** What a place asks for: the name of its format, or of the way it chooses, or nothing. */
    private static String kind(MessagePattern pattern, int start) {
        return switch (pattern.getPart(start).getArgType()) {
            case PLURAL, SELECTORDINAL, CHOICE -> NUMBER;
            case SIMPLE -> pattern.getSubstring(pattern.getPart(start + 2));
            case NONE, SELECT -> "";
        };
    }

    private Object value(String name, String value, String kind) {
        return switch (kind) {
            case NUMBER -> new BigDecimal(value);
            case "date" -> Date.from(Instant.parse(value));
            default -> text(name, value);
        };
    }

    /** The argument, or the language's word for it where it has one (the {@code best} attempt). */
    private String text(String name, String value) {
        String word = "word." + name + "." + value;
        for (ResourceBundle bundle : bundles) {
            if (bundle.containsKey(word)) {
                return bundle.getString(word);
            }
        }
        String called = NAMED.contains(name) ? names.getOrDefault(value, value) : value;
        return format.isRightToLeft() ? ISOLATE + called + ISOLATE_END : called;
    }

    /** Every key of the language. */
    Set<String> keys() {
        Set<String> keys = new HashSet<>();
        bundles.forEach(bundle -> keys.addAll(bundle.keySet()));
        return keys;
    }

    private String text(String key) {
        for (ResourceBundle bundle : bundles) {
            if (bundle.containsKey(key)) {
                return bundle.getString(key);
            }
        }
        throw new MissingResourceException("There are no words for " + key, Words.class.getName(), key);
    }

    /** Numbers in the digits that senders write, so that a sentence does not mix them; days before months in English. */
    private static ULocale format(Locale language) {
        return switch (language.getLanguage()) {
            case "en" -> ULocale.UK;
            case "ar" -> new ULocale("ar@numbers=latn");
            default -> ULocale.forLocale(language);
        };
    }
}
