package org.meritstream.issuance.form;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.ResultPointCallback;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * What a QR code in a picture says (ISO/IEC 18004): a photograph of a certificate, or what somebody kept of a screen, as JPEG or PNG. Of large
 * pictures every so-manieth line and column is read, so that none takes more room than a small one, and one is read at a time.
 */
public final class ScannedCode {
    /** Dots of the longer side that are looked at; a code that fills a tenth of it has five to a module. */
    private static final int SIDE = 1_600;
    /** Dots of the shorter side below which no code is looked for any more. */
    private static final int SMALLEST = 100;
    /** Dots of a picture that is begun with at all: what a telephone takes, and no more. */
    private static final long MOST = 26_000_000;
    /** The same where all of it is held at once while it is read. */
    private static final long MOST_AT_ONCE = 8_000_000;
    /** Dots of a line. */
    private static final int LONGEST = 12_000;

    private static final int MILLION = 1_000_000;
    private static final int JPEG_START = 0xffd8;
    /** Its signature, and a byte more. */
    private static final int PNG_START = 9;
    /** Pictures take a second at most, and whoever waits keeps a place that others could use. */
    private static final long PATIENCE_MILLIS = 2_000;
    /**
     * Squares within squares, of which a code has three. What is found is compared three by three, so a picture that is full of them takes the cube of
     * their number; of a photograph there are some dozens.
     */
    private static final int MOST_CORNERS = 300;

    private static final Baked.None UNREADABLE = new Baked.None("It is a picture, but one that could not be read.");
    private static final Baked.None NO_CODE =
            new Baked.None("It is an image without a credential in it, and no QR code could be read.");
    static final ReentrantLock ONE = new ReentrantLock();

    private ScannedCode() {}

    /** Whether these bytes begin as a picture does that may be read here. */
    public static boolean is(byte[] bytes) {
        return BakedPng.is(bytes)
                || (bytes.length > 2 && bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xd8 && bytes[2] == (byte) 0xff);
    }

    /** What the code in a picture says, or why nothing could be taken of it. */
    public static Baked text(byte[] picture) {
        return text(() -> new MemoryCacheImageInputStream(new ByteArrayInputStream(picture)));
    }

    /** The same of a file, which is not taken into memory. */
    public static Baked text(Path picture) {
        return text(() -> new FileImageInputStream(picture.toFile()));
    }

    private interface Source {
        ImageInputStream open() throws IOException;
    }

    private static Baked text(Source source) {
        if (!begun()) {
            return new Baked.Busy();
        }
        try (ImageInputStream in = source.open()) {
            in.mark();
            boolean jpeg = in.readUnsignedShort() == JPEG_START;
            in.reset();
            return jpeg ? jpeg(in) : png(in);
        } catch (IOException | RuntimeException e) {
            // The readers of pictures answer broken ones with many an exception.
            return UNREADABLE;
        } finally {
            ONE.unlock();
        }
    }

    private static boolean begun() {
        try {
            return ONE.tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Baked jpeg(ImageInputStream in) throws IOException {
        JpegScans scans = JpegScans.of(in);
        return scans.tooMany()
                ? new Baked.None("It is a picture in more than " + JpegScans.MOST + " passes, which are not read here.")
                : read("jpeg", in, scans.whole() ? MOST_AT_ONCE : MOST);
    }

    /** By its format alone: a program that reads other kinds of pictures may be there, too, and is not for strangers. */
    private static Baked png(ImageInputStream in) throws IOException {
        byte[] start = new byte[PNG_START];
        in.mark();
        in.readFully(start);
        in.reset();
        return BakedPng.is(start) ? read("png", in, MOST) : UNREADABLE;
    }

    private static Baked read(String format, ImageInputStream in, long most) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        try {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            int longer = Math.max(width, height);
            if ((long) width * height > most || longer > LONGEST) {
                return new Baked.None("It is a picture with more dots than are read here: at most " + most / MILLION
                        + " million, and " + LONGEST + " in a line.");
            }
            ImageReadParam every = reader.getDefaultReadParam();
            int step = Math.ceilDiv(longer, SIDE);
            every.setSourceSubsampling(step, step, 0, 0);
            String said = decoded(Grey.of(reader.read(0, every)));
            return said == null ? NO_CODE : new Baked.Text(said);
        } finally {
            reader.dispose();
        }
    }

    /** As it is; then with four dots made one, in which the grain of a dark photograph is lost and its code is not. */
    private static @Nullable String decoded(Grey dots) {
        for (Grey seen = dots; seen.shorter() >= SMALLEST; seen = seen.halved()) {
            LuminanceSource source = seen.source();
            for (Binarizer way : List.of(new HybridBinarizer(source), new GlobalHistogramBinarizer(source))) {
                try {
                    return new MultiFormatReader()
                            .decode(new BinaryBitmap(way), hints())
                            .getText();
                } catch (NotFoundException | TooManyCorners e) {
                    // Another way to tell dark from light may find it.
                }
            }
        }
        return null;
    }

    /** For one look at it, in which the corners that are found are counted. */
    private static Map<DecodeHintType, Object> hints() {
        AtomicInteger corners = new AtomicInteger();
        ResultPointCallback counting = corner -> {
            if (corners.incrementAndGet() > MOST_CORNERS) {
                throw new TooManyCorners();
            }
        };
        return Map.of(
                DecodeHintType.POSSIBLE_FORMATS,
                List.of(BarcodeFormat.QR_CODE),
                DecodeHintType.TRY_HARDER,
                true,
                DecodeHintType.ALSO_INVERTED,
                true,
                DecodeHintType.NEED_RESULT_POINT_CALLBACK,
                counting);
    }

    private static final class TooManyCorners extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
