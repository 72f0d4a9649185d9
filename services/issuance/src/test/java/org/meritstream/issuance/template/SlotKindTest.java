package org.meritstream.issuance.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The kinds against the expressions that say the same. */
class SlotKindTest {
    private static final Pattern ADDRESS = Pattern.compile("https?://[A-Za-z0-9:/._~#?&=+-]{1,2000}");
    private static final Pattern TIME = Pattern.compile(
            "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z");
    private static final Pattern TEXT = Pattern.compile("[^\\p{Cc}\\p{Cs}\\uFFFE\\uFFFF]*");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "http://",
                "https://",
                "http://a",
                "https://badges.example.org/a?b=c&d#e",
                "HTTPS://a",
                "https:/a",
                "https://a b",
                "https://\u00fc",
                "https://a%20",
                "ftp://a",
                "urn:a"
            })
    void admitsAddressesOfANarrowAlphabet(String value) {
        assertThat(SlotKind.ADDRESS.admits(value))
                .isEqualTo(ADDRESS.matcher(value).matches());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1999, 2000, 2001})
    void admitsAddressesOfALength(int length) {
        String value = "https://" + "a".repeat(length);

        assertThat(SlotKind.ADDRESS.admits(value)).isEqualTo(length <= 2000);
        assertThat(ADDRESS.matcher(value).matches()).isEqualTo(length <= 2000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-20T10:15:31Z",
                "2026-00-20T10:15:31Z",
                "2026-13-20T10:15:31Z",
                "2026-12-00T10:15:31Z",
                "2026-12-31T23:59:59Z",
                "2026-12-32T10:15:31Z",
                "2026-12-31T24:00:00Z",
                "2026-12-31T10:60:00Z",
                "2026-12-31T10:00:60Z",
                "2026-11-20T10:15:31.5Z",
                "2026-11-20T10:15:31",
                "2026-11-20 10:15:31Z",
                "+026-11-20T10:15:31Z",
                "202\u0666-11-20T10:15:31Z"
            })
    void admitsWholeSecondsOfUtc(String value) {
        assertThat(SlotKind.TIME.admits(value)).isEqualTo(TIME.matcher(value).matches());
    }

    @ParameterizedTest
    @ValueSource(
            ints = {0x00, 0x09, 0x0a, 0x1f, 0x20, 0x7e, 0x7f, 0x80, 0x85, 0x9f, 0xa0, 0x2028, 0xd7ff, 0xe000, 0xfffd})
    void admitsTextWithoutControlCharacters(int character) {
        String value = "a" + (char) character + "b";

        assertThat(SlotKind.TEXT.admits(value)).isEqualTo(TEXT.matcher(value).matches());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\ud83d",
                "\ud83da",
                "\ude00",
                "\ud83d\ude00",
                "a\ud83d\ude00\ud83d",
                "\ude00\ud83d",
                "\ufffe",
                "\uffff"
            })
    void admitsNoHalfOfAPairAndNoNonCharacter(String value) {
        assertThat(SlotKind.TEXT.admits(value)).isEqualTo(TEXT.matcher(value).matches());
    }
}
