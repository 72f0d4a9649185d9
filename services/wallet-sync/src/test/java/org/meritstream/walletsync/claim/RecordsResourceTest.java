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
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.meritstream.events.RecordVisibilityChanged;
import org.meritstream.events.Visibility;
import org.meritstream.events.VisibilityChanged;
import org.meritstream.walletsync.InMemory;
import org.meritstream.walletsync.Learner;
import org.meritstream.walletsync.LoopInTest;
import org.meritstream.walletsync.wallet.Facts;

/** A learner sees the records that there are of them, takes them away and shares them; nobody else does. */
@QuarkusTest
@WithTestResource(InMemory.class)
@TestSecurity(user = "registrar@northgate", roles = "registrar")
@JwtSecurity(claims = @Claim(key = "tenant", value = Facts.NORTHGATE))
class RecordsResourceTest {
    @Inject
    LoopInTest loop;

    @Inject
    RecordsBrowser records;

    private final UUID person = UUID.randomUUID();

    @Test
    void showsWhatWasMadeAndHandsItOut() throws IOException {
        Learner learner = records.collected(person);
        UUID record = records.made(learner);

        assertThat(records.text(learner))
                .contains("Everything you hold from Northgate University", "with 1 credential.")
                .doesNotContain("Being made.")
                .containsOnlyOnce("<h1>")
                .doesNotContain("<script");
        records.keep("records", records.text(learner));
        learner.with()
                .get(records.path(learner) + "/" + record + "/download")
                .then()
                .statusCode(200)
                .contentType("application/vc")
                .header("Content-Disposition", allOf(containsString("attachment"), containsString("record-")))
                .body(equalTo("{\"type\":[\"ClrCredential\"]}"));
    }

    @Test
    void sharesARecordAndStopsSharingIt() {
        Learner learner = records.collected(person);
        UUID record = records.made(learner);

        records.share(learner, record, "PUBLIC").then().statusCode(303).header("Location", records.path(learner));
        assertThat(records.text(learner)).contains("Shared.", Facts.PUBLIC_URL + "/records/" + record);
        records.share(learner, record, "PRIVATE").then().statusCode(303);

        assertThat(records.text(learner)).contains("Only you can see it.");
        assertThat(loop.emitted(record).stream()
                        .filter(VisibilityChanged.class::isInstance)
                        .map(said -> ((VisibilityChanged) said).visibility()))
                .containsExactly(Visibility.PUBLIC, Visibility.PRIVATE);
    }

    @Test
    void showsWhatARegistrarMadeAndSharedAtTheLearnersWord() {
        Learner learner = records.collected(person);
        UUID record = UUID.randomUUID();
        loop.tell(Facts.recordIssued(Facts.NORTHGATE, person, record, null, List.of(learner.credential())));
        loop.tell(new RecordVisibilityChanged(Facts.NORTHGATE, person, record, Visibility.PUBLIC, Instant.now()));

        assertThat(records.text(learner)).contains("Everything you hold", "Shared.");
    }

    @Test
    void showsThatARegistrarStoppedSharingItAtTheLearnersWord() {
        Learner learner = records.collected(person);
        UUID record = UUID.randomUUID();
        Instant now = Instant.now();
        loop.tell(Facts.recordIssued(Facts.NORTHGATE, person, record, null, List.of(learner.credential())));
        loop.tell(new RecordVisibilityChanged(Facts.NORTHGATE, person, record, Visibility.PUBLIC, now));

        loop.tell(new RecordVisibilityChanged(Facts.NORTHGATE, person, record, Visibility.PRIVATE, now.plusSeconds(1)));

        assertThat(records.text(learner)).contains("Only you can see it.").doesNotContain("Shared.");
    }

    @Test
    void saysThatACredentialInItDoesNotStandAnyMore() {
        Learner learner = records.collected(person);
        records.made(learner);
        assertThat(records.text(learner)).doesNotContain("was revoked or replaced since");

        loop.tell(Facts.revoked(Facts.NORTHGATE, person, learner.credential()));

        assertThat(records.text(learner)).contains("was revoked or replaced since");
    }

    @Test
    void saysOfSomebodyElsesRecordWhatItSaysOfNone() {
        UUID theirs = records.made(records.collected(UUID.randomUUID()));
        UUID elsewhere = UUID.randomUUID();
        loop.tell(Facts.recordIssued(Facts.SOUTHFIELD, person, elsewhere, null, List.of(Facts.OTHER)));
        loop.tell(Facts.recordDocument(Facts.SOUTHFIELD, person, elsewhere, "{}", Facts.NOON));
        Learner learner = records.collected(person);
        String unknown = answer(learner, UUID.randomUUID().toString());

        assertThat(unknown).startsWith("404").contains("This record is not known");
        assertThat(answer(learner, theirs.toString())).isEqualTo(unknown);
        assertThat(answer(learner, elsewhere.toString())).isEqualTo(unknown);
        assertThat(answer(learner, "no-id")).isEqualTo(unknown);
        records.share(learner, theirs, "PUBLIC").then().statusCode(404);
        assertThat(loop.emitted(theirs)).noneMatch(VisibilityChanged.class::isInstance);
    }

    @Test
    void isClosedToEveryOtherBrowser() {
        Learner learner = records.collected(person);
        UUID record = records.made(learner);

        Learner.judged().get(records.path(learner)).then().statusCode(403);
        Learner.judged()
                .get(records.path(learner) + "/" + record + "/download")
                .then()
                .statusCode(403);
        records.collected(UUID.randomUUID())
                .with()
                .get(records.path(learner))
                .then()
                .statusCode(403);
        records.ask(new Learner(learner.credential(), "x".repeat(43)), "", learner.formToken(), "everything")
                .then()
                .statusCode(403);
    }

    @Test
    void refusesAFormThatDidNotComeFromItsPage() {
        Learner learner = records.collected(person);
        UUID record = records.made(learner);
        int before = records.requested(person).size();

        records.ask(
                        learner,
                        UUID.randomUUID().toString(),
                        records.collected(person).formToken(),
                        "everything")
                .then()
                .statusCode(403);
        records.ask(learner, "no-id", learner.formToken(), "everything").then().statusCode(403);
        learner.with()
                .header("Sec-Fetch-Site", "cross-site")
                .formParam("form", learner.formToken())
                .formParam("request", UUID.randomUUID().toString())
                .formParam("of", "everything")
                .post(records.path(learner))
                .then()
                .statusCode(403);
        learner.with()
                .formParam("visibility", "PUBLIC")
                .post(records.path(learner) + "/" + record + "/sharing")
                .then()
                .statusCode(403);

        assertThat(records.requested(person)).hasSize(before);
        assertThat(records.text(learner)).contains("Only you can see it.").doesNotContain("Shared.");
    }

    @Test
    void theCredentialsPageLeadsThere() {
        Learner learner = records.collected(person);

        learner.with()
                .get(learner.path())
                .then()
                .body(containsString(records.path(learner)), not(containsString("<script")));
    }

    private String answer(Learner learner, String record) {
        Response answer = learner.with().get(records.path(learner) + "/" + record + "/download");
        return answer.statusCode() + answer.contentType() + answer.asString();
    }
}
