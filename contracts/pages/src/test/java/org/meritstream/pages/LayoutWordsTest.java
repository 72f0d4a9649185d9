package org.meritstream.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayoutWordsTest {

    @Test
    void saysEverythingInEveryLanguageDifferently() {
        Set<String> said = new HashSet<>();
        for (String language : LanguageLink.LANGUAGES) {
            said.addAll(List.of(
                    LayoutWords.skip(language), LayoutWords.colophon(language), LayoutWords.languages(language)));
        }

        assertThat(said).hasSize(3 * LanguageLink.LANGUAGES.size());
    }

    @ParameterizedTest
    @CsvSource({"en, en, ltr", "de-AT, de, ltr", "ar, ar, rtl", "fr, en, ltr"})
    void speaksThePagesLanguageOrEnglish(String page, String language, String direction) {
        assertThat(LayoutWords.language(page)).isEqualTo(language);
        assertThat(LayoutWords.direction(page)).isEqualTo(direction);
    }

    @Test
    void leadsToEveryLanguageAndMarksTheCurrentOne() {
        List<LanguageLink> links = LanguageLink.all("ar", language -> "?lang=" + language);

        assertThat(links).extracting(LanguageLink::address).containsExactly("?lang=en", "?lang=de", "?lang=ar");
        assertThat(links)
                .filteredOn(LanguageLink::current)
                .extracting(LanguageLink::name)
                .containsExactly("العربية");
    }
}
