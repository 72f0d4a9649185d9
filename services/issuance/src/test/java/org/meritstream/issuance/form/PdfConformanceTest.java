package org.meritstream.issuance.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.meritstream.issuance.SignedFixture;
import org.verapdf.core.EncryptedPdfException;
import org.verapdf.core.ModelParsingException;
import org.verapdf.core.ValidationException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.processor.reports.enums.JobEndStatus;

/** The certificate is what its metadata claim, by the judge that is not ours: PDF/UA-1 (ISO 14289-1) and PDF/A-3a (ISO 19005-3). */
class PdfConformanceTest {
    private static final List<PDFAFlavour> CLAIMED = List.of(PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_3_A);
    private static final String ARABIC = "محو أمية البيانات";

    @BeforeAll
    static void initialise() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    static Stream<Arguments> certificates() {
        BadgeFace face = BadgeFaces.dataLiteracy();
        String long200 = "Interdisciplinary Postgraduate Certificate in the Responsible Stewardship of Data ".repeat(3);
        String oneWord = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft".repeat(3);
        return Stream.of(
                of("one that stands", Statements.dataLiteracy()),
                of("one that was revoked", Statements.revoked()),
                of("one that is suspended", held("It is suspended since 24 November 2026.")),
                of("one whose time is over", Statements.ended()),
                of("long names", Statements.of(long200, BadgeFaces.named(long200, "en"), null, long200)),
                of(
                        "names without a place to break",
                        Statements.of(oneWord, BadgeFaces.named(oneWord, "de"), null, oneWord)),
                of(
                        "Arabic",
                        Statements.of("أمينة يلماز", BadgeFaces.named(ARABIC, "ar"), null, ARABIC + " (2026), 75 %")),
                of(
                        "Hebrew and Latin",
                        Statements.of("Amina עמינה Yilmaz", BadgeFaces.named("אוריינות Data", "he"), null, "x")),
                of("no letters for it", Statements.of("李小龍", BadgeFaces.named("数据素养", "zh"), null, "数据")),
                of("many pages", Statements.of("Amina Yilmaz", face, null, "Word ".repeat(3_000))),
                of("nobody's name and no kind", Statements.of("", BadgeFaces.bare(), null, "")),
                of(
                        "what nobody should write",
                        Statements.of("<b>\u202E\uD800", face, null, "\u0000]]>\uD83C\uDF93 )\\(\u00AD\u200B")));
    }

    private static Statement held(String takenBack) {
        return Statements.of("Amina Yilmaz", BadgeFaces.dataLiteracy(), takenBack, "Analyse a public data set.");
    }

    private static Arguments of(String what, Statement statement) {
        return Arguments.of(what, statement);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("certificates")
    void isWhatItSaysThatItIs(String what, Statement statement) throws Exception {
        byte[] pdf = PdfStatement.of(statement, SignedFixture.credential());

        for (PDFAFlavour flavour : CLAIMED) {
            assertThat(faults(pdf, flavour)).as("%s, %s", what, flavour).isEmpty();
        }
    }

    /** What is done to a certificate, and the rule that then is not kept. */
    static Stream<Arguments> damages() {
        return Stream.of(
                of(
                        "no words for a figure",
                        PDFAFlavour.PDFUA_1,
                        "7.3-1",
                        document -> figure(document).removeItem(COSName.ALT)),
                of(
                        "no language",
                        PDFAFlavour.PDFUA_1,
                        "7.2-34",
                        document -> document.getDocumentCatalog().setLanguage(null)),
                of(
                        "no colours",
                        PDFAFlavour.PDFA_3_A,
                        "6.2.4.3-2",
                        document -> document.getDocumentCatalog().setOutputIntents(List.of())),
                of(
                        "no relation",
                        PDFAFlavour.PDFA_3_A,
                        "6.8-3",
                        document -> attached(document).removeItem(COSName.AF_RELATIONSHIP)));
    }

    private static Arguments of(String what, PDFAFlavour flavour, String rule, Consumer<PDDocument> damage) {
        return Arguments.of(what, flavour, rule, damage);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("damages")
    void isNoLongerThatOnceItIsDamaged(String what, PDFAFlavour flavour, String rule, Consumer<PDDocument> damage)
            throws Exception {
        byte[] pdf = PdfStatement.of(Statements.dataLiteracy(), SignedFixture.credential());

        assertThat(faults(damaged(pdf, damage), flavour)).as(what).anyMatch(fault -> fault.startsWith(rule + " "));
    }

    /** Saving anew is no damage: what the others find is what was done. */
    @Test
    void isStillThatWhenItIsSavedAnew() throws Exception {
        byte[] pdf = damaged(PdfStatement.of(Statements.dataLiteracy(), SignedFixture.credential()), document -> {});

        for (PDFAFlavour flavour : CLAIMED) {
            assertThat(faults(pdf, flavour)).isEmpty();
        }
    }

    private static byte[] damaged(byte[] pdf, Consumer<PDDocument> act) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            act.accept(document);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static COSDictionary figure(PDDocument document) {
        return document.getDocument().getXrefTable().keySet().stream()
                .map(key -> document.getDocument().getObjectFromPool(key).getObject())
                .filter(COSDictionary.class::isInstance)
                .map(COSDictionary.class::cast)
                .filter(element -> element.containsKey(COSName.ALT))
                .findFirst()
                .orElseThrow();
    }

    private static COSDictionary attached(PDDocument document) {
        COSArray associated = document.getDocumentCatalog().getCOSObject().getCOSArray(COSName.AF);
        return associated.get(0) instanceof COSObject reference
                ? (COSDictionary) reference.getObject()
                : (COSDictionary) associated.get(0);
    }

    private static List<String> faults(byte[] pdf, PDFAFlavour flavour)
            throws IOException, ModelParsingException, EncryptedPdfException, ValidationException {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            assertThat(result.getJobEndStatus()).as("judged to the end").isEqualTo(JobEndStatus.NORMAL);
            return result.getTestAssertions().stream()
                    .map(found -> found.getRuleId().getClause() + "-"
                            + found.getRuleId().getTestNumber() + " " + found.getMessage())
                    .distinct()
                    .toList();
        }
    }
}
