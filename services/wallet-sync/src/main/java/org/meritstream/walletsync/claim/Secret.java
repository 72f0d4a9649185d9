package org.meritstream.walletsync.claim;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * 256 random bits that let their bearer in. The text is given out once and never stored.
 *
 * @param text 43 characters of base64url
 */
record Secret(String text) {
    private static final int BYTES = 32;
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");

    Secret {
        if (!SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("A secret is 43 characters of base64url");
        }
    }

    static Secret draw(SecureRandom random) {
        byte[] bits = new byte[BYTES];
        random.nextBytes(bits);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    /** The secret in a text from outside, or null when it can not be one. */
    static @Nullable Secret in(@Nullable String text) {
        return text != null && SHAPE.matcher(text).matches() ? new Secret(text) : null;
    }

    /** What the store knows it by. */
    String hash() {
        return digest(text);
    }

    /** What a form of this session carries: known only to a page that this session was shown. */
    String formToken() {
        return digest("form " + text);
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Never the secret itself. */
    @Override
    public String toString() {
        return "Secret[...]";
    }
}
