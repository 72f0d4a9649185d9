package org.meritstream.issuance.form;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
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
    private static final int BASELINE = 0xffc0;
    private static final int EXTENDED = 0xffc1;
    private static final int LAST_FRAME = 0xffcf;
    private static final int HUFFMAN = 0xffc4;
    private static final int ARITHMETIC = 0xffcc;
    private static final int SCAN = 0xffda;
    /** No marker that a picture begins with is larger: FFFE is a comment, FFFF fills. */
    private static final int LAST_MARKER = 0xfffe;
    /** Precision, height and width of a frame. */
    private static final int BEFORE_COLOURS = 5;

    private static final Map<DecodeHintType, Object> HINTS = Map.of(
            DecodeHintType.POSSIBLE_FORMATS,
            List.of(BarcodeFormat.QR_CODE),
            DecodeHintType.TRY_HARDER,
            true,
            DecodeHintType.ALSO_INVERTED,
            true);
    private static final Baked.None UNREADABLE = new Baked.None("It is a picture, but one that could not be read.");
    private static final Baked.None NO_CODE =
            new Baked.None("It is an image without a credential in it, and no QR code could be read.");
    private static final ReentrantLock ONE = new ReentrantLock();

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
        ONE.lock();
        try (ImageInputStream in = source.open()) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            return readers.hasNext() ? read(readers.next(), in) : UNREADABLE;
        } catch (IOException | RuntimeException e) {
            // The readers of pictures answer broken ones with many an exception.
            return UNREADABLE;
        } finally {
            ONE.unlock();
        }
    }

    private static Baked read(ImageReader reader, ImageInputStream in) throws IOException {
        try {
            long most = atOnce(in) ? MOST_AT_ONCE : MOST;
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

    /**
     * Whether it is a JPEG that is held whole while it is read (ITU-T T.81, annex B): one that comes in several passes, or has its colours one after
     * another. Of one that can not be told by its first markers that is assumed.
     */
    private static boolean atOnce(ImageInputStream in) throws IOException {
        in.mark();
        boolean held = in.readUnsignedShort() == JPEG_START && !inOneScan(in);
        in.reset();
        return held;
    }

    private static boolean inOneScan(ImageInputStream in) throws IOException {
        int colours = -1;
        while (true) {
            int marker = in.readUnsignedShort();
            int rest = in.readUnsignedShort() - Short.BYTES;
            if (marker == SCAN) {
                return in.readUnsignedByte() == colours;
            }
            if (marker == BASELINE || marker == EXTENDED) {
                in.skipBytes(BEFORE_COLOURS);
                colours = in.readUnsignedByte();
                in.skipBytes(rest - BEFORE_COLOURS - 1);
            } else if (marker < BASELINE
                    || rest < 0
                    || marker > LAST_MARKER
                    || (marker > EXTENDED && marker <= LAST_FRAME && !tables(marker))) {
                return false;
            } else {
                in.skipBytes(rest);
            }
        }
    }

    private static boolean tables(int marker) {
        return marker == HUFFMAN || marker == ARITHMETIC;
    }

    /** As it is; then with four dots made one, in which the grain of a dark photograph is lost and its code is not. */
    private static @Nullable String decoded(Grey dots) {
        for (Grey seen = dots; seen.shorter() >= SMALLEST; seen = seen.halved()) {
            LuminanceSource source = seen.source();
            for (Binarizer way : List.of(new HybridBinarizer(source), new GlobalHistogramBinarizer(source))) {
                try {
                    return new MultiFormatReader()
                            .decode(new BinaryBitmap(way), HINTS)
                            .getText();
                } catch (NotFoundException e) {
                    // Another way to tell dark from light may find it.
                }
            }
        }
        return null;
    }
}
