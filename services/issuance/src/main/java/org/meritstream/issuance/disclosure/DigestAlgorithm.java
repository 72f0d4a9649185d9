package org.meritstream.issuance.disclosure;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** The digests that a token may have chosen (RFC 9901, section 4.1.1), by their names in IANA's registry of named information hashes. */
public enum DigestAlgorithm {
    SHA_256("sha-256"),
    SHA_384("sha-384"),
    SHA_512("sha-512");

    /** The claim that names one. */
    static final String CLAIM = "_sd_alg";

    private final String text;

    DigestAlgorithm(String text) {
        this.text = text;
    }

    /** Its name in a token. */
    public String text() {
        return text;
    }

    /**
     * The one that a token's claims name, which is the first where they name none.
     *
     * @throws IllegalArgumentException when it is not one of these, in words that may be shown
     */
    public static DigestAlgorithm of(JsonNode claims) {
        JsonNode named = claims.path(CLAIM);
        return named.isMissingNode()
                ? SHA_256
                : Arrays.stream(values())
                        .filter(algorithm -> named.isTextual() && algorithm.text.equals(named.textValue()))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(
                                "What the token discloses is held together by a digest that is not known here."));
    }

    /** The digest of a text in US-ASCII, in base64url. */
    public String of(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance(this.text.toUpperCase(java.util.Locale.ROOT));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(digest.digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-2", e);
        }
    }
}
