package org.meritstream.issuance.verification;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The credential in a PNG: the text of its one {@code iTXt} chunk with the keyword {@code openbadgecredential}, not compressed (Open Badges
 * 3.0, section 5.3.2.1; PNG 1.2, section 4.2.3.3). Only the chunks are walked; no pixel is looked at.
 */
final class BakedPng {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int INTERNATIONAL_TEXT = 0x69545874;
    private static final byte[] KEYWORD = "openbadgecredential\0".getBytes(StandardCharsets.ISO_8859_1);
    /** Length, type and check sum. */
    private static final int FRAME = 12;

    private BakedPng() {}

    static boolean is(byte[] bytes) {
        return bytes.length > SIGNATURE.length
                && Arrays.equals(bytes, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length);
    }

    static Baked text(byte[] png) {
        ByteBuffer chunks = ByteBuffer.wrap(png).position(SIGNATURE.length).slice();
        byte[] found = null;
        while (chunks.remaining() >= FRAME) {
            int length = chunks.getInt();
            int type = chunks.getInt();
            if (length < 0 || length > chunks.remaining() - Integer.BYTES) {
                return new Baked.None("It is a PNG image, but broken.");
            }
            byte[] data = new byte[length];
            chunks.get(data).getInt();
            if (type == INTERNATIONAL_TEXT && startsWithKeyword(data)) {
                if (found != null) {
                    return new Baked.None("It is a PNG image with two credentials in it, where one may be.");
                }
                found = data;
            }
        }
        return found == null ? new Baked.None("It is a PNG image without a credential in it.") : decoded(found);
    }

    private static boolean startsWithKeyword(byte[] data) {
        return data.length > KEYWORD.length && Arrays.equals(data, 0, KEYWORD.length, KEYWORD, 0, KEYWORD.length);
    }

    /** After the keyword: compression flag, compression method, language tag, translated keyword, text. */
    private static Baked decoded(byte[] data) {
        if (data[KEYWORD.length] != 0) {
            return new Baked.None(
                    "It is a PNG image with a packed credential in it, which the standard does not allow.");
        }
        Integer language = afterZero(data, KEYWORD.length + 2);
        Integer text = language == null ? null : afterZero(data, language);
        return text == null
                ? new Baked.None("It is a PNG image, but broken.")
                : new Baked.Text(new String(data, text, data.length - text, StandardCharsets.UTF_8));
    }

    private static @Nullable Integer afterZero(byte[] data, int from) {
        for (int i = from; i < data.length; i++) {
            if (data[i] == 0) {
                return i + 1;
            }
        }
        return null;
    }
}
