package org.meritstream.issuance.form;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDBorderStyleDictionary;

/**
 * A credential as a document to print: tagged, so that a screen reader reads it in order; with the badge, a QR code to where it can be checked, and the
 * signed document attached.
 */
public final class PdfStatement {
    /** Beyond these it refers to the page: a text may be of any length, and of any number. */
    private static final int MOST_PAGES = 12;

    private static final int MOST_LETTERS = 5_000;
    /** Lines of an item that stay together. */
    private static final int TOGETHER = 6;

    /** Our own sentences are English, whatever the names in them begin with. */
    private static final String FROM_LEFT = "\u200e";

    private static final int INK = 0x1b2330;
    private static final int QUIET = 0x4f5a6b;
    private static final double BADGE = 132;
    private static final double CODE = 92;
    private static final PdfPages.Column BESIDE_BADGE =
            new PdfPages.Column(PdfPages.MARGIN, PdfPages.WIDTH - BADGE - 20);
    private static final PdfPages.Column BESIDE_CODE =
            new PdfPages.Column(PdfPages.MARGIN + CODE + 20, PdfPages.WIDTH - CODE - 20);
    private static final PdfPages.Column NAMES = new PdfPages.Column(PdfPages.MARGIN, 140);
    private static final PdfPages.Column TEXTS = new PdfPages.Column(PdfPages.MARGIN + 156, PdfPages.WIDTH - 156);
    private static final PdfPages.Style BODY = new PdfPages.Style(false, 10.5, INK);
    private static final PdfPages.Style STRONG = new PdfPages.Style(true, 10.5, INK);
    private static final PdfPages.Style SMALL = new PdfPages.Style(false, 8.5, QUIET);

    private final Statement statement;
    private final PdfTags tags;
    private final PdfPages pages;
    private final PDDocument document;
    private final Palette colours;

    private PdfStatement(Statement statement, PDDocument document) throws IOException {
        this.statement = statement;
        this.document = document;
        tags = new PdfTags(document);
        pages = new PdfPages(document, tags);
        colours = statement.badge().colours();
    }

