package org.meritstream.issuance.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever an institution chooses, what is drawn in its colours can be read. */
class PaletteTest {
    private static final String DID = "did:web:northgate.example";
    private static final int STEPS = 12;

    @Test
    void canBeReadInWhateverColourIsChosen() {
        everyColour().forEach(chosen -> {
            Palette colours = Palette.of(DID, chosen);

            assertThat(Palette.contrast(colours.deep(), colours.paper()))
                    .as("%s: letters on paper", chosen)
                    .isGreaterThan(7);
            assertThat(Palette.contrast(colours.deep(), Palette.WHITE))
                    .as("%s: white on the ground's dark end", chosen)
                    .isGreaterThan(7);
            assertThat(Palette.contrast(colours.bright(), Palette.WHITE))
                    .as("%s: white on the ground's bright end", chosen)
                    .isGreaterThan(4.5);
        });
    }

    @Test
    void hasAShadeInWhateverColourIsChosen() {
        everyColour().forEach(chosen -> {
            Palette colours = Palette.of(DID, chosen);

            assertThat(Palette.contrast(colours.deep(), colours.bright()))
                    .as(chosen)
                    .isGreaterThan(1.1);
            assertThat(Palette.contrast(colours.accent(), colours.deep()))
                    .as("%s: lines on the ground", chosen)
                    .isGreaterThan(3);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"#7a1f3d", "#00573f", "#0033a0", "#4b2e83"})
    void keepsTheVeryColourThatServesAsAGround(String chosen) {
        assertThat(hex(Palette.of(DID, chosen).bright())).isEqualTo(chosen);
    }

    @ParameterizedTest
    @ValueSource(strings = {"#ffd100", "#8ab8e6"})
    void keepsTheVeryColourThatServesAsALine(String chosen) {
        assertThat(hex(Palette.of(DID, chosen).accent())).isEqualTo(chosen);
    }

    @ParameterizedTest
    @ValueSource(strings = {"#000000", "#808080", "#ffffff"})
    void staysGreyWhereGreyIsChosen(String chosen) {
        Palette colours = Palette.of(DID, chosen);

        assertThat(Stream.of(colours.deep(), colours.bright(), colours.accent()))
                .allSatisfy(rgb -> assertThat(hex(rgb)).matches("#(..)\\1\\1"));
    }

    @Test
    void followsFromTheIssuerWhereNoneIsChosen() {
        assertThat(Palette.of(DID, null))
                .isEqualTo(Palette.of(DID))
                .isNotEqualTo(Palette.of("did:web:lakeside.example"));
    }

    /** A grid of all, and some between. */
    private static Stream<String> everyColour() {
        Random random = new Random(7);
        IntStream grid = IntStream.range(0, STEPS * STEPS * STEPS)
                .map(n -> level(n % STEPS) << 16 | level(n / STEPS % STEPS) << 8 | level(n / STEPS / STEPS));
        return IntStream.concat(grid, IntStream.range(0, 5_000).map(n -> random.nextInt(1 << 24)))
                .mapToObj(PaletteTest::hex);
    }

    private static int level(int step) {
        return step * 255 / (STEPS - 1);
    }

    private static String hex(int rgb) {
        return String.format(Locale.ROOT, "#%06x", rgb);
    }
}
