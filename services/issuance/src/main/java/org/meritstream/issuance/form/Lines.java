package org.meritstream.issuance.form;

import com.ibm.icu.text.Bidi;
import com.ibm.icu.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Text broken into lines of a width (Unicode annex 14, so that Chinese and Thai, which have no spaces, break as well), and words longer than a
 * line between letters as they are seen.
 *
 * @param size that the lines were measured at
 */
record Lines(List<String> lines, double size) {
    private static final String CUT = "…";
    /** A mark that is not seen (Unicode annex 9, section 2.6). */
    private static final String FROM_RIGHT = "\u200f";

    Lines {
        lines = List.copyOf(lines);
    }

    /** All of it. */
    static Lines of(String text, Typeface typeface, double size, double width) {
        String plain = text.strip().replaceAll("\\s+", " ");
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String piece : pieces(plain, BreakIterator.getLineInstance(Locale.ROOT))) {
            if (fits(line + piece, typeface, size, width)) {
                line += piece;
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line.stripTrailing());
            }
            line = piece;
            while (!fits(line, typeface, size, width)) {
                String head = head(line, typeface, size, width);
                lines.add(head);
                line = line.substring(head.length());
            }
        }
        lines.add(line.stripTrailing());
        boolean fromRight = Bidi.getBaseDirection(plain) == Bidi.RTL;
        return new Lines(fromRight ? lines.stream().map(Lines::fromRight).toList() : lines, size);
    }

    /** A line of a text from the right may begin with a word from the left, and is from the right all the same. */
    private static String fromRight(String line) {
        return Bidi.getBaseDirection(line) == Bidi.RTL ? line : FROM_RIGHT + line;
    }

    /**
     * As large as it fits into so many lines and so much height, from the largest size down to the smallest; cut off where it does not fit even then.
     *
     * @param most characters that are looked at, so that a text of any length costs the same
     */
    static Lines fitted(String text, Typeface typeface, Box box, int most) {
        String looked = text.codePointCount(0, text.length()) > most
                ? text.substring(0, text.offsetByCodePoints(0, most)) + CUT
                : text;
        for (double size = box.largest(); size > box.smallest(); size -= 2) {
            Lines lines = of(looked, typeface, size, box.width());
            if (lines.height() <= box.height() && wordsWhole(looked, typeface, size, box.width())) {
                return lines;
            }
        }
        return of(looked, typeface, box.smallest(), box.width()).cut((int) (box.height() / (box.smallest() * SPACING)));
    }

    /** Room for a text, and between which sizes it may be set. */
    record Box(double width, double height, double largest, double smallest) {}

    /** From one baseline to the next, in units of the size. */
    static final double SPACING = 1.22;

    double height() {
        return lines.size() * size * SPACING;
    }

    private Lines cut(int most) {
        if (lines.size() <= most) {
            return this;
        }
        List<String> kept = new ArrayList<>(lines.subList(0, most));
        kept.set(most - 1, kept.getLast().replaceAll("\\W{0,3}$", "") + CUT);
        return new Lines(kept, size);
    }

    private static boolean wordsWhole(String text, Typeface typeface, double size, double width) {
        return pieces(text, BreakIterator.getLineInstance(Locale.ROOT)).stream()
                .allMatch(piece -> fits(piece, typeface, size, width));
    }

    private static boolean fits(String text, Typeface typeface, double size, double width) {
        return typeface.width(text.stripTrailing()) * size <= width;
    }

    private static String head(String word, Typeface typeface, double size, double width) {
        String head = "";
        for (String letter : pieces(word, BreakIterator.getCharacterInstance(Locale.ROOT))) {
            if (!head.isEmpty() && !fits(head + letter, typeface, size, width)) {
                break;
            }
            head += letter;
        }
        return head;
    }

    private static List<String> pieces(String text, BreakIterator breaks) {
        breaks.setText(text);
        List<String> pieces = new ArrayList<>();
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
            pieces.add(text.substring(from, to));
            from = to;
        }
        return pieces;
    }
}
