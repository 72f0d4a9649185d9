package org.meritstream.issuance.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meritstream.issuance.SignedFixture;

class BakedPdfTest {

    @Test
    void givesBackToTheByteWhatOurOwnDocumentHasAttached() {
        String signed = SignedFixture.credential();

        assertThat(BakedPdf.text(PdfStatement.of(Statements.dataLiteracy(), signed)))
                .isEqualTo(new Baked.Text(signed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"eyJhbGciOiJFZERTQSJ9.e30.c2ln", "{\"name\":\"Grüße, 数据, \uD83C\uDF93\"}"})
    void findsItPackedOrNotWithObjectsPackedOrNot(String credential) throws IOException {
        for (CompressParameters objects :
                new CompressParameters[] {CompressParameters.DEFAULT_COMPRESSION, CompressParameters.NO_COMPRESSION}) {
            for (COSName filter : new COSName[] {COSName.FLATE_DECODE, null}) {
                assertThat(BakedPdf.text(
                                pdf(objects, filter, Map.of("a.json", bytes(credential), "b.txt", bytes("notes")))))
                        .isEqualTo(new Baked.Text(credential));
            }
        }
    }

    @Test
    void takesNeitherOfTwoAndNothingThatIsNone() throws IOException {
        CompressParameters plain = CompressParameters.NO_COMPRESSION;

        assertThat(BakedPdf.text(
                        pdf(plain, COSName.FLATE_DECODE, Map.of("a.json", bytes("{}"), "b.json", bytes("{}")))))
                .isInstanceOf(Baked.None.class);
        assertThat(BakedPdf.text(pdf(plain, COSName.FLATE_DECODE, Map.of("a.txt", bytes("notes")))))
                .isInstanceOf(Baked.None.class);
        assertThat(BakedPdf.text(bytes("{}"))).isInstanceOf(Baked.None.class);
    }

    @Test
    void unpacksNoBomb() throws IOException {
        byte[] bomb = new byte[64 << 20];
        Arrays.fill(bomb, (byte) '{');

        assertThat(BakedPdf.text(pdf(CompressParameters.NO_COMPRESSION, COSName.FLATE_DECODE, Map.of("a.json", bomb))))
                .isInstanceOf(Baked.None.class);
    }

    @Test
    void endsSoonWhereAHostileDocumentRepeatsItself() {
        byte[] hostile = bytes("%PDF-1.7\n" + "1 0 obj <</Type /EmbeddedFile ".repeat(60_000));

        assertThat(BakedPdf.text(hostile)).isInstanceOf(Baked.None.class);
    }

    /** For the end of each the rest of the document was looked through: six seconds of it. */
    @Test
    @Timeout(value = 2, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void endsSoonWhereStreamsBeginAndNoneEnds() {
        byte[] hostile = bytes("%PDF-1.7\n" + "obj/Type/EmbeddedFile>>stream\n".repeat(68_000));

        assertThat(BakedPdf.text(hostile)).isInstanceOf(Baked.None.class);
    }

    @Test
    @Timeout(value = 2, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void endsSoonWhereADictionaryIsMadeOfBlanks() {
        byte[] hostile = bytes(
                "%PDF-1.7\n" + ("/Type/EmbeddedFile".repeat(100) + ">>".repeat(50) + " ".repeat(19_000)).repeat(100));

        assertThat(BakedPdf.text(hostile)).isInstanceOf(Baked.None.class);
    }

    /** Each is within the bound of one, and all together were two gigabytes. */
    @Test
    @Timeout(value = 2, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void unpacksNoThousandsOfSmallBombs() {
        byte[] zeros = packed(new byte[1 << 20]);
        ByteArrayOutputStream hostile = new ByteArrayOutputStream();
        hostile.writeBytes(bytes("%PDF-1.7\n"));
        while (hostile.size() < 2_000_000) {
            hostile.writeBytes(bytes("obj<</Type/EmbeddedFile/Filter/FlateDecode>>stream\n"));
            hostile.writeBytes(zeros);
            hostile.writeBytes(bytes("\nendstream\n"));
        }

        assertThat(BakedPdf.text(hostile.toByteArray())).isInstanceOf(Baked.None.class);
    }

    @Test
    void findsItAmongOtherFiles() throws IOException {
        Map<String, byte[]> attached = new TreeMap<>();
        for (int i = 0; i < 14; i++) {
            attached.put("a" + i + ".txt", bytes("notes of the " + i + "th day"));
        }
        attached.put("z.json", bytes("{\"name\":\"Data literacy\"}"));

        assertThat(BakedPdf.text(pdf(CompressParameters.NO_COMPRESSION, COSName.FLATE_DECODE, attached)))
                .isEqualTo(new Baked.Text("{\"name\":\"Data literacy\"}"));
    }

    private static byte[] packed(byte[] bytes) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        deflater.setInput(bytes);
        deflater.finish();
        byte[] packed = new byte[64 * 1024];
        int length = deflater.deflate(packed);
        deflater.end();
        return Arrays.copyOf(packed, length);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static byte[] pdf(CompressParameters objects, @Nullable COSName filter, Map<String, byte[]> attached)
            throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            Map<String, PDComplexFileSpecification> files = new TreeMap<>();
            for (Map.Entry<String, byte[]> each : attached.entrySet()) {
                PDEmbeddedFile file = filter == null
                        ? new PDEmbeddedFile(document, new ByteArrayInputStream(each.getValue()))
                        : new PDEmbeddedFile(document, new ByteArrayInputStream(each.getValue()), filter);
                PDComplexFileSpecification specification = new PDComplexFileSpecification();
                specification.setFile(each.getKey());
                specification.setEmbeddedFile(file);
                files.put(each.getKey(), specification);
            }
            PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
            tree.setNames(files);
            PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
            names.setEmbeddedFiles(tree);
            document.getDocumentCatalog().setNames(names);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out, objects);
            return out.toByteArray();
        }
    }
}
