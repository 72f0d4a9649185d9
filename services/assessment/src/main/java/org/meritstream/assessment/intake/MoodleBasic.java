package org.meritstream.assessment.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** HTTP Basic (RFC 7617) of a source, compared in constant time: the answer takes as long for a near miss as for a far one. */
final class MoodleBasic {
    private static final String SCHEME = "basic ";

    private MoodleBasic() {}

    /** Whether the header carries this user and password. A source without a password authenticates nobody. */
    static boolean proves(@Nullable String authorization, @Nullable String username, @Nullable String password) {
        if (authorization == null || username == null || password == null) {
            return false;
        }
        if (!authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            return false;
        }
        byte[] given = decode(authorization.substring(SCHEME.length()).strip());
        byte[] expected = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(sha256(given), sha256(expected));
    }

    /** Equal lengths whatever was sent, so that the comparison tells nothing of the password's. */
    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static byte[] decode(String credentials) {
        try {
            return Base64.getDecoder().decode(credentials);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
