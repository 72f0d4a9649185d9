package org.meritstream.walletsync.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.jwt.Claim;
import io.quarkus.test.security.jwt.JwtSecurity;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meritstream.walletsync.InMemory;
import org.meritstream.walletsync.Learner;
import org.meritstream.walletsync.LoopInTest;
import org.meritstream.walletsync.wallet.Facts;

@QuarkusTest
@WithTestResource(InMemory.class)
@TestSecurity(user = "registrar@northgate", roles = "registrar")
@JwtSecurity(claims = @Claim(key = "tenant", value = Facts.NORTHGATE))
class OffersResourceTest {
    private static final String OFFERS = "/api/wallet/offers";

    @Inject
    LoopInTest loop;

    @Test
    void findsTheOfferOfACredentialWithoutAName() {
        UUID credential = UUID.randomUUID();
        loop.issue(Facts.NORTHGATE, Facts.ADA, credential, "Ada Example");

        String answer = Learner.judged()
                .get(OFFERS + "?credential=" + credential)
                .then()
                .statusCode(200)
                .body("offers", hasSize(1))
                .body("offers[0].state", equalTo("OFFERED"))
                .body("offers[0].achievement", equalTo("data-literacy"))
                .body("offers[0].address", equalTo("http://localhost:8080/credentials/" + credential))
                .body("next", nullValue())
                .extract()
                .asString();

        assertThat(answer).doesNotContain("Ada Example");
    }

    @Test
    void findsWhatALearnerHolds() {
        UUID learner = UUID.randomUUID();
        loop.issue(Facts.NORTHGATE, learner, UUID.randomUUID(), "Ada Example");
        loop.issue(Facts.NORTHGATE, learner, UUID.randomUUID(), "Ada Example");

        Learner.judged().get(OFFERS + "?learner=" + learner).then().body("offers", hasSize(2));
        Learner.judged()
                .get(OFFERS + "?state=revoked&learner=" + learner)
                .then()
                .body("offers", hasSize(0));
    }

    @Test
    void doesNotShowAnotherTenantsOffers() {
        UUID learner = UUID.randomUUID();
        UUID credential = UUID.randomUUID();
        loop.issue(Facts.SOUTHFIELD, learner, credential, "Somebody Else");

        Learner.judged().get(OFFERS + "?credential=" + credential).then().body("offers", hasSize(0));
        Learner.judged().get(OFFERS + "?learner=" + learner).then().body("offers", hasSize(0));
        Learner.judged().post(OFFERS + "/" + credential + "/links").then().statusCode(404);
        assertThat(everyPage()).doesNotContain(credential.toString());
    }

    @Test
    void givesEveryOfferOfTheTenantOnceOverThePages() {
        List<String> credentials = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            UUID credential = UUID.randomUUID();
            credentials.add(credential.toString());
            loop.issue(Facts.NORTHGATE, UUID.randomUUID(), credential, "Ada Example");
        }

        assertThat(everyPage()).containsAll(credentials).doesNotHaveDuplicates();
    }

    @Test
    void saysSinceWhenACredentialIsSuspendedWhoseOfferStands() {
        UUID learner = UUID.randomUUID();
        UUID credential = UUID.randomUUID();
        loop.issue(Facts.NORTHGATE, learner, credential, "Ada Example");
        loop.tell(Facts.suspended(learner, credential, 1));

        Learner.judged()
                .get(OFFERS + "?credential=" + credential)
                .then()
                .statusCode(200)
                .body("offers[0].state", equalTo("OFFERED"))
                .body("offers[0].suspendedAt", equalTo("2026-11-23T12:10:00Z"));
    }

    @Test
    void givesOutNoLinkForWhatWasRevoked() {
        UUID learner = UUID.randomUUID();
        UUID credential = UUID.randomUUID();
        loop.issue(Facts.NORTHGATE, learner, credential, "Ada Example");
        loop.tell(Facts.revoked(Facts.NORTHGATE, learner, credential));

        Learner.judged()
                .post(OFFERS + "/" + credential + "/links")
                .then()
                .statusCode(409)
                .contentType("application/problem+json");
    }

    @Test
    @TestSecurity(user = "auditor@northgate", roles = "auditor")
    @JwtSecurity(claims = @Claim(key = "tenant", value = Facts.NORTHGATE))
    void letsAnAuditorReadAndNotAct() {
        Learner.judged().get(OFFERS).then().statusCode(200);
        Learner.judged().post(OFFERS + "/" + Facts.CREDENTIAL + "/links").then().statusCode(403);
    }

    @Test
    @TestSecurity(user = "designer@northgate", roles = "designer")
    @JwtSecurity(claims = @Claim(key = "tenant", value = Facts.NORTHGATE))
    void refusesARoleThatHasNoBusinessHere() {
        Learner.judged().get(OFFERS).then().statusCode(403);
    }

    @Test
    @TestSecurity(user = "registrar", roles = "registrar")
    void refusesATokenWithoutATenant() {
        Learner.judged().get(OFFERS).then().statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"credential=1-1-1-1-1", "learner=%27;drop", "state=LOST", "after=x", "limit=many"})
    void namesTheParameterThatIsWrong(String query) {
        Learner.judged()
                .urlEncodingEnabled(false)
                .get(OFFERS + "?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1-1-1-1-1", "cccccccc-0000-8000-8000-00000000ffff"})
    void knowsNoCredentialOfThisId(String credential) {
        Learner.judged().post(OFFERS + "/" + credential + "/links").then().statusCode(404);
    }

    private static List<String> everyPage() {
        List<String> seen = new ArrayList<>();
        String next = OFFERS + "?limit=3";
        while (next != null) {
            var page = Learner.judged().get(next).then().statusCode(200).extract();
            seen.addAll(page.path("offers.credential"));
            next = page.path("next");
        }
        return seen;
    }
}
