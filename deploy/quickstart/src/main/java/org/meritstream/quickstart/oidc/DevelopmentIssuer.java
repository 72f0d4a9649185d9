package org.meritstream.quickstart.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.meritstream.quickstart.data.DataDirectory;
import org.meritstream.quickstart.data.PrivateFiles;

/** Signs tokens with the data directory's key, and publishes its public half. */
public final class DevelopmentIssuer {
    /** The {@code iss} of every development token; services accept it only in the profiles quickstart and test. */
    public static final String ISSUER = "urn:meritstream:development-issuer";

    /** The roles that a staff token can carry. */
    public static final Set<String> ROLES =
            Set.of("admin", "operator", "designer", "registrar", "auditor", "reviewer", "moderator");

    /** How long an ID token of a sign-in lives. */
    static final Duration SESSION = Duration.ofHours(1);

    private static final Duration LIFE = Duration.ofHours(12);
    private static final int KEY_BITS = 2048;

    private final RSAKey key;

    private DevelopmentIssuer(RSAKey key) {
        this.key = key;
    }

    /** The issuer of a data directory; its key is made when it is first asked for. */
    public static DevelopmentIssuer of(DataDirectory data) throws IOException {
        String text = PrivateFiles.once(data.secret("oidc.jwk.json"), () -> generate("development"));
        try {
            return new DevelopmentIssuer(RSAKey.parse(text));
        } catch (ParseException damaged) {
            throw new IOException("no key in " + data.secret("oidc.jwk.json"), damaged);
        }
    }

    /** A new RSA key for signatures as a JWK, private part included. */
    public static String generate(String keyId) throws IOException {
        try {
            return new RSAKeyGenerator(KEY_BITS)
                    .keyID(keyId)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .generate()
                    .toJSONString();
        } catch (JOSEException impossible) {
            throw new IOException(impossible);
        }
    }

    /**
     * A token for a person of that role in that tenant.
     *
     * @throws IllegalArgumentException with a sentence for the user, for a role that does not exist
     */
    public String token(String role, String tenant, Instant now) {
        if (!ROLES.contains(role)) {
            throw new IllegalArgumentException(
                    "There is no role " + role
                            + "; the roles are learner, admin, operator, designer, registrar, auditor, reviewer and moderator.");
        }
        return token(List.of(role), tenant, now);
    }

    /** A token with several roles. */
    public String token(List<String> roles, String tenant, Instant now) {
        String name = "development-" + String.join("-", roles);
        return sign(claims(name, "meritstream", now, LIFE)
                .claim("upn", name)
                .claim("groups", roles)
                .claim("tenant", tenant)
                .build());
    }

    /** A learner's token for the APIs, with the claim that tells who that is. */
    public String learnerToken(Persona learner, Instant now) {
        return sign(described(
                        learner, claims(learner.id(), "meritstream", now, LIFE).claim("upn", learner.id()))
                .build());
    }

    /** The ID token of somebody who signed in (OpenID Connect Core 1.0 section 2). */
    String idToken(Persona persona, String client, String nonce, Instant now) {
        return sign(described(persona, claims(persona.id(), client, now, SESSION))
                .claim("name", persona.name())
                .claim("nonce", nonce)
                .build());
    }

    private static JWTClaimsSet.Builder claims(String subject, String audience, Instant now, Duration life) {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject(subject)
                .audience(audience)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(life)));
    }

    private static JWTClaimsSet.Builder described(Persona persona, JWTClaimsSet.Builder claims) {
        return claims.claim("groups", persona.roles())
                .claim("tenant", persona.tenant())
                .claim("student_number", persona.studentNumber());
    }

    private String sign(JWTClaimsSet claims) {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
        return token.serialize();
    }

    /** The JWK set with the public key. */
    public String jwks() {
        return new JWKSet(key.toPublicJWK()).toString();
    }

    /** Writes the JWK set where a service reads it without asking the gateway. */
    public Path publish(Path file) throws IOException {
        PrivateFiles.write(file, jwks());
        return file;
    }
}
