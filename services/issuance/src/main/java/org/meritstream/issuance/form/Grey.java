package org.meritstream.issuance.form;

import com.google.zxing.LuminanceSource;
import com.google.zxing.PlanarYUVLuminanceSource;
import java.awt.image.BufferedImage;

/** A picture without its colours: how light each dot is, a byte each, line after line. */
final class Grey {
    private static final int ALPHA = 24;
    private static final int HALF = 0x80;

    private final byte[] dots;
    private final int width;
    private final int height;

    private Grey(byte[] dots, int width, int height) {
        this.dots = dots;
        this.width = width;
        this.height = height;
    }

    /** What one sees through is white, as paper is. */
    static Grey of(BufferedImage image) {
        int width = image.getWidth();
        int[] colours = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
        byte[] dots = new byte[colours.length];
        for (int i = 0; i < dots.length; i++) {
            int colour = colours[i];
            // Green counts twice, as eyes see it.
            int light = (((colour >> 16) & 0xff) + ((colour >> 7) & 0x1fe) + (colour & 0xff)) / 4;
            dots[i] = (byte) ((colour >>> ALPHA) < HALF ? 0xff : light);
        }
        return new Grey(dots, width, image.getHeight());
    }

    /** Four dots made one. */
    Grey halved() {
        int columns = width / 2;
        int rows = height / 2;
        byte[] half = new byte[columns * rows];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int at = 2 * (row * width + column);
                half[row * columns + column] =
                        (byte) ((light(at) + light(at + 1) + light(at + width) + light(at + width + 1)) / 4);
            }
        }
        return new Grey(half, columns, rows);
    }

    private int light(int at) {
        return dots[at] & 0xff;
    }

    /** Dots of the shorter side. */
    int shorter() {
        return Math.min(width, height);
    }

    LuminanceSource source() {
        return new PlanarYUVLuminanceSource(dots, width, height, 0, 0, width, height, false);
    }
}
