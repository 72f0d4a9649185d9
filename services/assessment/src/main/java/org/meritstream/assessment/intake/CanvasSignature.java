package org.meritstream.assessment.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.meritstream.assessment.canvas.ReadLiveEventDecision;
import org.meritstream.assessment.reading.SenderJson;
import org.meritstream.log.NativeCrypto;

/**
 * Verifies a signed live event over its raw bytes. One key set signs for every Canvas customer, so a good signature alone proves nothing:
 * the claims must name the root account of this source.
 */
final class CanvasSignature {
    private static final int SHORTEST_KEY = 2048;

    private CanvasSignature() {}

    /**
     * Judges a token.
     *
     * @param key the key the token names, if it is in the sender's set
     * @param rootAccount the root account the source is bound to
     */
    static Verdict verify(CompactToken token, Optional<JWK> key, @Nullable String rootAccount) {
        if (!key.map(found -> signs(token, found)).orElse(false)) {
            return new Verdict.Forged("The signature is not by a key of this source.");
        }
        Optional<String> text = SenderJson.text(new Base64URL(token.payload()).decode());
        Optional<JsonNode> claims = text.flatMap(SenderJson::read).filter(JsonNode::isObject);
        if (text.isEmpty() || claims.isEmpty()) {
            return new Verdict.Malformed("The token's content is not a JSON object within the caps.");
        }
        if (rootAccount == null || !rootAccount.equals(ReadLiveEventDecision.rootAccount(claims.get()))) {
            return new Verdict.Forged("The event comes from another root account.");
        }
        return new Verdict.Authentic("jwt:" + token.kid(), text.get(), claims.get());
    }

    private static boolean signs(CompactToken token, JWK key) {
        if (!(key instanceof RSAKey rsa) || rsa.size() < SHORTEST_KEY) {
            return false;
        }
        byte[] signed = (token.header() + "." + token.payload()).getBytes(StandardCharsets.US_ASCII);
        try {
            RSASSAVerifier verifier = new RSASSAVerifier(rsa.toRSAPublicKey());
            NativeCrypto.provider().ifPresent(verifier.getJCAContext()::setProvider);
            return verifier.verify(new JWSHeader(JWSAlgorithm.RS256), signed, new Base64URL(token.signature()));
        } catch (JOSEException e) {
            return false;
        }
    }
}
