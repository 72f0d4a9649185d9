package org.meritstream.assessment;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import java.util.function.UnaryOperator;

/** Signs live events as Canvas does, with keys made for this run. */
public final class Tokens {
    /** The key of the sender. */
    public static final RSAKey KEY = generate("canvas-2026-11");

    /** A key of somebody else under the same name. */
    public static final RSAKey ROGUE = generate("canvas-2026-11");

    /** The key of another tenant's sender. */
    public static final RSAKey OTHER = generate("canvas-of-southbank");

    private Tokens() {}

    /** A new key pair. */
    public static RSAKey generate(String kid) {
        try {
            return new RSAKeyGenerator(2048).keyID(kid).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The sender's public keys. */
    public static String jwks() {
        return new JWKSet(KEY.toPublicJWK()).toString();
    }

    /** The compact token of a payload. */
    public static String sign(String payload) {
        return sign(payload, KEY, header -> header);
    }

    /** A token by any key, with any change to its header. */
    public static String sign(String payload, RSAKey key, UnaryOperator<JWSHeader.Builder> change) {
        JWSHeader.Builder header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(JOSEObjectType.JWT)
                .keyID(key.getKeyID());
        JWSObject token = new JWSObject(change.apply(header).build(), new Payload(payload));
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    /** A token with a header of one's own and the signature of another. */
    public static String withHeader(String token, String header) {
        return Base64URL.encode(header) + token.substring(token.indexOf('.'));
    }
}
