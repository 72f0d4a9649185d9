package org.meritstream.issuance.form;

import com.ibm.icu.text.Bidi;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.List;
import java.util.Locale;

/**
 * A badge image as SVG 1.1. Words stay words, so that a viewer finds the letters of every script and a screen reader reads them; title and
 * description say what it shows. It has no script, no style sheet and no address in it.
 */
public final class SvgImage {
    private static final String FONTS =
            "'Noto Sans','Segoe UI',Roboto,'Helvetica Neue',Arial,'Noto Sans Arabic','Noto Sans Hebrew',sans-serif";
    private static final String SHADE = "shade";

    private SvgImage() {}

    /** The image of the badge. */
    public static String of(BadgeFace face) {
        StringBuilder svg = new StringBuilder(20_000);
        svg.append("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" width="%1$d" height="%1$d" role="img" aria-labelledby="title desc" lang="%2$s">
                <title id="title">%3$s</title>
                <desc id="desc">%4$s</desc>
                """.formatted(
                        BadgeImage.SIZE,
                        escaped(face.language()),
                        escaped(face.name()),
                        escaped("A seal with the words: " + face.inWords() + ".")));
        List<Mark> marks = BadgeImage.of(face);
        shade(svg, face.colours());
        marks.forEach(mark -> write(svg, mark));
        return svg.append("</svg>\n").toString();
    }

    /** Text as it may stand between tags and in attributes of XML 1.0; what XML has no way to say is left out. */
    static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().filter(SvgImage::isXml).forEach(point -> {
            switch (point) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(point);
            }
        });
        return safe.toString();
    }

    /** XML 1.0, production 2. */
    private static boolean isXml(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || (point >= 0x20 && point <= 0xd7ff)
                || (point >= 0xe000 && point <= 0xfffd)
                || point >= 0x10000;
    }

    private static void shade(StringBuilder svg, Palette colours) {
        svg.append("""
                <defs><linearGradient id="%s" gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="0" y2="%d"><stop offset="0" stop-color="%s"/><stop offset="1" stop-color="%s"/></linearGradient></defs>
                """.formatted(SHADE, BadgeImage.SIZE, colour(colours.bright()), colour(colours.deep())));
    }

    private static void write(StringBuilder svg, Mark mark) {
        switch (mark) {
            case Mark.Area area ->
                svg.append("<path fill=\"%s\" d=\"".formatted(fill(area)))
                        .append(path(area.outline()))
                        .append("\"/>\n");
            case Mark.Line line ->
                svg.append("<path fill=\"none\" stroke=\"%s\" stroke-width=\"%s\" stroke-opacity=\"%s\" d=\""
                                .formatted(colour(line.colour()), number(line.width()), number(line.opacity())))
                        .append(path(line.outline()))
                        .append("\"/>\n");
            case Mark.Words words -> words(svg, words);
        }
    }

    private static void words(StringBuilder svg, Mark.Words words) {
        boolean fromRight = Bidi.getBaseDirection(words.text()) == Bidi.RTL;
        svg.append(
                "<text x=\"%s\" y=\"%s\" font-size=\"%s\"%s%s text-anchor=\"middle\" fill=\"%s\" font-family=\"%s\">%s</text>\n"
                        .formatted(
                                number(words.x()),
                                number(words.y()),
                                number(words.size()),
                                words.bold() ? " font-weight=\"700\"" : "",
                                fromRight ? " direction=\"rtl\"" : "",
                                colour(words.colour()),
                                FONTS,
                                escaped(words.text())));
    }

    private static String fill(Mark.Area area) {
        return area.top() == area.bottom() ? colour(area.top()) : "url(#" + SHADE + ")";
    }

    private static String path(Path2D outline) {
        StringBuilder path = new StringBuilder();
        double[] at = new double[6];
        for (PathIterator steps = outline.getPathIterator(null); !steps.isDone(); steps.next()) {
            int kind = steps.currentSegment(at);
            path.append("MLQCZ".charAt(kind));
            int numbers = List.of(2, 2, 4, 6, 0).get(kind);
            for (int i = 0; i < numbers; i++) {
                path.append(i == 0 ? "" : " ").append(number(at[i]));
            }
        }
        return path.toString();
    }

    private static String colour(int rgb) {
        return String.format(Locale.ROOT, "#%06x", rgb);
    }

    /** With one digit after the point, or two below one: a tenth of a unit is not seen. */
    private static String number(double value) {
        String text = String.format(Locale.ROOT, Math.abs(value) < 1 ? "%.2f" : "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
