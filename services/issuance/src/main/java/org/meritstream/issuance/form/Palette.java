package org.meritstream.issuance.form;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * An issuer's colours, as {@code 0xrrggbb}. They follow from its DID, so that all its badges look like each other and unlike the next
 * issuer's. Lightness is fixed, by hue, so that white on {@link #deep} and {@link #deep} on {@link #paper} always have more than the 7:1 of WCAG 2.2,
 * success criterion 1.4.6.
 *
 * @param deep the ground of the seal, and the letters on paper
 * @param bright a lighter neighbour of it, for the other end of the gradient
 * @param accent lines and the monogram's ring
 * @param paper the disc that the letters stand on
 */
public record Palette(int deep, int bright, int accent, int paper) {
    static final int WHITE = 0xffffff;
    private static final double DEEPEST = 0.055;
    private static final double BRIGHTEST = 0.105;
    private static final double ACCENT = 0.42;
    private static final int PAPER = 0xfffdf8;

    /** The colours that follow from an issuer's id. */
    public static Palette of(String issuerId) {
        double hue = seed(issuerId) % 360;
        return new Palette(lit(hue, 0.56, DEEPEST), lit(hue + 24, 0.58, BRIGHTEST), lit(hue + 40, 0.6, ACCENT), PAPER);
    }

    /** Not negative, and the same for the same text everywhere. */
    static int seed(String text) {
        CRC32 sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return (int) (sum.getValue() & 0x7fffffff);
    }

    /** The ratio of WCAG 2.2 between two colours, 1 to 21. */
    static double contrast(int one, int other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    /** The colour of that hue whose relative luminance is the wanted one: how bright a hue looks is not what HSL calls its lightness. */
    private static int lit(double hue, double saturation, double luminance) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < 20; i++) {
            double middle = (low + high) / 2;
            if (luminance(rgb(hue, saturation, middle)) < luminance) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return rgb(hue, saturation, low);
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 0xff) + 0.7152 * linear(rgb >> 8 & 0xff) + 0.0722 * linear(rgb & 0xff);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static int rgb(double hue, double saturation, double lightness) {
        return channel(0, hue, saturation, lightness) << 16
                | channel(8, hue, saturation, lightness) << 8
                | channel(4, hue, saturation, lightness);
    }

    /** CSS Color 4, section 7.1. */
    private static int channel(int n, double hue, double saturation, double lightness) {
        double k = (n + hue / 30) % 12;
        double a = saturation * Math.min(lightness, 1 - lightness);
        return (int) Math.round(255 * (lightness - a * Math.max(-1, Math.min(Math.min(k - 3, 9 - k), 1))));
    }
}
