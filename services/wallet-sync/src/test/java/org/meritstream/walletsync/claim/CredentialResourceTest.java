package org.meritstream.walletsync.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.jwt.Claim;
import io.quarkus.test.security.jwt.JwtSecurity;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.meritstream.events.CredentialDelivered;
import org.meritstream.events.EventData;
import org.meritstream.events.VisibilityChanged;
import org.meritstream.walletsync.InMemory;
import org.meritstream.walletsync.Learner;
import org.meritstream.walletsync.LoopInTest;
import org.meritstream.walletsync.wallet.Facts;

@QuarkusTest
@WithTestResource(InMemory.class)
@TestSecurity(user = "registrar@northgate", roles = "registrar")
@JwtSecurity(claims = @Claim(key = "tenant", value = Facts.NORTHGATE))
class CredentialResourceTest {

    @Inject
    LoopInTest loop;

    @Test
    void showsWhatWasCollected() {
        Learner learner = collected();

        learner.with()
                .get(learner.path())
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body(
                        containsString("Collected"),
                        containsString("Data literacy"),
                        containsString("Only you can see it"));
    }

    @Test
    void isClosedToEveryOtherBrowserWhetherTheCredentialIsThereOrNot() {
        Learner learner = collected();

        String there = Learner.judged()
                .get(learner.path())
                .then()
                .statusCode(403)
                .extract()
                .asString();
        String other = new Learner(UUID.randomUUID(), learner.cookie())
                .with()
                .get("/claim/credentials/" + UUID.randomUUID())
                .then()
                .statusCode(403)
                .extract()
                .asString();

        assertThat(there).isEqualTo(other);
    }

    @Test
    void handsOutTheSignedDocumentAndRecordsItOnce() {
        Learner learner = collected();

        learner.with()
                .get(learner.path() + "/download")
                .then()
                .statusCode(200)
                .contentType("application/vc")
                .header("Content-Disposition", allOf(containsString("attachment"), containsString(".json")))
                .body(equalTo("{\"type\":[\"VerifiableCredential\"]}"));
        learner.with().get(learner.path() + "/download");
        learner.share("PUBLIC");

        assertThat(emitted(learner, CredentialDelivered.class)).hasSize(1);
        learner.with().get(learner.path()).then().body(containsString("Downloaded as a file on"));
    }

    @Test
    void sharesAndStopsSharing() {
        Learner learner = collected();

        learner.share("PUBLIC").then().statusCode(303).header("Location", learner.path());
        learner.with()
                .get(learner.path())
                .then()
                .body(
                        containsString("Shared."),
                        containsString(Facts.PUBLIC_URL + "/credentials/" + learner.credential()),
                        containsString("https://www.linkedin.com/profile/add"));
        learner.share("PRIVATE").then().statusCode(303);

        assertThat(emitted(learner, VisibilityChanged.class)).hasSize(2);
        learner.with().get(learner.path()).then().body(containsString("Only you can see it"));
    }

    @Test
    void refusesAFormThatDidNotComeFromItsPage() {
        Learner learner = collected();

        learner.with()
                .formParam("visibility", "PUBLIC")
                .post(learner.path() + "/sharing")
                .then()
                .statusCode(403);
        learner.with()
                .formParam("form", collected().formToken())
                .formParam("visibility", "PUBLIC")
                .post(learner.path() + "/sharing")
                .then()
                .statusCode(403);
        learner.with()
                .header("Sec-Fetch-Site", "cross-site")
                .formParam("form", learner.formToken())
                .formParam("visibility", "PUBLIC")
                .post(learner.path() + "/sharing")
                .then()
                .statusCode(403);

        assertThat(emitted(learner, VisibilityChanged.class)).isEmpty();
    }

    @Test
    void takesAnyOtherVisibilityForPrivate() {
        Learner learner = collected();

        learner.share("everybody").then().statusCode(303);

        assertThat(emitted(learner, VisibilityChanged.class)).isEmpty();
    }

    @Test
    void saysThatItWasRevokedAndOffersNoSharing() {
        UUID credential = UUID.randomUUID();
        UUID learnerId = UUID.randomUUID();
        loop.issue(Facts.NORTHGATE, learnerId, credential, "Ada Example");
        Learner learner = Learner.collect(credential);
        loop.tell(Facts.revoked(Facts.NORTHGATE, learnerId, credential));

        learner.with()
                .get(learner.path())
                .then()
                .statusCode(200)
                .body(containsString("This credential was revoked"), not(containsString("Share it by link")));
    }

    @Test
    void saysThatItIsSuspendedBesideWhatBecameOfIt() {
        UUID credential = UUID.randomUUID();
        UUID learnerId = UUID.randomUUID();
        loop.issue(Facts.NORTHGATE, learnerId, credential, "Ada Example");
        Learner learner = Learner.collect(credential);
        loop.tell(Facts.suspended(learnerId, credential, 1));

        learner.with()
                .get(learner.path())
                .then()
                .statusCode(200)
                .body(containsString("This credential is suspended."), containsString("<strong>Collected</strong>"));
    }

    private Learner collected() {
        UUID credential = UUID.randomUUID();
        loop.issue(Facts.NORTHGATE, UUID.randomUUID(), credential, "Ada Example");
        return Learner.collect(credential);
    }

    private Stream<EventData> emitted(Learner learner, Class<? extends EventData> type) {
        return loop.emitted(learner.credential()).stream().filter(type::isInstance);
    }
}
