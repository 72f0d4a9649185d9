package org.meritstream.walletsync.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.jwt.Claim;
import io.quarkus.test.security.jwt.JwtSecurity;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meritstream.events.OfferCollected;
import org.meritstream.walletsync.InMemory;
import org.meritstream.walletsync.Learner;
import org.meritstream.walletsync.LoopInTest;
import org.meritstream.walletsync.wallet.Facts;

@QuarkusTest
@WithTestResource(InMemory.class)
@TestSecurity(user = "registrar@northgate", roles = "registrar")
@JwtSecurity(claims = @Claim(key = "tenant", value = Facts.NORTHGATE))
class ClaimResourceTest {

    @Inject
    LoopInTest loop;

    @Test
    void saysWhoOffersWhatToWhom() {
        String link = link(issued("Ada Example"));

        Learner.judged()
                .get(link)
                .then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .header("Cache-Control", "no-store")
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .body(containsString("Northgate University"))
                .body(containsString("Data literacy"))
                .body(containsString("Ada Example"));
    }

    @Test
    void openingALinkCollectsNothing() {
        UUID credential = issued("Ada Example");
        String link = link(credential);

        Learner.judged().get(link);
        io.restassured.RestAssured.given().head(link);
        Learner.judged().get(link);

        assertThat(loop.commands(credential)).isEmpty();
    }

    @Test
    void pressingTheButtonCollectsAndOpensTheCredentialInThisBrowserOnly() {
        UUID credential = issued("Ada Example");

        Response pressed = Learner.judged().post(link(credential));

        assertThat(pressed.statusCode()).isEqualTo(303);
        assertThat(pressed.header("Location")).isEqualTo("/claim/credentials/" + credential);
        assertThat(pressed.header("Set-Cookie"))
                .contains("HttpOnly", "SameSite=Strict", "Path=/claim/credentials/" + credential)
                .doesNotContain("Secure");
        assertThat(loop.emitted(credential)).hasAtLeastOneElementOfType(OfferCollected.class);
    }

    @Test
    void aLinkOpensOnceAndThenSaysHowToGetAnother() {
        String link = link(issued("Ada Example"));
        Learner.judged().post(link).then().statusCode(303);

        Learner.judged()
                .get(link)
                .then()
                .statusCode(410)
                .body(containsString("ask whoever sent the link for a new one"));
        Learner.judged().post(link).then().statusCode(410);
    }

    @Test
    void twoPressesAtOnceCollectOnce() throws InterruptedException, ExecutionException {
        UUID credential = issued("Ada Example");
        String link = link(credential);

        List<Integer> answers = atOnce(8, () -> Learner.judged().post(link).statusCode());

        assertThat(answers).containsOnlyOnce(303).contains(410);
        assertThat(loop.emitted(credential).stream().filter(OfferCollected.class::isInstance))
                .hasSize(1);
    }

    @Test
    void aNewLinkOpensWhatWasCollectedAndAnnouncesNothingAgain() {
        UUID credential = issued("Ada Example");
        Learner.judged().post(link(credential)).then().statusCode(303);

        Learner.judged().post(link(credential)).then().statusCode(303);

        assertThat(loop.emitted(credential).stream().filter(OfferCollected.class::isInstance))
                .hasSize(1);
    }

    @Test
    void saysThatItIsBeingPreparedWhileTheDocumentHasNotCome() {
        UUID credential = UUID.randomUUID();
        loop.tell(Facts.issued(Facts.NORTHGATE, Facts.ADA, credential));
        String link = link(credential);

        Learner.judged()
                .get(link)
                .then()
                .statusCode(200)
                .header("Refresh", equalTo(null))
                .body(containsString("being prepared"));
        Learner.judged().get(link + "?follow=1").then().statusCode(200).header("Refresh", notNullValue());
        Learner.judged().post(link).then().statusCode(200).body(containsString("being prepared"));
        assertThat(loop.commands(credential)).isEmpty();
    }

