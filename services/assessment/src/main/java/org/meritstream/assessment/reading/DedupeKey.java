package org.meritstream.assessment.reading;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A key made of the fields that make an event what it is. */
public final class DedupeKey {
    private DedupeKey() {}

    /** {@code sha-256:<hex>} over the fields in order; an absent field differs from an empty one and may stand anywhere. */
    public static String of(@Nullable Object... fields) {
        MessageDigest digest = sha256();
        for (Object field : fields) {
            byte[] bytes = field == null ? new byte[0] : field.toString().getBytes(StandardCharsets.UTF_8);
            int length = field == null ? -1 : bytes.length;
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, length));
            digest.update(bytes);
        }
        return text(digest.digest());
    }

    /** {@code sha-256:<hex>} of a text. */
    public static String digest(String text) {
        return text(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String text(byte[] digest) {
        return "sha-256:" + HexFormat.of().formatHex(digest);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
