package org.meritstream.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The one stylesheet, as text for the layout and as the source expression that a Content-Security-Policy allows it by. */
public final class Stylesheet {
    private static final String RESOURCE = "/META-INF/meritstream/meritstream.css";
    private static final String TEXT = read();
    private static final String DIGEST = digest(TEXT);

    private Stylesheet() {}

    /** What stands between {@code <style>} and {@code </style>}, to the byte. */
    public static String text() {
        return TEXT;
    }

    /** {@code 'sha256-…'} (Content Security Policy level 3, section 2.3.1). */
    public static String hashSource() {
        return DIGEST;
    }

    private static String read() {
        try (InputStream in = Stylesheet.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is not in the jar");
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
