package org.meritstream.evidence.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Kinds of files by what is in them. */
class MediaTypesTest {
    private static final String WORD =
            "<Types><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument"
                    + ".wordprocessingml.document.main+xml\"/></Types>";

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource({
        "'%PDF-1.7 hello', application/pdf",
        "'just some words', text/plain",
        "'<!DOCTYPE html><html><body>x</body></html>', text/html",
        "'MZ\u0090\u0000', application/x-msdownload"
    })
    void looksAtTheBeginning(String content, String type) throws IOException {
        assertThat(type(content.getBytes(StandardCharsets.ISO_8859_1))).startsWith(type);
    }

    @Test
    void looksIntoAWordDocument() throws IOException {
        assertThat(type(zip("[Content_Types].xml", WORD, "word/document.xml", "<x/>")))
                .isEqualTo("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    }

    @Test
    void looksIntoAnOpenDocument() throws IOException {
        assertThat(type(zip("mimetype", "application/vnd.oasis.opendocument.text", "content.xml", "<x/>")))
                .isEqualTo("application/vnd.oasis.opendocument.text");
    }

    @Test
    void believesNoArchiveThatClaimsToBeSomethingElse() throws IOException {
        assertThat(type(zip("mimetype", "text/html", "a", "b"))).isEqualTo("application/zip");
        assertThat(type(zip("a.txt", "application/pdf", "b", "c"))).isEqualTo("application/zip");
    }

    @Test
    void isNotBrokenByABrokenArchive() throws IOException {
        byte[] whole = zip("a.txt", "hello", "b.txt", "hello again");

        assertThat(type(Arrays.copyOf(whole, whole.length / 3))).isEqualTo("application/zip");
    }

    @Test
    void unpacksNoMoreThanTheBeginningOfABomb() throws Exception {
        byte[] bomb = zip("zeros", "\u0000".repeat(64 * 1024 * 1024), "b", "c");
        Path file = folder.resolve("bomb");
        Files.write(file, bomb);

        assertThat(Streams.allocatedBy(() -> MediaTypes.of(file))).isLessThan(16L * 1024 * 1024);
    }

    private String type(byte[] content) throws IOException {
        Path file = folder.resolve("file");
        Files.write(file, content);
        return MediaTypes.of(file);
    }

    /** The first entry is stored, as office programs do it. */
    private static byte[] zip(String first, String content, String second, String rest) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            byte[] stored = content.getBytes(StandardCharsets.UTF_8);
            ZipEntry entry = new ZipEntry(first);
            if (stored.length < 1024) {
                CRC32 crc = new CRC32();
                crc.update(stored);
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(stored.length);
                entry.setCrc(crc.getValue());
            }
            zip.putNextEntry(entry);
            zip.write(stored);
            zip.putNextEntry(new ZipEntry(second));
            zip.write(rest.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
