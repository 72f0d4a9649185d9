package org.meritstream.issuance.form;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * A credential in a PNG: one {@code iTXt} chunk that is not compressed, with the keyword {@code openbadgecredential} and the credential as its
 * text (Open Badges 3.0, section 5.3.2.1; PNG third edition, section 11.3.3.4). No pixel is looked at or changed.
 */
public final class BakedPng {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int TEXT = 0x69545874;
    private static final int END = 0x49454e44;
    private static final byte[] KEYWORD = "openbadgecredential\0".getBytes(StandardCharsets.ISO_8859_1);
    /** Compression flag and method, then an empty language tag and an empty translated keyword. */
    private static final byte[] PLAIN = new byte[4];
    /** Length, type and check sum of a chunk. */
    private static final int FRAME = 12;

    private static final Baked.None WITHOUT = new Baked.None("It is a PNG image without a credential in it.");

    private BakedPng() {}

    /** Whether these bytes begin as a PNG does. */
    public static boolean is(byte[] bytes) {
        return bytes.length > SIGNATURE.length
                && Arrays.equals(bytes, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length);
    }

    /**
     * The image with the credential in it, before its end, so that a reader has the whole image before it.
     *
     * @param png an image without a credential: there are never two
     * @throws IllegalArgumentException when it is no PNG, or has one already
     */
    public static byte[] bake(byte[] png, String credential) {
        if (!is(png) || !(text(png) instanceof Baked.None)) {
            throw new IllegalArgumentException("Not a PNG without a credential");
        }
        byte[] chunk = chunk(credential.getBytes(StandardCharsets.UTF_8));
        int end = png.length - FRAME;
        if (ByteBuffer.wrap(png).getInt(end + Integer.BYTES) != END) {
            throw new IllegalArgumentException("A PNG that does not end with its end");
        }
        return ByteBuffer.allocate(png.length + chunk.length)
                .put(png, 0, end)
                .put(chunk)
                .put(png, end, FRAME)
                .array();
    }

    /** The credential in it, or why there is none to be taken. */
    public static Baked text(byte[] png) {
        if (!is(png)) {
            return new Baked.None("It is no PNG image.");
        }
        ByteBuffer chunks = ByteBuffer.wrap(png).position(SIGNATURE.length);
        byte[] found = null;
        while (chunks.remaining() >= FRAME) {
            int length = chunks.getInt();
            int type = chunks.getInt();
            if (length < 0 || length > chunks.remaining() - Integer.BYTES) {
                return new Baked.None("It is a PNG image, but broken.");
            }
            byte[] data = new byte[length];
            chunks.get(data).getInt();
            if (type == TEXT && startsWithKeyword(data)) {
                if (found != null) {
                    return new Baked.None("It is a PNG image with two credentials in it, where one may be.");
                }
                found = data;
            }
        }
        return found == null ? WITHOUT : decoded(found);
    }

    /** Whether an image was whole and simply had none, so that it may be a picture of something. */
    public static boolean without(Baked found) {
        return found.equals(WITHOUT);
    }

    private static byte[] chunk(byte[] text) {
        int length = KEYWORD.length + PLAIN.length + text.length;
        ByteBuffer chunk = ByteBuffer.allocate(length + FRAME)
                .putInt(length)
                .putInt(TEXT)
                .put(KEYWORD)
                .put(PLAIN)
                .put(text);
        CRC32 sum = new CRC32();
        sum.update(chunk.array(), Integer.BYTES, Integer.BYTES + length);
        return chunk.putInt((int) sum.getValue()).array();
    }

    private static boolean startsWithKeyword(byte[] data) {
        return data.length > KEYWORD.length && Arrays.equals(data, 0, KEYWORD.length, KEYWORD, 0, KEYWORD.length);
    }

    /** After the keyword: compression flag and method, language tag, translated keyword, text. */
    private static Baked decoded(byte[] data) {
        if (data[KEYWORD.length] != 0) {
            return new Baked.None(
                    "It is a PNG image with a packed credential in it, which the standard does not allow.");
        }
        int text = afterZero(data, afterZero(data, KEYWORD.length + 2));
        return text > data.length
                ? new Baked.None("It is a PNG image, but broken.")
                : new Baked.Text(new String(data, text, data.length - text, StandardCharsets.UTF_8));
    }

    /** Beyond the end where there is no zero. */
    private static int afterZero(byte[] data, int from) {
        int at = from;
        while (at < data.length && data[at] != 0) {
            at++;
        }
        return at + 1;
    }
}
