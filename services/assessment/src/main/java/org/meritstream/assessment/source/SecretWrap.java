package org.meritstream.assessment.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Wraps the secrets of sources with AES-256-GCM. Bound to its place: a wrapped secret copied to another source does not open. Form:
 * nonce (12 bytes), then ciphertext and tag.
 */
final class SecretWrap {
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random;

    /** Reads 32 bytes in base64; there is no default. */
    static SecretWrap fromFile(Path file, SecureRandom random) {
        try {
            return new SecretWrap(Base64.getMimeDecoder().decode(Files.readString(file)), random);
        } catch (IOException e) {
            throw new UncheckedIOException("meritstream.key-encryption-key-file can not be read", e);
        }
    }

    SecretWrap(byte[] key, SecureRandom random) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("The key that wraps has " + KEY_BYTES + " bytes, not " + key.length);
        }
        this.key = new SecretKeySpec(key, "AES");
        this.random = random;
    }

    /** Wraps a secret for the place it is stored at. */
    byte[] wrap(String secret, String place) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = apply(Cipher.ENCRYPT_MODE, nonce, secret.getBytes(StandardCharsets.UTF_8), place);
        return ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /** Opens a wrapped secret; {@link IllegalStateException} when it is not one of this key and place. */
    String unwrap(byte[] wrapped, String place) {
        ByteBuffer bytes = ByteBuffer.wrap(wrapped);
        byte[] nonce = new byte[NONCE_BYTES];
        bytes.get(nonce);
        byte[] sealed = new byte[bytes.remaining()];
        bytes.get(sealed);
        return new String(apply(Cipher.DECRYPT_MODE, nonce, sealed, place), StandardCharsets.UTF_8);
    }

    private byte[] apply(int mode, byte[] nonce, byte[] input, String place) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A secret of a source can not be opened with this key", e);
        }
    }
}
