package org.meritstream.issuance.form;

import com.ibm.icu.text.BreakIterator;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The badge image of an achievement that has none of its own: a seal in the issuer's colours, with its monogram, the achievement's name and a
 * ribbon that says workload and level. The threads of its guilloche are counted by the achievement's name, so that no two look alike.
 */
final class BadgeImage {
    /** Width and height of the square that it is drawn in. */
    static final int SIZE = 600;

    private static final double MIDDLE = SIZE / 2.0;
    private static final int LONGEST = 240;
    private static final Lines.Box NAME = new Lines.Box(320, 176, 58, 18);
    private static final Lines.Box ISSUER = new Lines.Box(236, 48, 21, 15);
    private static final Lines.Box KIND = new Lines.Box(290, 28, 21, 14);
    private static final Lines.Box FACTS = new Lines.Box(360, 36, 26, 16);

    private BadgeImage() {}

    /** What is drawn, from the back to the front. */
    static List<Mark> of(BadgeFace face) {
        Palette colours = face.colours();
        List<Mark> marks = new ArrayList<>();
        seal(marks, face, colours);
        String ribbon = face.facts() == null ? face.kind() : face.facts();
        if (!ribbon.isBlank()) {
            ribbon(marks, ribbon, colours);
        }
        monogram(marks, face.issuer(), colours);
        words(marks, face, colours);
        return marks;
    }

    private static void seal(List<Mark> marks, BadgeFace face, Palette colours) {
        marks.add(new Mark.Area(Rosette.scallops(48, 283, 305), colours.bright(), colours.deep()));
        marks.add(new Mark.Line(Rosette.circle(MIDDLE, MIDDLE, 276), colours.accent(), 2, 0.9));
        int waves = 11 + Palette.seed(face.name()) % 8;
        for (int i = 0; i < 6; i++) {
            marks.add(new Mark.Line(Rosette.thread(waves, 240, 27, i / 6.0), Palette.WHITE, 1.1, 0.34));
        }
        marks.add(new Mark.Area(Rosette.circle(MIDDLE, MIDDLE, 208), colours.paper(), colours.paper()));
        marks.add(new Mark.Line(Rosette.circle(MIDDLE, MIDDLE, 208), colours.accent(), 5, 1));
        marks.add(new Mark.Line(Rosette.circle(MIDDLE, MIDDLE, 198), colours.accent(), 1.2, 0.8));
    }

    private static void monogram(List<Mark> marks, String issuer, Palette colours) {
        double y = 104;
        marks.add(new Mark.Area(Rosette.circle(MIDDLE, y, 52), colours.paper(), colours.paper()));
        marks.add(new Mark.Area(Rosette.circle(MIDDLE, y, 46), colours.bright(), colours.deep()));
        marks.add(new Mark.Line(Rosette.circle(MIDDLE, y, 52), colours.accent(), 4, 1));
        marks.add(new Mark.Words(initials(issuer), MIDDLE, y + 13, 36, true, Palette.WHITE));
    }

    /** The first letters of the first and the last word, where they are letters with a capital; else the first letter alone. */
    private static String initials(String issuer) {
        String[] words = issuer.strip().split("[\\s\\p{Punct}]+", -1);
        List<String> firsts = new ArrayList<>();
        for (String word : words) {
            if (!word.isEmpty() && Character.isLetterOrDigit(word.codePointAt(0))) {
                firsts.add(firstLetter(word));
            }
        }
        if (firsts.isEmpty()) {
            return "";
        }
        String first = firsts.getFirst().toUpperCase(Locale.ROOT);
        String last = firsts.getLast().toUpperCase(Locale.ROOT);
        boolean cased = Character.isUpperCase(first.codePointAt(0)) && Character.isUpperCase(last.codePointAt(0));
        return firsts.size() > 1 && cased ? first + last : first;
    }

    private static String firstLetter(String word) {
        BreakIterator letters = BreakIterator.getCharacterInstance(Locale.ROOT);
        letters.setText(word);
        return word.substring(0, letters.next());
    }

    private static void words(List<Mark> marks, BadgeFace face, Palette colours) {
        Lines issuer = Lines.fitted(face.issuer(), Typeface.REGULAR, ISSUER, LONGEST);
        block(marks, issuer, 194, false, colours.deep());
        boolean below = face.facts() != null && !face.kind().isBlank();
        block(marks, Lines.fitted(face.name(), Typeface.BOLD, NAME, LONGEST), below ? 304 : 316, true, colours.deep());
        if (below) {
            block(marks, Lines.fitted(face.kind(), Typeface.REGULAR, KIND, LONGEST), 406, false, colours.deep());
        }
    }

    private static void ribbon(List<Mark> marks, String text, Palette colours) {
        Path2D left = outline(20, 448, 92, 448, 92, 506, 20, 506, 40, 477);
        Path2D right = outline(580, 448, 508, 448, 508, 506, 580, 506, 560, 477);
        for (Path2D tail : List.of(left, right)) {
            marks.add(new Mark.Area(tail, colours.deep(), colours.deep()));
            marks.add(new Mark.Line(tail, colours.paper(), 2.5, 1));
        }
        Path2D band = outline(64, 432, 536, 432, 536, 490, 64, 490);
        marks.add(new Mark.Area(band, colours.bright(), colours.deep()));
        marks.add(new Mark.Line(band, colours.paper(), 2.5, 1));
        block(marks, Lines.fitted(text, Typeface.BOLD, FACTS, LONGEST), 461, true, Palette.WHITE);
    }

    private static Path2D outline(double... points) {
        Path2D path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        path.closePath();
        return path;
    }

    /** Lines about a height. */
    private static void block(List<Mark> marks, Lines lines, double about, boolean bold, int colour) {
        double step = lines.size() * Lines.SPACING;
        double y = about - lines.height() / 2 + lines.size() * 0.97;
        for (String line : lines.lines()) {
            marks.add(new Mark.Words(line, MIDDLE, y, lines.size(), bold, colour));
            y += step;
        }
    }
}
