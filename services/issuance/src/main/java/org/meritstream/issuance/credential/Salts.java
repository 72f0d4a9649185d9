package org.meritstream.issuance.credential;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Supplier;

/** 128 random bits in base64url, another each time: what keeps anybody from guessing a hidden claim by its digest (RFC 9901, section 9.3). */
final class Salts implements Supplier<String> {
    private static final int BYTES = 16;

    private final SecureRandom random = new SecureRandom();

    @Override
    public String get() {
        byte[] salt = new byte[BYTES];
        random.nextBytes(salt);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(salt);
    }
}
