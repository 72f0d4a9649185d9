package org.meritstream.evidence.signin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The keys of sessions, one for each purpose, derived from the one in the configuration (HMAC-SHA-256 with the purpose). */
final class SessionKeys {
    private static final String HMAC = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    /** The encryption takes a secret as characters, at most so many. */
    private static final int SECRET_CHARACTERS = 32;

    private final byte[] key;

    /**
     * @throws IllegalArgumentException when it is not 32 bytes long
     */
    SessionKeys(byte[] key) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("The key of sessions has " + KEY_BYTES + " bytes, not " + key.length);
        }
        this.key = key.clone();
    }

    static SessionKeys read(Path file) {
        try {
            return new SessionKeys(Base64.getMimeDecoder().decode(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException("meritstream.sign-in.session-key-file can not be read", e);
        }
    }

    /** Encrypts the session's cookie. */
    String ofSessions() {
        return secret("session");
    }

    /** Encrypts what is remembered of a sign-in under way, the code verifier among it. */
    String ofSignIns() {
        return secret("sign-in");
    }

    /** What a form of a session carries: nobody can make it without the key. */
    String formToken(String tenant, String subject, long session) {
        byte[] tag = mac("form\u0000" + tenant + "\u0000" + subject + "\u0000" + session);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(tag);
    }

    private String secret(String purpose) {
        return Base64.getUrlEncoder().encodeToString(mac(purpose)).substring(0, SECRET_CHARACTERS);
    }

    private byte[] mac(String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + HMAC, e);
        }
    }
}
