package org.meritstream.pages;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.NewCookie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReaderTest {

    @ParameterizedTest
    @CsvSource(
            value = {
                "ar | de | en | ar",
                "null | de | ar | de",
                "null | null | de-AT, en;q=0.5 | de",
                "null | null | fr, ar;q=0.5 | ar",
                "tlh | ar | de | ar",
                "; | \u0000 | de;q=nonsense | en",
                "null | null | null | en"
            },
            delimiter = '|',
            nullValues = "null")
    void findsTheLanguageOfTheReader(String asked, String chosen, String preferred, String language) {
        assertThat(Reader.of(asked, chosen, preferred).language()).isEqualTo(language);
    }

    @Test
    void remembersWhatTheAddressAskedFor() {
        NewCookie cookie = Reader.of("ar", "de", "en").choice(true);

        assertThat(cookie).extracting(NewCookie::getValue, NewCookie::isSecure).containsExactly("ar", true);
    }

    @ParameterizedTest
    @CsvSource(
            value = {"null", "tlh", "a\r\nSet-Cookie: x=y"},
            nullValues = "null")
    void remembersNothingThatIsNoLanguageOfOurs(String asked) {
        assertThat(Reader.of(asked, "de", "ar").choice(true)).isNull();
    }
}
