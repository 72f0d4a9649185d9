package org.meritstream.quickstart.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meritstream.quickstart.data.DataDirectory;
import org.meritstream.quickstart.oidc.OpenIdProvider.Answer;
import org.meritstream.quickstart.seed.Personas;

final class OpenIdProviderTest {
    private static final String PRODUCT = "http://localhost:8080";
    private static final String RETURN = PRODUCT + "/learn/signed-in";
    /** RFC 7636 appendix B. */
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");

    @TempDir
    Path directory;

    private OpenIdProvider provider;

    @BeforeEach
    void open() throws Exception {
        provider = new OpenIdProvider(DevelopmentIssuer.of(new DataDirectory(directory).create()), Personas.all());
    }

    @Test
    void signsALearnerInWhoWasPicked() throws Exception {
        JWTClaimsSet claims = claims(provider.token(form(code("persona", "southbank-learner-SB-1")), NOW));

        assertThat(claims.getStringClaim("tenant")).isEqualTo("southbank");
        assertThat(claims.getStringClaim("student_number")).isEqualTo("SB-1");
        assertThat(claims.getStringClaim("nonce")).isEqualTo("n-1");
        assertThat(claims.getStringClaim("name")).isEqualTo("Farah Haddad");
    }

    @Test
    void signsStaffInWithTheirRolesAndNoStudentNumber() throws Exception {
        JWTClaimsSet claims = claims(provider.token(form(code("persona", "northgate-moderator")), NOW));

        assertThat(claims.getStringListClaim("groups")).containsExactly("reviewer", "moderator");
        assertThat(claims.getClaim("student_number")).isNull();
    }

    @Test
    void givesAnIdTokenThatOpensNoInterface() throws Exception {
        JWTClaimsSet claims = claims(provider.token(form(code("persona", "northgate-registrar")), NOW));

        assertThat(claims.getAudience()).containsExactly("meritstream-pages");
    }

    @Test
    void asksWhoOneIsAndKeepsWhatTheClientAsked() {
        Answer.Page page = (Answer.Page) provider.authorize(PRODUCT, request(), NOW);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html())
                .contains("Amara Okafor", "Farah Haddad", "second reviewer", "state=s-1&amp;")
                .doesNotContain("<!--");
    }

    @Test
    void takesACodeOnce() {
        Map<String, String> form = form(code("persona", "northgate-learner-NG-1001"));
        provider.token(form, NOW);

        assertThat(provider.token(form, NOW)).isEqualTo(refused());
    }

    @ParameterizedTest
    @CsvSource({
        "code_verifier, dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXl",
        "redirect_uri, http://localhost:8080/teach",
        "client_id, somebody",
        "code, made-up"
    })
    void refusesATokenToWhoeverIsNotTheOneWhoAsked(String name, String value) {
        Map<String, String> form = form(code("persona", "northgate-learner-NG-1001"));
        form.put(name, value);

        assertThat(provider.token(form, NOW)).isEqualTo(refused());
    }

    @Test
    void refusesACodeThatIsOld() {
        Map<String, String> form = form(code("persona", "northgate-learner-NG-1001"));

        assertThat(provider.token(form, NOW.plusSeconds(61))).isEqualTo(refused());
    }

    @ParameterizedTest
    @CsvSource({
        "redirect_uri, https://evil.example/learn/signed-in",
        "redirect_uri, http://localhost:8080.evil.example/learn/signed-in",
        "client_id, somebody",
        "response_type, token",
        "code_challenge_method, plain",
        "code_challenge, short"
    })
    void sendsNobodyAnywhereForARequestThatIsNotTheProductsOwn(String name, String value) {
        Map<String, String> request = request();
        request.put(name, value);
        request.put("persona", "northgate-learner-NG-1001");

        assertThat(((Answer.Page) provider.authorize(PRODUCT, request, NOW)).status())
                .isEqualTo(400);
    }

    @Test
    void saysNothingThatAnAddressPutIn() {
        Map<String, String> request = request();
        request.put("state", "\"><script>alert(1)</script>");

        assertThat(((Answer.Page) provider.authorize(PRODUCT, request, NOW)).html())
                .doesNotContain("<script>");
    }

    @Test
    void sendsBackToTheProductAfterSigningOutAndNowhereElse() {
        Answer home = new Answer.Redirect(302, URI.create(PRODUCT + "/"));

        assertThat(provider.endSession(PRODUCT, Map.of("post_logout_redirect_uri", "https://evil.example/")))
                .isEqualTo(home);
        assertThat(provider.endSession(PRODUCT, Map.of("post_logout_redirect_uri", PRODUCT + "/learn/signed-out")))
                .isEqualTo(new Answer.Redirect(302, URI.create(PRODUCT + "/learn/signed-out")));
    }

    private String code(String name, String value) {
        Map<String, String> request = request();
        request.put(name, value);
        URI back = ((Answer.Redirect) provider.authorize(PRODUCT, request, NOW)).location();
        assertThat(back.toString()).startsWith(RETURN + "?");
        Map<String, String> answer = Arrays.stream(back.getQuery().split("&", -1))
                .collect(Collectors.toMap(one -> one.split("=", 2)[0], one -> one.split("=", 2)[1]));
        assertThat(answer).containsEntry("state", "s-1");
        return answer.getOrDefault("code", "");
    }

    private static Map<String, String> request() {
        return new HashMap<>(Map.of(
                "client_id", "meritstream-pages",
                "redirect_uri", RETURN,
                "response_type", "code",
                "scope", "openid profile",
                "state", "s-1",
                "nonce", "n-1",
                "code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
                "code_challenge_method", "S256"));
    }

    private static Map<String, String> form(String code) {
        return new HashMap<>(Map.of(
                "grant_type", "authorization_code",
                "code", code,
                "client_id", "meritstream-pages",
                "redirect_uri", RETURN,
                "code_verifier", VERIFIER));
    }

    private static Answer refused() {
        return new Answer.Json(400, "{\"error\":\"invalid_grant\"}");
    }

    private static JWTClaimsSet claims(Answer answer) throws Exception {
        Map<String, Object> tokens = JSONObjectUtils.parse(((Answer.Json) answer).text());
        return SignedJWT.parse(String.valueOf(tokens.get("id_token"))).getJWTClaimsSet();
    }
}
