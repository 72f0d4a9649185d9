package org.meritstream.issuance.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

class PngImageTest {
    private static final int SIZE = 200;

    @Test
    void drawsTheSameBytesForTheSameBadge() {
        assertThat(PngImage.of(BadgeFaces.dataLiteracy())).isEqualTo(PngImage.of(BadgeFaces.dataLiteracy()));
    }

    @Test
    void drawsLettersOfTheScriptsThatItsFontsHave() {
        for (String name :
                List.of("Data Literacy", "Грамотность", "Αλφαβητισμός", "محو الأمية", "אוריינות", "Trí thông minh")) {
            assertThat(ink(BadgeFaces.named(name, "en"))).as(name).isGreaterThan(ink(BadgeFaces.named("", "en")) + 100);
        }
    }

    @Test
    void drawsTheKindWhereItsFontsLackTheName() {
        BadgeFace chinese = BadgeFaces.named("数据素养", "zh");
        BadgeFace kind =
                new BadgeFace("Micro-credential", "zh", "", chinese.issuer(), chinese.colours(), chinese.facts());

        assertThat(differing(words(chinese), words(kind))).isZero();
    }

    @Test
    void drawsArabicJoinedAndFromTheRight() {
        assertThat(Typeface.seen("سلام")).isEqualTo("\uFEE1\uFEFC\uFEB3");
        assertThat(Typeface.seen("abc \u202E\u2066def")).doesNotContain("\u202E", "\u2066");
    }

    private static BufferedImage words(BadgeFace face) {
        return PngImage.pixels(face, SIZE).getSubimage(SIZE / 4, SIZE * 2 / 5, SIZE / 2, SIZE / 4);
    }

    private static long differing(BufferedImage one, BufferedImage other) {
        long count = 0;
        for (int x = 0; x < one.getWidth(); x++) {
            for (int y = 0; y < one.getHeight(); y++) {
                count += one.getRGB(x, y) == other.getRGB(x, y) ? 0 : 1;
            }
        }
        return count;
    }

    /** Dark pixels where the name stands. */
    private static long ink(BadgeFace face) {
        BufferedImage name = words(face);
        long count = 0;
        for (int x = 0; x < name.getWidth(); x++) {
            for (int y = 0; y < name.getHeight(); y++) {
                count += (name.getRGB(x, y) & 0xff) < 0xa0 ? 1 : 0;
            }
        }
        return count;
    }
}