    @Test
    void refusesAPressFromAnotherSite() {
        UUID credential = issued("Ada Example");

        Learner.judged()
                .header("Sec-Fetch-Site", "cross-site")
                .post(link(credential))
                .then()
                .statusCode(403);

        assertThat(loop.commands(credential)).isEmpty();
    }

    @Test
    void doesNotLetWhatWasRevokedBeCollected() {
        UUID credential = UUID.randomUUID();
        loop.issue(Facts.NORTHGATE, Facts.ADA, credential, "Ada Example");
        String link = link(credential);
        loop.tell(Facts.revoked(Facts.NORTHGATE, Facts.ADA, credential));

        Learner.judged().post(link).then().statusCode(200).body(containsString("can no longer be collected"));

        assertThat(loop.commands(credential)).isEmpty();
    }

    @Test
    void saysThatACredentialIsSuspendedAndLetsItBeCollectedAllTheSame() {
        UUID credential = UUID.randomUUID();
        loop.issue(Facts.NORTHGATE, Facts.ADA, credential, "Ada Example");
        String link = link(credential);
        loop.tell(Facts.suspended(Facts.ADA, credential, 1));

        Learner.judged()
                .get(link)
                .then()
                .statusCode(200)
                .body(
                        containsString("This credential is suspended."),
                        containsString("23 November 2026"),
                        containsString("Collect the credential"),
                        not(containsString("misconduct")));

        loop.tell(Facts.reinstated(Facts.ADA, credential, 1));

        Learner.judged().get(link).then().statusCode(200).body(not(containsString("suspended")));
    }

    @Test
    void leadsToWhatTookThePlaceOfACorrectedCredential() {
        UUID former = UUID.randomUUID();
        UUID corrected = UUID.randomUUID();
        loop.issue(Facts.NORTHGATE, Facts.ADA, former, "Ada Example");
        String link = link(former);
        loop.issue(Facts.NORTHGATE, Facts.ADA, corrected, "Ada Corrected");
        loop.tell(Facts.superseded(former, corrected));
        loop.tell(Facts.revoked(Facts.NORTHGATE, Facts.ADA, former));

        Learner.judged()
                .get(link)
                .then()
                .statusCode(200)
                .body(containsString("Collect the credential"), not(containsString("can no longer be collected")));
        Learner.judged()
                .redirects()
                .follow(false)
                .post(link)
                .then()
                .statusCode(303)
                .header("Location", containsString("/claim/credentials/" + corrected));

        assertThat(loop.commands(corrected)).isNotEmpty();
        assertThat(loop.commands(former)).isEmpty();
    }

    @Test
    void escapesNames() {
        Learner.judged()
                .get(link(issued("<script>alert(1)</script>")))
                .then()
                .statusCode(200)
                .body(not(containsString("<script>")))
                .body(containsString("&lt;script&gt;"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x", "%00", "credentials", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "%7B%22$ne%22:1%7D"})
    void anUnknownLinkIsNotFound(String token) {
        Learner.judged().urlEncodingEnabled(false).get("/claim/" + token).then().statusCode(404);
        Learner.judged()
                .urlEncodingEnabled(false)
                .post("/claim/" + token)
                .then()
                .statusCode(404);
    }

    private UUID issued(String name) {
        UUID credential = UUID.randomUUID();
        loop.issue(Facts.NORTHGATE, UUID.randomUUID(), credential, name);
        return credential;
    }

    private static String link(UUID credential) {
        return Learner.link(credential);
    }

    private static <T> List<T> atOnce(int times, java.util.concurrent.Callable<T> call)
            throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newFixedThreadPool(times)) {
            List<Future<T>> results = threads.invokeAll(java.util.Collections.nCopies(times, call));
            List<T> answers = new java.util.ArrayList<>();
            for (Future<T> result : results) {
                answers.add(result.get());
            }
            return answers;
        }
    }
}
