package org.meritstream.issuance.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.meritstream.issuance.SignedFixture;
import org.w3c.dom.Document;

class PdfStatementTest {
    private static final List<String> PAINTING = List.of("Tj", "TJ", "f", "S", "Do");

    @Test
    void hasTheSignedCredentialAttachedToTheByte() throws IOException {
        String signed = SignedFixture.credential();
        try (PDDocument document = Loader.loadPDF(PdfStatement.of(Statements.dataLiteracy(), signed))) {
            PDComplexFileSpecification file = Objects.requireNonNull(document.getDocumentCatalog()
                    .getNames()
                    .getEmbeddedFiles()
                    .getNames()
                    .get("credential.json"));
            COSArray associated = document.getDocumentCatalog().getCOSObject().getCOSArray(COSName.getPDFName("AF"));

            assertThat(file.getEmbeddedFile().toByteArray()).isEqualTo(signed.getBytes(StandardCharsets.UTF_8));
            assertThat(file.getEmbeddedFile().getSubtype()).isEqualTo("application/vc");
            assertThat(((COSDictionary) associated.getObject(0)).getNameAsString("AFRelationship"))
                    .isEqualTo("Source");
            assertThat(associated.getObject(0)).isSameAs(file.getCOSObject());
        }
    }

    @Test
    void isTaggedAndHasTitleAndLanguage() throws IOException {
        try (PDDocument document = Loader.loadPDF(PdfStatement.of(Statements.dataLiteracy(), "{}"))) {
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
            assertThat(document.getDocumentCatalog().getViewerPreferences().displayDocTitle())
                    .isTrue();
            assertThat(document.getDocumentInformation().getTitle())
                    .isEqualTo("Data Literacy, awarded to Amina Yilmaz");
            assertThat(types(document.getDocumentCatalog().getStructureTreeRoot()))
                    .containsExactly(
                            "Document",
                            "P",
                            "P",
                            "H1",
                            "P",
                            "P",
                            "Figure",
                            "P",
                            "P",
                            "H2",
                            "P",
                            "H2",
                            "L",
                            "LI",
                            "Lbl",
                            "LBody",
                            "H2",
                            "L",
                            "LI",
                            "Lbl",
                            "LBody",
                            "H2",
                            "P",
                            "P",
                            "Link",
                            "P",
                            "Figure");
        }
    }

    @Test
    void saysInItsMetadataWhatItConformsToAndWhoseItIs() throws Exception {
        byte[] pdf = PdfStatement.of(
                Statements.of("A & <b>", BadgeFaces.named("]]></x:xmpmeta>", "en"), null, "Nothing"), "{}");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            byte[] metadata = document.getDocumentCatalog().getMetadata().toByteArray();
            Document xmp = DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(metadata));

