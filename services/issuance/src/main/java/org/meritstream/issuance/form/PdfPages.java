package org.meritstream.issuance.form;

import com.ibm.icu.text.Bidi;
import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Pages that are filled from the top, one line of tagged text after the other. Lengths are points, 72 to the inch. */
final class PdfPages {
    static final double MARGIN = 56;
    static final double WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
    private static final double BOTTOM = 66;

    private final PDDocument document;
    private final PdfTags tags;
    private final Map<String, PDFont> fonts = new HashMap<>();
    private PDPage page;
    private PDPageContentStream content;
    private double y;

    /** How a text looks. */
    record Style(boolean bold, double size, int colour) {
        double leading() {
            return size * 1.34;
        }
    }

    /** Where a text stands, and how wide its lines may be. */
    record Column(double x, double width) {}

    static final Column WHOLE = new Column(MARGIN, WIDTH);

    PdfPages(PDDocument document, PdfTags tags) throws IOException {
        this.document = document;
        this.tags = tags;
        page = new PDPage(PDRectangle.A4);
        content = open();
    }

    private PDPageContentStream open() throws IOException {
        document.addPage(page);
        tags.page(page, document.getNumberOfPages() - 1);
        y = PDRectangle.A4.getHeight() - MARGIN;
        return new PDPageContentStream(document, page);
    }

    PDPage page() {
        return page;
    }

    PDPageContentStream content() {
        return content;
    }

    int count() {
        return document.getNumberOfPages();
    }

    /** Height above the lower edge that is not used yet. */
    double y() {
        return y;
    }

    void moveTo(double height) {
        y = height;
    }

    void down(double by) {
        y -= by;
    }

    /** Goes on to the next page where less than that is left. */
    void need(double height) throws IOException {
        if (y - height < BOTTOM) {
            content.close();
            page = new PDPage(PDRectangle.A4);
            content = open();
        }
    }

    /** A text in as many lines and on as many pages as it takes. */
    void text(PDStructureElement element, String text, Style style, Column column) throws IOException {
        Lines lines = Lines.of(text, Typeface.of(style.bold()), style.size(), column.width());
        for (String line : lines.lines()) {
            need(style.leading());
            line(element, line, style, column);
        }
    }

    /** Lines that are known to fit. */
    void lines(PDStructureElement element, List<String> lines, Style style, Column column) throws IOException {
        for (String line : lines) {
            line(element, line, style, column);
        }
    }

    private void line(PDStructureElement element, String line, Style style, Column column) throws IOException {
        Typeface typeface = Typeface.of(style.bold());
        String seen = Typeface.seen(line);
        COSDictionary properties = new COSDictionary();
        properties.setInt(COSName.MCID, tags.mark(element, page));
        if (!seen.equals(line) || typeface.lacks(line)) {
            properties.setItem(COSName.ACTUAL_TEXT, new COSString(line + " "));
        }
        content.beginMarkedContent(COSName.getPDFName(element.getStructureType()), PDPropertyList.create(properties));
        y -= style.leading();
        boolean fromRight = Bidi.getBaseDirection(line) == Bidi.RTL;
        double x = column.x() + (fromRight ? column.width() - typeface.width(line) * style.size() : 0);
        draw(content, line + " ", style, x, y + style.size() * 0.35);
        content.endMarkedContent();
    }

    /** Letters without a tag. */
    void draw(PDPageContentStream on, String text, Style style, double x, double baseline) throws IOException {
        on.beginText();
        on.setNonStrokingColor(new Color(style.colour()));
        on.newLineAtOffset((float) x, (float) baseline);
        for (Typeface.Run run : Typeface.of(style.bold()).runs(text)) {
            on.setFont(font(run.face()), (float) style.size());
            on.showText(run.text());
        }
        on.endText();
    }

    /** Begins content that belongs to an element. */
    void begin(PDStructureElement element) throws IOException {
        COSDictionary properties = new COSDictionary();
        properties.setInt(COSName.MCID, tags.mark(element, page));
        content.beginMarkedContent(COSName.getPDFName(element.getStructureType()), PDPropertyList.create(properties));
    }

    void end() throws IOException {
        content.endMarkedContent();
    }

    /** An area of a colour that says nothing. */
    void area(PDRectangle place, int colour) throws IOException {
        content.beginMarkedContent(COSName.ARTIFACT);
        content.setNonStrokingColor(new Color(colour));
        content.addRect(place.getLowerLeftX(), place.getLowerLeftY(), place.getWidth(), place.getHeight());
        content.fill();
        content.endMarkedContent();
    }

    /** A line at the foot of every page, with its number; it is no part of what is read. */
    void finish(String foot, Style style) throws IOException {
        content.close();
        int pages = count();
        for (int i = 0; i < pages; i++) {
            try (PDPageContentStream last = new PDPageContentStream(
                    document, document.getPage(i), PDPageContentStream.AppendMode.APPEND, true, true)) {
                last.beginMarkedContent(COSName.ARTIFACT);
                draw(last, foot, style, MARGIN, 44);
                String number = "Page " + (i + 1) + " of " + pages;
                double width = Typeface.of(style.bold()).width(number) * style.size();
                draw(last, number, style, MARGIN + WIDTH - width, 44);
                last.endMarkedContent();
            }
        }
        tags.finish();
    }

    /** Read anew for each document, because a font that is embedded belongs to one; its ligatures would be letters that nobody finds. */
    private PDFont font(Typeface.Face face) throws IOException {
        PDFont known = fonts.get(face.resource());
        if (known != null) {
            return known;
        }
        try (InputStream in = Typeface.open(face.resource())) {
            TrueTypeFont font =
                    new TTFParser().parse(new RandomAccessReadBuffer(new ByteArrayInputStream(in.readAllBytes())));
            font.setEnableGsub(false);
            PDFont loaded = PDType0Font.load(document, font, true);
            document.registerTrueTypeFontForClosing(font);
            fonts.put(face.resource(), loaded);
            return loaded;
        }
    }
}