    /**
     * The document.
     *
     * @param signed the signed credential, which is attached to the byte
     */
    public static byte[] of(Statement statement, String signed) {
        try (PDDocument document = new PDDocument()) {
            PdfStatement drawing = new PdfStatement(statement, document);
            drawing.head();
            drawing.sentences();
            drawing.sections();
            drawing.check();
            drawing.pages.finish(statement.address(), SMALL);
            PdfEnvelope.close(document, statement, signed);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(150_000);
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void head() throws IOException {
        float width = PDRectangle.A4.getWidth();
        float top = PDRectangle.A4.getHeight();
        pages.area(new PDRectangle(0, top - 14, width, 14), colours.deep());
        pages.area(new PDRectangle(0, top - 17, width, 3), colours.accent());
        pages.moveTo(top - 48);
        BadgeFace face = statement.badge();
        pages.text(tags.add("P"), face.issuer(), new PdfPages.Style(true, 13, colours.deep()), BESIDE_BADGE);
        pages.down(22);
        if (!face.kind().isBlank()) {
            pages.text(tags.add("P"), face.kind(), new PdfPages.Style(false, 11, QUIET), BESIDE_BADGE);
        }
        Lines name = Lines.fitted(face.name(), Typeface.BOLD, new Lines.Box(BESIDE_BADGE.width(), 150, 27, 15), 400);
        pages.text(
                inItsLanguage(tags.add("H1")),
                bounded(face.name()),
                new PdfPages.Style(true, name.size(), INK),
                BESIDE_BADGE);
        pages.down(14);
        pages.text(tags.add("P"), "Awarded to", new PdfPages.Style(false, 11, QUIET), BESIDE_BADGE);
        pages.text(
                tags.add("P"), bounded(statement.holder()), new PdfPages.Style(true, 18, colours.deep()), BESIDE_BADGE);
        double below = Math.min(pages.y(), top - 48 - BADGE);
        if (pages.count() == 1) {
            badge(new PDRectangle(
                    (float) (PdfPages.MARGIN + PdfPages.WIDTH - BADGE),
                    (float) (top - 44 - BADGE),
                    (float) BADGE,
                    (float) BADGE));
            pages.moveTo(below - 16);
        }
    }

    private void sentences() throws IOException {
        pages.text(
                tags.add("P"),
                FROM_LEFT + bounded(statement.lede()),
                new PdfPages.Style(false, 11.5, INK),
                PdfPages.WHOLE);
        pages.down(3);
        pages.text(tags.add("P"), statement.validity(), BODY, PdfPages.WHOLE);
        String takenBack = statement.takenBack();
        if (takenBack != null) {
            pages.down(6);
            pages.text(tags.add("P"), takenBack, new PdfPages.Style(true, 12, 0x9d1c1c), PdfPages.WHOLE);
        }
    }

    private void badge(PDRectangle place) throws IOException {
        PDImageXObject image = LosslessFactory.createFromImage(document, PngImage.pixels(statement.badge(), 600));
        pages.begin(tags.figure(
                "The badge, a seal with the words: " + statement.badge().inWords(), place));
        pages.content()
                .drawImage(image, place.getLowerLeftX(), place.getLowerLeftY(), place.getWidth(), place.getHeight());
        pages.end();
    }

    private void sections() throws IOException {
        heading("What it stands for");
        pages.text(inItsLanguage(tags.add("P")), bounded(statement.description()), BODY, PdfPages.WHOLE);
        for (Statement.Section section : statement.sections()) {
            if (pages.count() >= MOST_PAGES) {
                pages.text(tags.add("P"), "The rest is at " + statement.address() + ".", STRONG, PdfPages.WHOLE);
                return;
            }
            section(section);
        }
    }

    private void heading(String text) throws IOException {
        pages.down(11);
        pages.need(60);
        pages.text(
                tags.add("H2"),
                FROM_LEFT + bounded(text),
                new PdfPages.Style(true, 13, colours.deep()),
                PdfPages.WHOLE);
        pages.down(2);
    }

    private void section(Statement.Section section) throws IOException {
        heading(section.title());
        PDStructureElement list = tags.add("L");
        for (Statement.Item item : section.items()) {
            if (pages.count() < MOST_PAGES) {
                item(tags.add(list, "LI"), item);
            }
        }
    }

    /** The name at the left, the text beside it; a long text goes on over the page, its first lines stay with the name. */
    private void item(PDStructureElement entry, Statement.Item item) throws IOException {
        List<String> names = Lines.of(bounded(item.name()), Typeface.BOLD, STRONG.size(), NAMES.width())
                .lines();
        List<String> texts = Lines.of(bounded(item.text()), Typeface.REGULAR, BODY.size(), TEXTS.width())
                .lines();
        List<String> kept = texts.subList(0, Math.min(texts.size(), TOGETHER));
        pages.need(Math.max(Math.min(names.size(), TOGETHER), kept.size()) * BODY.leading());
        double top = pages.y();
        PDStructureElement label = tags.add(entry, "Lbl");
        pages.lines(
                item.named() ? inItsLanguage(label) : label,
                names.subList(0, Math.min(names.size(), TOGETHER)),
                STRONG,
                NAMES);
        double below = pages.y();
        pages.moveTo(top);
        PDStructureElement body = inItsLanguage(tags.add(entry, "LBody"));
        pages.lines(body, kept, BODY, TEXTS);
        pages.moveTo(Math.min(below, pages.y()));
        for (String line : texts.subList(kept.size(), texts.size())) {
            pages.need(BODY.leading());
            pages.lines(body, List.of(line), BODY, TEXTS);
        }
        pages.down(2);
    }

    private void check() throws IOException {
        pages.down(12);
        pages.need(CODE + 18);
        pages.area(
                new PDRectangle((float) PdfPages.MARGIN, (float) pages.y(), (float) PdfPages.WIDTH, 0.8f),
                colours.accent());
        pages.down(10);
        double top = pages.y();
        pages.text(
                tags.add("H2"),
                "Is it genuine, and still valid?",
                new PdfPages.Style(true, 13, colours.deep()),
                BESIDE_CODE);
        pages.text(
                tags.add("P"),
                "Paper can not tell. Scan the code, or open this address: its page checks the signature and says whether the credential is valid today.",
                BODY,
                BESIDE_CODE);
        link();
        pages.text(
                tags.add("P"),
                "The signed credential is attached to this file as credential.json. Any verifier of Open Badges 3.0 can check it, without us.",
                BODY,
                BESIDE_CODE);
        if (lacking()) {
            pages.text(
                    tags.add("P"),
                    "A question mark stands where this document has no letters for a script. The page at the address shows them.",
                    SMALL,
                    BESIDE_CODE);
        }
        double below = pages.y();
        code(QrCode.of(statement.address()), top - 4);
        pages.moveTo(below);
    }

    private void link() throws IOException {
        PDStructureElement link = tags.add(tags.add("P"), "Link");
        double top = pages.y();
        pages.text(link, statement.address(), new PdfPages.Style(true, 10, colours.deep()), BESIDE_CODE);
        PDAnnotationLink annotation = new PDAnnotationLink();
        annotation.setRectangle(new PDRectangle(
                (float) BESIDE_CODE.x(), (float) pages.y(), (float) BESIDE_CODE.width(), (float) (top - pages.y())));
        PDBorderStyleDictionary none = new PDBorderStyleDictionary();
        none.setWidth(0);
        annotation.setBorderStyle(none);
        annotation.setPrinted(true);
        annotation.setContents("Opens the credential's page, " + statement.address());
        PDActionURI open = new PDActionURI();
        open.setURI(statement.address());
        annotation.setAction(open);
        tags.annotation(link, annotation, pages.page());
        pages.page().getAnnotations().add(annotation);
    }

    private void code(QrCode code, double top) throws IOException {
        PDRectangle place = new PDRectangle((float) PdfPages.MARGIN, (float) (top - CODE), (float) CODE, (float) CODE);
        pages.begin(tags.figure("QR code of the address " + statement.address(), place));
        PDPageContentStream content = pages.content();
        content.setNonStrokingColor(Color.BLACK);
        double dot = CODE / code.size();
        for (int row = 0; row < code.size(); row++) {
            for (int column = 0; column < code.size(); column++) {
                if (code.dark(column, row)) {
                    content.addRect(
                            (float) (place.getLowerLeftX() + column * dot),
                            (float) (top - (row + 1) * dot),
                            (float) dot,
                            (float) dot);
                }
            }
        }
        content.fill();
        pages.end();
    }

    private static String bounded(String text) {
        return text.codePointCount(0, text.length()) <= MOST_LETTERS
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MOST_LETTERS)) + "… (cut; the page has all of it)";
    }

    private PDStructureElement inItsLanguage(PDStructureElement element) {
        element.setLanguage(statement.badge().language());
        return element;
    }

    /** Whether something of it is in letters that the fonts lack. */
    private boolean lacking() {
        Typeface all = Typeface.REGULAR;
        return all.lacks(statement.holder()
                        + statement.lede()
                        + statement.badge().inWords()
                        + statement.description())
                || statement.sections().stream()
                        .flatMap(section -> section.items().stream())
                        .anyMatch(item -> all.lacks(item.name() + item.text()));
    }
}
