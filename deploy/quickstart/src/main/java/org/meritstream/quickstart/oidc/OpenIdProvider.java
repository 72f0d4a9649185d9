package org.meritstream.quickstart.oidc;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * An OpenID provider in which one picks who one is: authorization code flow with PKCE (OpenID Connect Core 1.0 section 3.1, RFC 7636).
 * There is no password, so it is for a machine of one's own; services refuse to start with its issuer in production.
 */
public final class OpenIdProvider {
    private static final Duration CODE_LIFE = Duration.ofMinutes(1);
    private static final int SECRET_BYTES = 24;
    private static final int FOUND = 302;
    private static final int BAD_REQUEST = 400;
    private static final int OK = 200;

    private final DevelopmentIssuer issuer;
    private final List<Persona> everybody;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Granted> codes = new ConcurrentHashMap<>();

    /**
     * @param everybody whom one can be
     */
    public OpenIdProvider(DevelopmentIssuer issuer, List<Persona> everybody) {
        this.issuer = issuer;
        this.everybody = List.copyOf(everybody);
    }

    /** A code that was given out. */
    private record Granted(Persona persona, Authorization authorization, Instant until) {}

    /** What a browser or a client gets. */
    public sealed interface Answer {
        /** A page. */
        record Page(int status, String html) implements Answer {}

        /** Another address. */
        record Redirect(int status, URI location) implements Answer {}

        /** A JSON document that no cache keeps. */
        record Json(int status, String text) implements Answer {}
    }

    /** The public keys, as a JWK set. */
    public String jwks() {
        return issuer.jwks();
    }

    /**
     * The discovery document (OpenID Connect Discovery 1.0 section 3).
     *
     * @param product the address of the product, whose client this provider serves
     */
    public String configuration(String product) {
        String base = product + "/oidc";
        return JSONObjectUtils.toJSONString(Map.of(
                "issuer",
                DevelopmentIssuer.ISSUER,
                "authorization_endpoint",
                base + "/authorize",
                "token_endpoint",
                base + "/token",
                "jwks_uri",
                base + "/jwks",
                "end_session_endpoint",
                base + "/end-session",
                "response_types_supported",
                List.of("code"),
                "subject_types_supported",
                List.of("public"),
                "id_token_signing_alg_values_supported",
                List.of("RS256"),
                "code_challenge_methods_supported",
                List.of("S256"),
                "token_endpoint_auth_methods_supported",
                List.of("none")));
    }

    /** Asks who one is; with a persona or a student number among the parameters, sends the browser back with a code. */
    public Answer authorize(String product, Map<String, String> parameters, Instant now) {
        Authorization authorization;
        try {
            authorization = Authorization.of(parameters, product);
        } catch (IllegalArgumentException refused) {
            return new Answer.Page(BAD_REQUEST, WhoPage.refused(String.valueOf(refused.getMessage())));
        }
        return chosen(parameters)
                .<Answer>map(persona ->
                        new Answer.Redirect(FOUND, authorization.answered(grant(persona, authorization, now))))
                .orElseGet(() -> new Answer.Page(OK, WhoPage.of(everybody, Authorization.kept(parameters))));
    }

    /** Gives the tokens of a code, once, to whoever knows the verifier. */
    public Answer token(Map<String, String> form, Instant now) {
        Granted granted = codes.remove(form.getOrDefault("code", ""));
        if (!"authorization_code".equals(form.get("grant_type"))) {
            return error("unsupported_grant_type");
        }
        if (granted == null || now.isAfter(granted.until()) || !fits(granted.authorization(), form)) {
            return error("invalid_grant");
        }
        String token = issuer.idToken(
                granted.persona(), Authorization.CLIENT, granted.authorization().nonce(), now);
        return new Answer.Json(
                OK,
                JSONObjectUtils.toJSONString(Map.of(
                        "id_token",
                        token,
                        "access_token",
                        secret(),
                        "token_type",
                        "Bearer",
                        "expires_in",
                        DevelopmentIssuer.SESSION.toSeconds())));
    }

    /** There is no session here to end: sends the browser back to the product (OpenID Connect RP-Initiated Logout 1.0). */
    public Answer endSession(String product, Map<String, String> parameters) {
        String back = parameters.getOrDefault("post_logout_redirect_uri", "");
        return back.startsWith(product + "/")
                ? new Answer.Redirect(FOUND, URI.create(back))
                : new Answer.Redirect(FOUND, URI.create(product + "/"));
    }

    private Optional<Persona> chosen(Map<String, String> parameters) {
        String number = parameters.getOrDefault("student_number", "").strip();
        if (!number.isEmpty()) {
            String tenant = parameters.getOrDefault("tenant", "northgate");
            return Optional.of(Persona.learner(tenant, number, number));
        }
        String persona = parameters.getOrDefault("persona", "");
        return everybody.stream().filter(one -> one.id().equals(persona)).findFirst();
    }

    private String grant(Persona persona, Authorization authorization, Instant now) {
        codes.values().removeIf(granted -> now.isAfter(granted.until()));
        String code = secret();
        codes.put(code, new Granted(persona, authorization, now.plus(CODE_LIFE)));
        return code;
    }

    private static boolean fits(Authorization authorization, Map<String, String> form) {
        return authorization.client().equals(form.get("client_id"))
                && authorization.redirect().toString().equals(form.get("redirect_uri"))
                && authorization.challenge().equals(challenge(form.get("code_verifier")));
    }

    /** RFC 7636 section 4.2. */
    private static String challenge(@Nullable String verifier) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest((verifier == null ? "" : verifier).getBytes(US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static Answer error(String code) {
        return new Answer.Json(BAD_REQUEST, JSONObjectUtils.toJSONString(Map.of("error", code)));
    }

    private String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
