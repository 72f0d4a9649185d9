package org.meritstream.issuance.disclosure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.meritstream.issuance.proof.JoseSecuring;
import org.meritstream.issuance.proof.KeyLookup;
import org.meritstream.issuance.proof.ProofVerdict;
import org.meritstream.issuance.proof.StrangersJson;
import org.meritstream.issuance.proof.VerificationKey;

/**
 * Whether whoever presents a token holds the key that its issuer bound it to (RFC 9901, section 7.3, step 5). For whom and in answer to what it was
 * presented is for that verifier to compare; here {@code aud} and {@code nonce} must be there and are not compared.
 */
public final class KeyBinding {
    private static final Set<String> TYPES = Set.of("kb+jwt");
    /** By how much a holder's clock may be ahead of ours. */
    private static final Duration SKEW = Duration.ofMinutes(1);
    /** For whom, in answer to what and over what it is takes some hundred letters. */
    private static final int LONGEST = 16 * 1024;

    private final JoseSecuring jose;

    public KeyBinding(JoseSecuring jose) {
        this.jose = jose;
    }

    /**
     * Checks it.
     *
     * @param binding what the holder signed
     * @param claims what the issuer signed, of which {@code cnf} names the holder's key
     */
    public ProofVerdict check(SdJwt token, String binding, JsonNode claims, Instant now) {
        JsonNode jwk = claims.path("cnf").path("jwk");
        if (!jwk.isObject()) {
            return new ProofVerdict.Invalid(
                    "It comes with a holder's signature, though its issuer bound it to no key.");
        }
        if (binding.length() > LONGEST) {
            return new ProofVerdict.Invalid("Its holder's signature is over more than such a signature says.");
        }
        try {
            KeyLookup holder = KeyLookup.always(VerificationKey.ofJwk(jwk.toString()));
            ProofVerdict signature = jose.verify(binding, TYPES, holder);
            return signature instanceof ProofVerdict.Valid ? said(token, binding, claims, now) : signature;
        } catch (IllegalArgumentException e) {
            return new ProofVerdict.Invalid(String.valueOf(e.getMessage()));
        }
    }

    private static ProofVerdict said(SdJwt token, String binding, JsonNode claims, Instant now) {
        JsonNode said = claims(binding);
        if (!said.path("aud").isTextual()
                || !said.path("nonce").isTextual()
                || !said.path("iat").isNumber()) {
            return new ProofVerdict.Invalid("Its holder's signature does not say for whom it is, and since when.");
        }
        if (said.path("iat").asLong() > now.plus(SKEW).getEpochSecond()) {
            return new ProofVerdict.Invalid("Its holder's signature is of a time that is yet to come.");
        }
        String digest = DigestAlgorithm.of(claims).of(token.unbound());
        return MessageDigest.isEqual(ascii(digest), ascii(said.path("sd_hash").asText()))
                ? new ProofVerdict.Valid()
                : new ProofVerdict.Invalid("Its holder signed that other parts of it are disclosed.");
    }

    private static JsonNode claims(String jwt) {
        try {
            return StrangersJson.read(JoseSecuring.read(jwt).credential());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("What its holder signed can not be understood.", e);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
