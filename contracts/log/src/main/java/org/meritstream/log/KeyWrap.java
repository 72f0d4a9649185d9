package org.meritstream.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Wraps a service's secrets with AES-256-GCM (NIST SP 800-38D): a random 96-bit nonce, then ciphertext and tag. The label is
 * authenticated with it, so that a wrapped secret moved to another row does not open.
 */
public final class KeyWrap {
    private static final int KEY_SIZE = 32;
    private static final int NONCE_SIZE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random;

    /**
     * @param key 32 bytes
     * @throws IllegalArgumentException for another length
     */
    public KeyWrap(byte[] key, SecureRandom random) {
        if (key.length != KEY_SIZE) {
            throw new IllegalArgumentException("The key encryption key has " + KEY_SIZE + " bytes, not " + key.length);
        }
        this.key = new SecretKeySpec(key, "AES");
        this.random = random;
    }

    /**
     * Under the key in a file: 32 bytes in base64. There is no default.
     *
     * @throws IllegalArgumentException when it does not hold such a key
     */
    public static KeyWrap fromFile(Path file, SecureRandom random) {
        try {
            return new KeyWrap(Base64.getMimeDecoder().decode(Files.readString(file)), random);
        } catch (IOException e) {
            throw new UncheckedIOException("meritstream.key-encryption-key-file can not be read", e);
        }
    }

    /** Wraps a secret under a label. */
    public byte[] wrap(String label, byte[] secret) {
        byte[] nonce = new byte[NONCE_SIZE];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, label, nonce, secret);
        return ByteBuffer.allocate(NONCE_SIZE + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /**
     * Opens what was wrapped under the same label.
     *
     * @throws IllegalStateException under another key or label, or when a bit was changed
     */
    public byte[] unwrap(String label, byte[] wrapped) {
        byte[] nonce = Arrays.copyOf(wrapped, NONCE_SIZE);
        return run(Cipher.DECRYPT_MODE, label, nonce, Arrays.copyOfRange(wrapped, NONCE_SIZE, wrapped.length));
    }

    private byte[] run(int mode, String label, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(label.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A wrapped secret does not open under this key encryption key", e);
        }
    }
}
