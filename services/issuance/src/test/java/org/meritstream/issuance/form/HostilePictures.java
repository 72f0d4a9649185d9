package org.meritstream.issuance.form;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;

/** Pictures that were made so that whoever looks at them works for long. */
public final class HostilePictures {
    private static final int EOB_14 = 0xe0;
    /** Blocks that one run of a scan without anything in it passes over, at most and at least. */
    private static final int LONGEST_RUN = 32_767;

    private static final int SHORTEST_RUN = 16_384;

    private HostilePictures() {}

    /** A grey JPEG in passes, of which all but the first say nothing, in some twenty bytes (ITU-T T.81, section G.1.2). */
    public static byte[] jpeg(int side, int scans) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(out, 0xff, 0xd8);
        write(out, 0xff, 0xdb, 0, 67, 0);
        for (int i = 0; i < 64; i++) {
            out.write(1);
        }
        write(out, 0xff, 0xc2, 0, 11, 8, side >> 8, side & 0xff, side >> 8, side & 0xff, 1, 1, 0x11, 0);
        // One code of one bit each: of the first pass no difference, of the others a run of blocks with nothing.
        write(out, 0xff, 0xc4, 0, 20, 0x00, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        write(out, 0xff, 0xc4, 0, 20, 0x10, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, EOB_14);
        int blocks = Math.ceilDiv(side, 8) * Math.ceilDiv(side, 8);
        write(out, 0xff, 0xda, 0, 8, 1, 1, 0x00, 0, 0, 0);
        out.writeBytes(new byte[Math.ceilDiv(blocks, 8)]);
        for (int scan = 0; scan < scans; scan++) {
            write(out, 0xff, 0xda, 0, 8, 1, 1, 0x00, 1, 63, 0);
            runs(out, blocks);
        }
        write(out, 0xff, 0xd9);
        return out.toByteArray();
    }

    private static void runs(ByteArrayOutputStream out, int blocks) {
        StringBuilder bits = new StringBuilder();
        for (int left = blocks; left > 0; left -= LONGEST_RUN) {
            int extra = Math.max(SHORTEST_RUN, Math.min(left, LONGEST_RUN)) - SHORTEST_RUN;
            bits.append('0').append(Integer.toBinaryString(SHORTEST_RUN | extra).substring(1));
        }
        bits.append("0".repeat(-bits.length() & 7));
        for (int at = 0; at < bits.length(); at += 8) {
            int letter = Integer.parseInt(bits.substring(at, at + 8), 2);
            out.write(letter);
            if (letter == 0xff) {
                out.write(0);
            }
        }
    }

    /** Full of squares within squares, as a code has three. */
    public static BufferedImage squares(int side, int dot) {
        BufferedImage picture = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
        Graphics2D g = picture.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, side, side);
        for (int y = 0; y + 9 * dot <= side; y += 9 * dot) {
            for (int x = 0; x + 9 * dot <= side; x += 9 * dot) {
                square(g, Color.BLACK, x + dot, y + dot, 7 * dot);
                square(g, Color.WHITE, x + 2 * dot, y + 2 * dot, 5 * dot);
                square(g, Color.BLACK, x + 3 * dot, y + 3 * dot, 3 * dot);
            }
        }
        g.dispose();
        return picture;
    }

    private static void square(Graphics2D g, Color color, int x, int y, int side) {
        g.setColor(color);
        g.fillRect(x, y, side, side);
    }

    private static void write(ByteArrayOutputStream out, int... bytes) {
        for (int each : bytes) {
            out.write(each);
        }
    }
}
