package org.meritstream.issuance.form;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * An issuer's colours, as {@code 0xrrggbb}. They follow from the colour that it chose, else from its DID, so that all its badges look like each other and
 * unlike the next issuer's. However they come about, white on {@link #deep} and {@link #deep} on {@link #paper} have more than the 7:1 of WCAG 2.2, success
 * criterion 1.4.6, and white on {@link #bright} more than the 4.5:1 of 1.4.3: how light each may be is bounded.
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
    /** The lightest ground for white letters, a little darker than 4.5:1 allows, since channels are whole numbers. */
    private static final double LIGHTEST_GROUND = 0.175;

    /** Darker ones are black to most people, and the seal would have no shade. */
    private static final double DARKEST_GROUND = 0.02;

    /** Lines lighter than that are not seen on paper. */
    private static final double LIGHTEST_LINE = 0.7;

    /** The colours that follow from an issuer's id. */
    public static Palette of(String issuerId) {
        double hue = seed(issuerId) % 360;
        return new Palette(lit(hue, 0.56, DEEPEST), lit(hue + 24, 0.58, BRIGHTEST), lit(hue + 40, 0.6, ACCENT), PAPER);
    }

    /**
     * The colours of an issuer.
     *
     * @param chosen {@code #rrggbb}, or null where they follow from its id
     */
    public static Palette of(String issuerId, @Nullable String chosen) {
        return chosen == null ? of(issuerId) : chosen(Integer.parseInt(chosen.substring(1), 16));
    }

    /** Ground and lines keep the chosen hue; where it is of a lightness that serves, the very colour is one of the two. */
    private static Palette chosen(int rgb) {
        Hue hue = Hue.of(rgb);
        double light = luminance(rgb);
        double ground = Math.max(DARKEST_GROUND, Math.min(light, LIGHTEST_GROUND));
        int bright = ground == light ? rgb : lit(hue.degrees(), hue.saturation(), ground);
        int deep = lit(hue.degrees(), hue.saturation(), Math.min(DEEPEST, ground / 2));
        boolean serves = light >= ACCENT && light <= LIGHTEST_LINE;
        int accent = serves ? rgb : lit(hue.degrees(), hue.saturation(), ACCENT);
        return new Palette(deep, bright, accent, PAPER);
    }

    /** What of a colour stays the same when it is lit otherwise. */
    private record Hue(double degrees, double saturation) {
        /** Of what is nearly black or nearly white little colour is seen, however saturated it is by number. */
        private static final double SEEN = 4;

        private static final double MOST = 0.85;

        static Hue of(int rgb) {
            double red = (rgb >> 16 & 0xff) / 255.0;
            double green = (rgb >> 8 & 0xff) / 255.0;
            double blue = (rgb & 0xff) / 255.0;
            double most = Math.max(red, Math.max(green, blue));
            double chroma = most - Math.min(red, Math.min(green, blue));
            if (chroma == 0) {
                return new Hue(0, 0);
            }
            double sixth = most == red
                    ? (green - blue) / chroma
                    : most == green ? (blue - red) / chroma + 2 : (red - green) / chroma + 4;
            double saturation = chroma / (1 - Math.abs(2 * most - chroma - 1));
            return new Hue((sixth * 60 + 360) % 360, Math.min(MOST, Math.min(saturation, chroma * SEEN)));
        }
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
