package org.meritstream.evidence.signin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Cookie;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meritstream.proving.RealServers;
import org.meritstream.proving.StaffTokens;

/** Signing in, staying signed in and signing out, as a browser goes through it. */
@QuarkusTest
@QuarkusTestResource(StaffTokens.class)
@QuarkusTestResource(value = IdentityProvider.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "evidence"))
class SignInIT {
    private static final Map<String, Object> LENA = Browser.learner("riverside", "R-1");

    @Test
    void asksTheProviderWithAChallengeAndANonce() {
        String location = given().redirects()
                .follow(false)
                .get("/learn")
                .then()
                .statusCode(302)
                .extract()
                .header("Location");

        assertThat(Browser.query(location))
                .containsEntry("response_type", "code")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("client_id", "meritstream-pages")
                .containsEntry("redirect_uri", "https://badges.example.org/learn/signed-in")
                .containsKeys("code_challenge", "nonce", "state");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/learn", "/learn?lang=de", "/teach", "/teach?a=b&c=d"})
    void returnsToWhereOneWas(String page) {
        new Browser().signIn(page, LENA).then().statusCode(302).header("Location", endsWith(page));
    }

    @Test
    void greetsWhoSignedIn() {
        Browser browser = Browser.of("riverside", "R-1");

        browser.get("/learn").then().statusCode(200).body(containsString("Signed in as Lena"));
    }

    @Test
    void keepsTheSessionFromScriptsOtherSitesAndPlainConnections() {
        Browser browser = Browser.of("riverside", "R-1");

        Cookie session = browser.session();
        assertThat(session.isHttpOnly()).isTrue();
        assertThat(session.isSecured()).isTrue();
        assertThat(session.getSameSite()).isEqualToIgnoringCase("lax");
        assertThat(session.getMaxAge()).isBetween(7200L, 7300L);
    }

    @Test
    void tellsNobodyWhoReadsTheCookieWhoItIs() {
        Browser browser = Browser.of("riverside", "R-1");

        // Five parts: encrypted (RFC 7516 section 3.1), not merely signed.
        assertThat(browser.session().getValue().split("\\.", -1)).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/dossiers", "/api/awards", "/api/achievements"})
    void opensNoInterfaceByASession(String path) {
        Browser browser = new Browser();
        browser.signIn("/teach", Map.of("sub", "r-1", "tenant", "riverside", "groups", new String[] {"registrar"}));

        browser.request().get(path).then().statusCode(401).header("WWW-Authenticate", startsWith("Bearer"));
    }

    @Test
    void opensNoInterfaceByAnIdToken() {
        // Whoever holds an ID token of the pages holds no token for the interfaces: another audience, another issuer.
        given().auth()
                .oauth2(StaffTokens.of("riverside", "registrar"))
                .get("/api/awards")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"nonce, another", "iss, https://evil.example.org", "aud, somebody-else", "exp, 1000000000"})
    void letsNobodyInWithATokenThatIsNotForThisSignIn(String claim, String value) {
        Map<String, Object> claims = Browser.learner("riverside", "R-1");
        claims.put(claim, claim.equals("exp") ? Long.valueOf(value) : value);

        Browser browser = new Browser();
        browser.signIn("/learn", claims).then().statusCode(401).contentType("text/html");
        assertThat(browser.isSignedIn()).isFalse();
    }

    @Test
    void letsNobodyInWithTheCodeOfAnotherSignIn() {
        Browser browser = new Browser();
        Map<String, String> asked = Browser.query(browser.get("/learn").header("Location"));
        String code = IdentityProvider.code("a-challenge-of-another-browser", LENA);

        browser.get("/learn/signed-in?state=" + asked.get("state") + "&code=" + code)
                .then()
                .statusCode(401);
        assertThat(browser.isSignedIn()).isFalse();
    }

    @Test
    void asksAnewWhenTheWayBackIsOfNoSignInUnderWay() {
        Browser browser = new Browser();
        browser.get("/learn");

        browser.get("/learn/signed-in?state=made-up&code=made-up")
                .then()
                .statusCode(302)
                .header("Location", containsString("code_challenge="));
        assertThat(browser.isSignedIn()).isFalse();
    }

    @Test
    void saysSoWhenTheProviderLetsNobodyIn() {
        Browser browser = new Browser();
        Map<String, String> asked = Browser.query(browser.get("/learn").header("Location"));

        String told = browser.get("/learn/signed-in?error=access_denied&state=" + asked.get("state"))
                .then()
                .statusCode(302)
                .extract()
                .header("Location");
        assertThat(told).startsWith("https://badges.example.org/learn/not-signed-in");
        browser.get("/learn/not-signed-in").then().statusCode(401).body(containsString("You are not signed in"));
    }

    @Test
    void asksAgainWhenTheCookieWasTamperedWith() {
        Browser browser = Browser.of("riverside", "R-1");
        browser.change("q_session_pages", browser.session().getValue().replaceFirst("^.{20}", "x"));

        browser.get("/learn").then().statusCode(302).header("Location", containsString("code_challenge="));
    }

    @Test
    void signsOutHereAndThere() {
        Browser browser = Browser.of("riverside", "R-1");

        browser.get("/learn/sign-out")
                .then()
                .statusCode(303)
                .header(
                        "Location",
                        containsString(
                                "post_logout_redirect_uri=https%3A%2F%2Fbadges.example.org%2Flearn%2Fsigned-out"));
        assertThat(browser.isSignedIn()).isFalse();
        browser.get("/learn").then().statusCode(302);
        browser.get("/learn/signed-out").then().statusCode(200).body(containsString("You are signed out"));
    }

    @Test
    void isNotSignedOutByALinkOfAnotherSite() {
        Browser browser = Browser.of("riverside", "R-1");

        browser.keep(browser.request().header("Sec-Fetch-Site", "cross-site").get("/learn/sign-out"))
                .then()
                .statusCode(303)
                .header("Location", endsWith("/learn"));
        assertThat(browser.isSignedIn()).isTrue();
    }

    @Test
    void tellsWhoIsNoLearnerWhatIsMissing() {
        Browser browser = new Browser();
        browser.signIn("/learn", Map.of("sub", "r-1", "tenant", "riverside", "groups", List.of("reviewer")));

        browser.get("/learn").then().statusCode(403).body(containsString("This page is for learners"));
        browser.get("/teach").then().statusCode(200);
    }

    @Test
    void tellsWhoseInstitutionIsNotSaid() {
        Browser browser = new Browser();
        browser.signIn("/learn", Map.of("sub", "r-1", "student_number", "R-1"));

        browser.get("/learn").then().statusCode(403).body(containsString("We do not know your institution"));
    }

    @Test
    void remembersTheLanguageThatWasChosen() {
        Browser browser = Browser.of("riverside", "R-1");

        browser.get("/learn?lang=ar").then().statusCode(200).body(containsString("<html lang=\"ar\" dir=\"rtl\">"));
        browser.get("/learn").then().body(containsString("<html lang=\"ar\" dir=\"rtl\">"));
    }

    @Test
    void keepsAPersonsPageFromCachesAndSearchEngines() {
        Browser.of("riverside", "R-1")
                .get("/learn")
                .then()
                .header("Cache-Control", "no-store")
                .header("X-Robots-Tag", equalTo("noindex"))
                .header("Content-Security-Policy", not(containsString("script")));
    }
}
