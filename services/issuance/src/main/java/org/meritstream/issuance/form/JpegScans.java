package org.meritstream.issuance.form;

import java.io.IOException;
import javax.imageio.stream.ImageInputStream;

/**
 * In how many scans a JPEG comes (ITU-T T.81, annex B), told by its markers before anything is unpacked. For each scan the picture may be put out
 * anew, and a scan may be twenty bytes.
 *
 * @param whole whether it is held whole while it is read: it comes in several passes, or has its colours one after another. Of one that can not be
 *     told by its first markers that is assumed
 * @param count how many there are; of one that is not held whole no more than the first is read
 */
record JpegScans(boolean whole, int count) {
    /** Cameras and programs write ten at most. */
    static final int MOST = 20;

    private static final int FILL = 0xff;
    private static final int STUFFED = 0x00;
    private static final int ALONE = 0x01;
    private static final int BASELINE = 0xc0;
    private static final int EXTENDED = 0xc1;
    private static final int LAST_FRAME = 0xcf;
    private static final int HUFFMAN = 0xc4;
    private static final int ARITHMETIC = 0xcc;
    private static final int FIRST_RESTART = 0xd0;
    private static final int START = 0xd8;
    private static final int END = 0xd9;
    private static final int SCAN = 0xda;
    /** Precision, height and width of a frame. */
    private static final int BEFORE_COLOURS = 5;

    /** Of the picture at this place of a stream, which is left where it was. More than {@link #MOST} are not counted. */
    static JpegScans of(ImageInputStream in) throws IOException {
        in.mark();
        try {
            return new Walk(in).scans();
        } finally {
            in.reset();
        }
    }

    boolean tooMany() {
        return count > MOST;
    }

    /** From one marker to the next, as the reader itself goes. */
    private static final class Walk {
        private final ImageInputStream in;
        private final byte[] buffer = new byte[8 * 1024];
        private int at;
        private int filled;
        private int colours = -1;
        private boolean told = true;
        private int scans;

        Walk(ImageInputStream in) {
            this.in = in;
        }

        JpegScans scans() throws IOException {
            for (int marker = marker(); marker >= 0 && scans <= MOST; marker = marker()) {
                if (marker == END && scans > 0) {
                    break;
                }
                if (marker == SCAN && first()) {
                    return new JpegScans(false, scans);
                }
                if (marker != SCAN && marker != START) {
                    segment(marker);
                }
            }
            return new JpegScans(true, scans);
        }

        /** Counts a scan; whether it is the first and has all colours at once. */
        private boolean first() throws IOException {
            int rest = length();
            scans++;
            boolean together = next() == colours && told && scans == 1;
            skip(rest - 1);
            return together;
        }

        /** What is between two scans is neither dots nor a marker: no reader minds. A marker that says what stands alone has nothing after it. */
        private void segment(int marker) throws IOException {
            if (marker < BASELINE || marker == END) {
                told = false;
            } else if (marker == BASELINE || marker == EXTENDED) {
                int rest = length();
                skip(BEFORE_COLOURS);
                colours = next();
                skip(rest - BEFORE_COLOURS - 1);
            } else {
                told &= marker > LAST_FRAME || marker == HUFFMAN || marker == ARITHMETIC;
                skip(length());
            }
        }

        /** The next one that is not part of the dots; below zero at the end. */
        private int marker() throws IOException {
            while (true) {
                int letter = next();
                if (letter < 0) {
                    return letter;
                }
                if (letter != FILL) {
                    told &= scans > 0;
                    continue;
                }
                int marker = next();
                while (marker == FILL) {
                    told = false;
                    marker = next();
                }
                boolean alone = marker == STUFFED || marker == ALONE || (marker >= FIRST_RESTART && marker < START);
                if (!alone) {
                    return marker;
                }
            }
        }

        /** Bytes that follow, without the two that say so. */
        private int length() throws IOException {
            int length = (next() << Byte.SIZE | next()) - Short.BYTES;
            told &= length >= 0;
            return length;
        }

        private int next() throws IOException {
            if (at == filled) {
                filled = Math.max(0, in.read(buffer));
                at = 0;
            }
            return filled == 0 ? -1 : buffer[at++] & 0xff;
        }

        private void skip(int bytes) throws IOException {
            int within = Math.min(Math.max(0, bytes), filled - at);
            at += within;
            for (int left = bytes - within; left > 0; left--) {
                if (next() < 0) {
                    return;
                }
            }
        }
    }
}
