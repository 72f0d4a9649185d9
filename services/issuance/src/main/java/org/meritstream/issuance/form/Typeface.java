package org.meritstream.issuance.form;

import com.ibm.icu.text.ArabicShaping;
import com.ibm.icu.text.ArabicShapingException;
import com.ibm.icu.text.Bidi;
import com.ibm.icu.text.Normalizer2;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The carried fonts in one weight. Text is put into the order and the shapes in which it is seen here (Unicode annex 9; Arabic by its
 * presentation forms), because neither PDF nor an outline knows of either. Letters of scripts that the fonts lack, {@link #lacks} says.
 */
final class Typeface {
    private static final List<String> FAMILIES = List.of("NotoSans", "NotoSansArabic", "NotoSansHebrew");
    private static final int REPLACEMENT = '?';
    private static final int SPACE = ' ';

    static final Typeface REGULAR = new Typeface("Regular");
    static final Typeface BOLD = new Typeface("Bold");

    private final List<Face> faces;

    /** A font file, read. */
    record Face(String resource, TrueTypeFont font, CmapLookup characters) {}

    /** A letter in one of the fonts; its advance in units of an em. */
    record Glyph(Face face, int id, double advance) {

        /** Its outline in units of its font, with the baseline at zero and up as more. A font is read by one at a time. */
        Shape outline() {
            try {
                synchronized (face) {
                    GlyphData data = face.font().getGlyph().getGlyph(id);
                    return data == null ? new Path2D.Double() : data.getPath();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        double unitsPerEm() {
            try {
                return face.font().getUnitsPerEm();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Letters that follow each other in the same font, in the order in which they are seen. */
    record Run(Face face, String text) {}

    private Typeface(String weight) {
        faces = FAMILIES.stream()
                .map(family -> face("/fonts/" + family + "-" + weight + ".ttf"))
                .toList();
    }

    static Typeface of(boolean bold) {
        return bold ? BOLD : REGULAR;
    }

    /** As it is seen from left to right: shaped, reordered and without what has no look of its own. */
    static String seen(String text) {
        String composed = Normalizer2.getNFCInstance().normalize(text);
        try {
            String shaped = new ArabicShaping(ArabicShaping.LETTERS_SHAPE | ArabicShaping.TEXT_DIRECTION_LOGICAL)
                    .shape(composed);
            Bidi bidi = new Bidi(shaped, Bidi.LEVEL_DEFAULT_LTR);
            return bidi.writeReordered(Bidi.DO_MIRRORING | Bidi.REMOVE_BIDI_CONTROLS)
                    .codePoints()
                    .filter(point -> !Character.isISOControl(point))
                    .filter(point -> Character.getType(point) != Character.FORMAT)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
        } catch (ArabicShapingException e) {
            throw new IllegalStateException("Letters are shaped into as much room as they need", e);
        }
    }

    /** Whether some letter of it is in none of the fonts. */
    boolean lacks(String text) {
        return seen(text).codePoints().anyMatch(point -> find(point) == null);
    }

    /** Its width in units of the size. A letter that the fonts lack counts as a square, which is as wide as letters get. */
    double width(String text) {
        return seen(text)
                .codePoints()
                .mapToObj(this::find)
                .mapToDouble(glyph -> glyph == null ? 1 : glyph.advance())
                .sum();
    }

    /** The runs of a text as it is seen; what the fonts lack is a question mark in them. */
    List<Run> runs(String text) {
        List<Run> runs = new ArrayList<>();
        StringBuilder letters = new StringBuilder();
        Face current = null;
        for (int point : seen(text).codePoints().toArray()) {
            Glyph known = find(point);
            Face face = known == null ? faces.getFirst() : known.face();
            if (current != null && !face.equals(current) && point != SPACE) {
                runs.add(new Run(current, letters.toString()));
                letters.setLength(0);
            }
            current = current != null && point == SPACE && current.characters().getGlyphId(SPACE) != 0 ? current : face;
            letters.appendCodePoint(known == null ? REPLACEMENT : point);
        }
        if (current != null) {
            runs.add(new Run(current, letters.toString()));
        }
        return runs;
    }

    /** The letter, or a question mark where the fonts lack it. */
    Glyph glyph(int point) {
        Glyph found = find(point);
        Glyph replacement = found == null ? find(REPLACEMENT) : found;
        if (replacement == null) {
            throw new IllegalStateException("Every font has a question mark");
        }
        return replacement;
    }

    private @Nullable Glyph find(int point) {
        for (Face face : faces) {
            int id = face.characters().getGlyphId(point);
            if (id != 0) {
                return new Glyph(face, id, advance(face.font(), id));
            }
        }
        return null;
    }

    private static double advance(TrueTypeFont font, int id) {
        try {
            return font.getAdvanceWidth(id) / (double) font.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A font file's bytes. */
    static InputStream open(String resource) {
        InputStream in = Typeface.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException(resource + " is not in the jar");
        }
        return in;
    }

    private static Face face(String resource) {
        try (InputStream in = open(resource)) {
            byte[] bytes = in.readAllBytes();
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(new ByteArrayInputStream(bytes)));
            return new Face(resource, font, font.getUnicodeCmapLookup());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
