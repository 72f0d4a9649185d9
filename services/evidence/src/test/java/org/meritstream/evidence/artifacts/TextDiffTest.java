package org.meritstream.evidence.artifacts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TextDiffTest {

    @Test
    void tellsTheLinesThatDiffer() {
        assertThat(diff("one\ntwo\nthree\n", "one\n2\nthree\nfour\n"))
                .isEqualTo(new Comparison.Differs(List.of(
                        "--- before", "+++ after", "@@ -1,3 +1,4 @@", " one", "-two", "+2", " three", "+four")));
    }

    @Test
    void readsOldEncodings() {
        byte[] latin = "Größe".getBytes(Charset.forName("ISO-8859-1"));

        assertThat(TextDiff.of(latin, "Größe".getBytes(StandardCharsets.UTF_8), () -> false))
                .as("both read as the same text")
                .isEqualTo(new Comparison.Differs(List.of()));
    }

    @Test
    void comparesNoBooks() {
        String book = IntStream.range(0, 5001).mapToObj(String::valueOf).collect(Collectors.joining("\n"));

        assertThat(diff(book, "one")).isEqualTo(new Comparison.NotMade(Comparison.Reason.TOO_LARGE));
    }

    @Test
    void givesUpWhenItTakesTooLong() {
        assertThat(TextDiff.of(bytes("a\nb"), bytes("b\na"), () -> true))
                .isEqualTo(new Comparison.NotMade(Comparison.Reason.TOOK_TOO_LONG));
    }

    @Test
    @Timeout(60)
    void endsSoonWhenEveryLineDiffers() {
        String before = IntStream.range(0, 5000).mapToObj(i -> "a" + i).collect(Collectors.joining("\n"));
        String after = IntStream.range(0, 5000).mapToObj(i -> "b" + i).collect(Collectors.joining("\n"));

        assertThat(diff(before, after)).isInstanceOf(Comparison.Differs.class);
    }

    private static Comparison diff(String before, String after) {
        return TextDiff.of(bytes(before), bytes(after), () -> false);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
