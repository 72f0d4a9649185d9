package org.meritstream.issuance.form;

import java.awt.geom.Path2D;

/** One thing that is drawn, in a square of {@link BadgeImage#SIZE} units. Colours are {@code 0xrrggbb}. */
sealed interface Mark {

    /** A filled area, from one colour at its top to another at the bottom of the square. */
    record Area(Path2D outline, int top, int bottom) implements Mark {}

    /** A line along an outline; {@code opacity} from 0 to 1. */
    record Line(Path2D outline, int colour, double width, double opacity) implements Mark {}

    /** A line of text, centred on {@code x}, standing on {@code y}. */
    record Words(String text, double x, double y, double size, boolean bold, int colour) implements Mark {}
}
