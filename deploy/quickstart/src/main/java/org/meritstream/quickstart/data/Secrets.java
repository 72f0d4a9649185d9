package org.meritstream.quickstart.data;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** The generated secrets of one data directory: made once, never printed, readable by their owner only. */
public final class Secrets {
    private static final int KEY_BYTES = 32;
    private static final int PASSWORD_BYTES = 18;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final DataDirectory data;

    public Secrets(DataDirectory data) {
        this.data = data;
    }

    /** The file with the key of HMAC-derived ids, 32 bytes in base64. */
    public Path idKey() throws IOException {
        return key("id-key");
    }

    /** The file with the key that wraps signing keys and source secrets, 32 bytes in base64. */
    public Path keyEncryptionKey() throws IOException {
        return key("key-encryption-key");
    }

    /** The file with the key of sessions on the pages, 32 bytes in base64. */
    public Path sessionKey() throws IOException {
        return key("session-key");
    }

    /** A properties file with the password of every named PostgreSQL role. */
    public Path databasePasswords(List<String> roles) throws IOException {
        Path file = data.secret("postgres.properties");
        PrivateFiles.once(
                file,
                () -> roles.stream().map(role -> role + "=" + fresh()).collect(Collectors.joining("\n", "", "\n")));
        return file;
    }

    /** A password that is made when it is first asked for. */
    public String password(String name) throws IOException {
        return PrivateFiles.once(data.secret(name), Secrets::fresh);
    }

    private Path key(String name) throws IOException {
        Path file = data.secret(name);
        PrivateFiles.once(file, () -> Base64.getEncoder().encodeToString(random(KEY_BYTES)));
        return file;
    }

    private static String fresh() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random(PASSWORD_BYTES));
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