            assertThat(text(xmp, "title")).isEqualTo("]]></x:xmpmeta>, awarded to A & <b>");
            assertThat(text(xmp, "part") + text(xmp, "conformance")).isEqualTo("3A");
            assertThat(document.getDocumentCatalog().getOutputIntents()).hasSize(1);
        }
    }

    private static String text(Document xmp, String name) {
        return xmp.getElementsByTagNameNS("*", name).item(0).getTextContent();
    }

    @Test
    void saysInWordsWhatItsFiguresShow() throws IOException {
        try (PDDocument document = Loader.loadPDF(PdfStatement.of(Statements.dataLiteracy(), "{}"))) {
            assertThat(elements(document.getDocumentCatalog().getStructureTreeRoot()).stream()
                            .filter(element -> element.getStructureType().equals("Figure"))
                            .map(PDStructureElement::getAlternateDescription))
                    .containsExactly(
                            "The badge, a seal with the words: Data Literacy, Micro-credential, by Northgate University, 3.5 ECTS",
                            "QR code of the address " + Statements.ADDRESS);
        }
    }

    @Test
    void paintsNothingThatIsNeitherTaggedNorAnArtifact() throws IOException {
        byte[] pdf = PdfStatement.of(
                Statements.of("Amina Yilmaz", BadgeFaces.dataLiteracy(), null, "Word ".repeat(3_000)), "{}");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isBetween(3, 14);
            for (PDPage page : document.getPages()) {
                assertThat(unmarked(page)).isEmpty();
            }
        }
    }

    @Test
    void saysTheWordsOfThePageWithEveryFontCarried() throws IOException {
        try (PDDocument document = Loader.loadPDF(PdfStatement.of(Statements.revoked(), "{}"))) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Northgate University awarded this to Amina Yilmaz.", "The issuer revoked it.")
                    .contains("does not expire", "Analyse a public data set.", "analyse data efficiently")
                    .contains("attached to this file", "Page 1 of 1");
            for (COSName name : document.getPage(0).getResources().getFontNames()) {
                assertThat(document.getPage(0).getResources().getFont(name).isEmbedded())
                        .isTrue();
            }
        }
    }

    @Test
    void saysWhatItHasNoLettersFor() throws IOException {
        byte[] chinese =
                PdfStatement.of(Statements.of("李小龍", BadgeFaces.named("محو أمية البيانات", "ar"), null, "数据"), "{}");
        keep("chinese", chinese);
        keep("data-literacy", PdfStatement.of(Statements.dataLiteracy(), SignedFixture.credential()));
        try (PDDocument document = Loader.loadPDF(chinese);
                PDDocument latin = Loader.loadPDF(PdfStatement.of(Statements.dataLiteracy(), "{}"))) {
            assertThat(new PDFTextStripper().getText(document)).contains("no letters for a script");
            assertThat(new PDFTextStripper().getText(latin)).doesNotContain("no letters for a script", "?\n?");
            assertThat(actualTexts(document)).contains("李小龍 ", "محو أمية البيانات ");
        }
    }

    @Test
    void isTheSameToTheByteForTheSameCredential() {
        assertThat(PdfStatement.of(Statements.dataLiteracy(), "{}"))
                .isEqualTo(PdfStatement.of(Statements.dataLiteracy(), "{}"));
    }

    @Test
    void endsWhereAHostileTextDoesNot() throws IOException {
        String hostile = "\u202E\u0000<&]]>\uD83C\uDF93 )\\( ".repeat(20_000);
        try (PDDocument document = Loader.loadPDF(PdfStatement.of(
                Statements.of("<b>\u202E\uD800", BadgeFaces.named("</svg>&\u0001", "x\"y"), null, hostile), "{}"))) {
            assertThat(document.getNumberOfPages()).isLessThan(20);
        }
    }

    private static List<String> types(PDStructureNode node) {
        return elements(node).stream().map(PDStructureElement::getStructureType).toList();
    }

    private static List<PDStructureElement> elements(PDStructureNode node) {
        List<PDStructureElement> found = new ArrayList<>();
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                found.add(element);
                found.addAll(elements(element));
            }
        }
        return found;
    }

    private static List<String> unmarked(PDPage page) throws IOException {
        List<String> outside = new ArrayList<>();
        int depth = 0;
        for (Object token : new PDFStreamParser(page).parse()) {
            String name = token instanceof Operator operator ? operator.getName() : "";
            depth += name.equals("BDC") || name.equals("BMC") ? 1 : name.equals("EMC") ? -1 : 0;
            if (depth == 0 && PAINTING.contains(name)) {
                outside.add(name);
            }
        }
        return outside;
    }

    private static List<String> actualTexts(PDDocument document) {
        List<String> texts = new ArrayList<>();
        for (COSName name : document.getPage(0).getResources().getPropertiesNames()) {
            String text = document.getPage(0)
                    .getResources()
                    .getProperties(name)
                    .getCOSObject()
                    .getString(COSName.ACTUAL_TEXT);
            texts.add(text == null ? "" : text);
        }
        return texts;
    }

    /** To be looked at. */
    private static void keep(String name, byte[] pdf) throws IOException {
        Files.write(Files.createDirectories(Path.of("target", "forms")).resolve(name + ".pdf"), pdf);
    }
}
