package org.meritstream.log;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Ids that derive from a person: HMAC-SHA-256 under the tenant's secret, as a UUID of version 8. Nobody without the key can enumerate or
 * reverse them, and the same person never gets the same id at two tenants.
 */
public final class KeyedIds {
    private static final String HMAC = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final byte[] key;

    /**
     * @param key 32 random bytes; a tenant's secret is derived from it
     * @throws IllegalArgumentException when it is not 32 bytes long
     */
    public KeyedIds(byte[] key) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("The key of ids has " + KEY_BYTES + " bytes, not " + key.length);
        }
        this.key = key.clone();
    }

    /** Holds the key of {@link LogConfig#idKeyFile()}; there is no default. */
    static final class FromFile {
        private FromFile() {}

        @Produces
        @Singleton
        static KeyedIds keyedIds(LogConfig config) {
            return new KeyedIds(read(config.idKeyFile()
                    .orElseThrow(() -> new IllegalStateException("meritstream.id-key-file is not given"))));
        }

        private static byte[] read(Path file) {
            try {
                return Base64.getMimeDecoder().decode(Files.readString(file));
            } catch (IOException e) {
                throw new UncheckedIOException("meritstream.id-key-file can not be read", e);
            }
        }
    }

    /** The same tenant and parts always give the same id; a part may hold any character. */
    public UUID of(String tenant, String... parts) {
        return Uuid8.of(digest(tenant, parts));
    }

    /** The 32 bytes behind {@link #of}, for salts and pairwise ids. */
    public byte[] digest(String tenant, String... parts) {
        Mac mac = start(start(key).doFinal(bytes(tenant)));
        for (String part : parts) {
            byte[] bytes = bytes(part);
            mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
            mac.update(bytes);
        }
        return mac.doFinal();
    }

    private static Mac start(byte[] key) {
        try {
            Optional<Provider> provider = NativeCrypto.provider();
            Mac mac = provider.isPresent() ? Mac.getInstance(HMAC, provider.get()) : Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + HMAC, e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
