package org.meritstream.evidence.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
    /** In templates {@code say('…')}; in code a phrase of its own, or its beginning. */
    private static final Pattern ASKED = Pattern.compile("(?:say\\('|Phrase\\.of\\(\\s*\")([a-z0-9.-]+)['\"]");

    static Stream<Locale> languages() {
        return Words.LANGUAGES.stream();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void lacksNoSentence(Locale language) {
        assertThat(Words.in(language.toLanguageTag()).keys())
                .containsExactlyInAnyOrderElementsOf(Words.in("en").keys());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void losesNoPlaceInASentence(Locale language) throws IOException {
        Properties english = texts(Locale.ENGLISH);
        Properties texts = texts(language);

        assertThat(english.stringPropertyNames())
                .allSatisfy(key -> assertThat(places(texts.getProperty(key)))
                        .as("%s in %s", key, language)
                        .isEqualTo(places(english.getProperty(key))));
    }

    /** A page that asks for words that are not there shows their key, and no test of it need notice. */
    @Test
    void hasWordsForWhateverPagesAndCodeAskFor() throws IOException {
        Set<String> asked = new TreeSet<>();
        Set<String> begun = new TreeSet<>();
        for (String source : sources()) {
            ASKED.matcher(source).results().map(found -> found.group(1)).forEach(key -> {
                (key.endsWith(".") ? begun : asked).add(key);
            });
        }

        assertThat(asked).hasSizeGreaterThan(200);
        assertThat(Words.in("en").keys()).containsAll(asked);
        assertThat(begun)
                .hasSizeGreaterThan(10)
                .allSatisfy(prefix -> assertThat(Words.in("en").keys()).anyMatch(key -> key.startsWith(prefix)));
    }

    private static List<String> sources() throws IOException {
        List<String> sources = new ArrayList<>();
        for (String folder : List.of("src/main/java", "src/main/resources/templates")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    sources.add(Files.readString(file));
                }
            }
        }
        return sources;
    }

    @ParameterizedTest
    @MethodSource("languages")
    void saysNothingTwice(Locale language) throws IOException {
        List<String> keys = lines(language).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.substring(0, line.indexOf('=')))
                .toList();

        assertThat(keys).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "1, بقي محاولة واحدة.",
        "2, بقي محاولتان.",
        "3, بقي 3 محاولات.",
        "11, بقي 11 محاولة.",
        "100, بقي 100 محاولة."
    })
    void countsInArabicAsArabicDoes(String left, String said) {
        assertThat(Words.in("ar").say(Phrase.of("next.attempts.left", "left", left)))
                .isEqualTo(said);
    }

    @Test
    void keepsForeignNamesApartInATextThatRunsTheOtherWay() {
        assertThat(Words.in("ar").say(Phrase.of("next.part.mark", "activity", "quiz/12", "source", "canvas")))
                .isEqualTo("احصل على درجة في \u2068quiz/12\u2069 (\u2068canvas\u2069).");
    }

    @ParameterizedTest
    @CsvSource({"en, Hand it in by 30 April 2026 at 22:00 UTC.", "de, Geben Sie bis 30. April 2026 um 22:00 UTC ab."})
    void saysTimesAsTheLanguageDoes(String language, String said) {
        assertThat(Words.in(language).say(Phrase.of("next.attempts.due", "due", "2026-04-30T22:00:00Z")))
                .isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "null | de-AT, en;q=0.5 | de",
                "null | fr, ar;q=0.5 | ar",
                "null | fr | en",
                "ar | de | ar",
                "tlh | de | en",
                "null | null | en"
            },
            delimiter = '|',
            nullValues = "null")
    void findsTheLanguageOfTheReader(String asked, String ranges, String language) {
        assertThat(Words.forReader(asked, ranges).language()).isEqualTo(language);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"*", ";", "x", "1234567890123", "de;q=nonsense", "\u0000"})
    void standsNonsenseForALanguage(String ranges) {
        assertThat(Words.forReader(null, ranges).language()).isEqualTo("en");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Earn “Statistics”, or show a valid credential for it.",
                "ar | احصل على «\u2068Statistics\u2069» أو قدّم شهادة سارية له."
            })
    void callsWhatIsAskedForByItsName(String language, String said) {
        Words words = Words.in(language).calling(Map.of("stats-1", "Statistics"));

        assertThat(words.say(Phrase.of("next.credential.earn", "achievement", "stats-1")))
                .isEqualTo(said);
        assertThat(words.say(Phrase.of("next.credential.earn", "achievement", "maths")))
                .contains("maths");
        assertThat(words.say(Phrase.of("next.part.mark", "activity", "stats-1", "source", "canvas")))
                .as("an activity is no achievement")
                .contains("stats-1");
    }

    @Test
    void saysAnUnknownKeyAsItIs() {
        assertThat(Words.in("en").say(Phrase.of("no.such.key"))).isEqualTo("no.such.key");
    }

    private static Set<String> places(String text) {
        MessagePattern pattern = new MessagePattern(text);
        Set<String> places = new TreeSet<>();
        IntStream.range(0, pattern.countParts())
                .mapToObj(pattern::getPart)
                .filter(part -> part.getType() == MessagePattern.Part.Type.ARG_NAME)
                .forEach(part -> places.add(pattern.getSubstring(part)));
        return places;
    }

    private static Properties texts(Locale language) throws IOException {
        Properties texts = new Properties();
        texts.load(new StringReader(String.join("\n", lines(language))));
        return texts;
    }

    private static List<String> lines(Locale language) throws IOException {
        String suffix = language.equals(Locale.ENGLISH) ? "" : "_" + language.getLanguage();
        List<String> lines = new ArrayList<>();
        for (String bundle : Words.BUNDLES) {
            try (InputStream file = WordsTest.class.getResourceAsStream("/" + bundle + suffix + ".properties")) {
                lines.addAll(new String(file.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .toList());
            }
        }
        return lines;
    }
}
