package org.meritstream.issuance.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScannedCodeTest {
    private static final Baked READ = new Baked.Text(Statements.ADDRESS);

    @ParameterizedTest
    @CsvSource({"800, 0.9, 0", "1600, 0.5, 12", "2400, 0.4, -33", "4000, 0.6, 90", "4000, 0.3, 171", "5600, 0.5, 45"})
    void readsAPhotograph(int width, double part, double degrees) {
        byte[] picture = Photographs.jpeg(Photographs.of(Statements.ADDRESS, width, part, degrees), false);

        assertThat(ScannedCode.is(picture)).isTrue();
        assertThat(ScannedCode.text(picture)).isEqualTo(READ);
    }

    @Test
    void readsWhatWasKeptOfAScreen() {
        assertThat(ScannedCode.text(Photographs.png(
                        Photographs.plain(Statements.ADDRESS, BufferedImage.TYPE_INT_RGB, Color.BLACK, Color.WHITE))))
                .isEqualTo(READ);
        assertThat(ScannedCode.text(Photographs.png(
                        Photographs.plain(Statements.ADDRESS, BufferedImage.TYPE_INT_RGB, Color.WHITE, Color.BLACK))))
                .as("light on dark")
                .isEqualTo(READ);
        assertThat(ScannedCode.text(Photographs.png(Photographs.plain(
                        Statements.ADDRESS, BufferedImage.TYPE_INT_ARGB, Color.BLACK, new Color(0, 0, 0, 0)))))
                .as("black on nothing")
                .isEqualTo(READ);
    }

    @Test
    void readsTheCodeOfTheCertificateFromAFile(@TempDir Path folder) throws IOException {
        Path file = Files.write(
                folder.resolve("photo"), Photographs.jpeg(Photographs.of(Statements.ADDRESS, 5_600, 0.5, 3), false));

        assertThat(Files.size(file)).isGreaterThan(2 * 1024 * 1024);
        assertThat(ScannedCode.text(file)).isEqualTo(READ);
    }

    @Test
    void saysThatThereIsNoCode() {
        assertThat(ScannedCode.text(Photographs.png(new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB))))
                .isInstanceOfSatisfying(
                        Baked.None.class, none -> assertThat(none.reason()).contains("no QR code could be read"));
    }

    @Test
    void beginsWithNoPictureThatIsTooLarge() {
        assertThat(reason(header(6_000, 6_000))).contains("26 million");
        assertThat(reason(header(13_000, 1))).contains("12000 in a line");
        assertThat(reason(Photographs.jpeg(new BufferedImage(3_000, 3_000, BufferedImage.TYPE_INT_RGB), true)))
                .as("held whole while it is read")
                .contains("8 million");
        assertThat(reason(Photographs.jpeg(new BufferedImage(3_000, 3_000, BufferedImage.TYPE_INT_RGB), false)))
                .contains("no QR code");
    }

    @Test
    void takesAJpegThatItCanNotTellForOneThatIsHeldWhole() {
        byte[] whole = Photographs.jpeg(new BufferedImage(3_000, 3_000, BufferedImage.TYPE_INT_RGB), false);
        int scan = 0;
        while ((whole[scan] & 0xff) != 0xff || (whole[scan + 1] & 0xff) != 0xda) {
            scan++;
        }
        // Of its three colours the scan is said to have the first alone: length, number, colour, and what follows the
        // other two.
        ByteArrayOutputStream colourAfterColour = new ByteArrayOutputStream();
        colourAfterColour.write(whole, 0, scan + 2);
        colourAfterColour.writeBytes(new byte[] {0, 8, 1, whole[scan + 5], whole[scan + 6]});
        colourAfterColour.write(whole, scan + 11, whole.length - scan - 11);
        byte[] filled = new byte[whole.length + 2];
        System.arraycopy(whole, 0, filled, 0, 2);
        filled[2] = (byte) 0xff;
        filled[3] = (byte) 0xff;
        System.arraycopy(whole, 2, filled, 4, whole.length - 2);

        assertThat(reason(colourAfterColour.toByteArray())).contains("8 million");
        assertThat(reason(filled)).contains("8 million");
    }

    /** For each the whole picture is put out anew: of these thirty-six thousand bytes ten seconds went by, of two million a quarter of an hour. */
    @Test
    @Timeout(value = 5, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void refusesAJpegOfAThousandPassesAtOnce() {
        assertThat(reason(HostilePictures.jpeg(2_828, 1_000))).contains("more than 20 passes");
    }

    @Test
    void readsAJpegOfAsManyPassesAsProgramsWrite() {
        assertThat(ScannedCode.text(Photographs.jpeg(Photographs.of(Statements.ADDRESS, 1_600, 0.6, 5), true)))
                .isEqualTo(READ);
        assertThat(reason(HostilePictures.jpeg(400, 19))).contains("no QR code");
    }

    /** Whose corners are compared three by three: two minutes went by over a PNG of 3,700 bytes. */
    @Test
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void looksForNoCodeAmongThousandsOfCorners() {
        assertThat(reason(Photographs.png(HostilePictures.squares(1_600, 2)))).contains("no QR code");
    }

    @Test
    void readsNoOtherKindOfPicture(@TempDir Path folder) throws IOException {
        BufferedImage code =
                Photographs.plain(Statements.ADDRESS, BufferedImage.TYPE_INT_RGB, Color.BLACK, Color.WHITE);
        Path file = folder.resolve("picture");
        assertThat(ImageIO.write(code, "bmp", file.toFile())).isTrue();

        assertThat(ScannedCode.text(file)).isInstanceOf(Baked.None.class);
    }

    @Test
    void saysThatItIsBusyWhereAnotherPictureTakesItsTime() throws Exception {
        byte[] picture = Photographs.png(
                Photographs.plain(Statements.ADDRESS, BufferedImage.TYPE_INT_RGB, Color.BLACK, Color.WHITE));
        ScannedCode.ONE.lock();
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            assertThat(other.submit(() -> ScannedCode.text(picture)).get()).isEqualTo(new Baked.Busy());
        } finally {
            ScannedCode.ONE.unlock();
        }

        assertThat(ScannedCode.text(picture)).isEqualTo(READ);
    }

    @Test
    void isStoppedByNoBrokenPicture() {
        byte[] whole = Photographs.jpeg(Photographs.of(Statements.ADDRESS, 400, 0.9, 0), false);
        Random random = new Random(9);
        for (int i = 0; i < 300; i++) {
            byte[] broken = Arrays.copyOf(whole, 4 + random.nextInt(whole.length - 4));
            for (int j = 0; j < 4; j++) {
                broken[3 + random.nextInt(broken.length - 3)] = (byte) random.nextInt();
            }
            assertThat(ScannedCode.text(broken)).isNotNull();
        }
        assertThat(reason(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff})).contains("could not be read");
        assertThat(reason(new byte[0])).contains("could not be read");
    }

    private static String reason(byte[] picture) {
        return ((Baked.None) ScannedCode.text(picture)).reason();
    }

    /** A PNG that says how large it is, and ends. */
    private static byte[] header(int width, int height) {
        ByteBuffer chunk = ByteBuffer.allocate(17)
                .put("IHDR".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0});
        CRC32 sum = new CRC32();
        sum.update(chunk.array());
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.writeBytes(Arrays.copyOf(Photographs.png(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB)), 8));
        png.writeBytes(ByteBuffer.allocate(25)
                .putInt(13)
                .put(chunk.array())
                .putInt((int) sum.getValue())
                .array());
        return png.toByteArray();
    }
}
