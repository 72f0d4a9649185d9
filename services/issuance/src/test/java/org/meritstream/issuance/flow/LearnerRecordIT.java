package org.meritstream.issuance.flow;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.meritstream.issuance.flow.OverHttp.signed;
import static org.meritstream.issuance.flow.OverHttp.verify;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.meritstream.events.Event;
import org.meritstream.events.RevocationReason;
import org.meritstream.events.Securing;
import org.meritstream.events.Visibility;
import org.meritstream.issuance.learnerrecord.HeldRecord;
import org.meritstream.issuance.learnerrecord.LearnerRecords;
import org.meritstream.log.KeyedIds;
import org.meritstream.proving.RealServers;

/** What one person holds, in one signed document: from the command to whoever reads it. */
@QuarkusTest
@TestProfile(ByHand.class)
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "issuance"))
class LearnerRecordIT {
    @Inject
    Issuing issuing;

    @Inject
    Holding holding;

    @Inject
    KeyedIds ids;

    @Inject
    LearnerRecords records;

    @Test
    void holdsAllThatIsHeldAndVerifiesCredentialByCredential() {
        Story story = holding.two("rec-all");
        UUID id = issued(story, null, 40);
        share(story, id, Visibility.PUBLIC, 41);

        JsonPath document = new JsonPath(signed("/records/" + id));
        assertThat(document.getList("type")).containsExactly("VerifiableCredential", "ClrCredential");
        assertThat(document.getList("credentialSubject.verifiableCredential.id"))
                .containsExactly(address(holding.part(story)), address(holding.stack(story)));
        assertThat(document.getList("credentialSubject.association.associationType"))
                .containsExactly("isChildOf");
        assertThat(document.getBoolean("partial")).isFalse();
        verify("/records/" + id)
                .body("verified", equalTo(true))
                .body("credential.kind", equalTo("comprehensive learner record"))
                .body("parts", hasSize(2))
                .body("parts.verified", everyItem(equalTo(true)));
        given().contentType("application/json")
                .body("{\"url\":\"http://localhost:8080/records/" + id + "\"}")
                .post("/api/verify")
                .then()
                .body("verified", equalTo(true));
        page(id).statusCode(200)
                .body(containsString("This record is valid"))
                .body(containsString("It is all that stood on that day."))
                .body(containsString("Earned by holding"))
                .body(not(containsString("is not valid")));
    }

    @Test
    void holdsAStackAndWhatItIsBuiltOnAlone() {
        Story story = holding.two("rec-stack");
        issuing.handle(story.publishedAs("statistics", 3), story.conferredAs("statistics", 1, 700, List.of(), 14));
        UUID id = issued(story, holding.stack(story), 40);
        share(story, id, Visibility.PUBLIC, 41);

        JsonPath document = new JsonPath(signed("/records/" + id));
        assertThat(document.getList("credentialSubject.verifiableCredential.id"))
                .containsExactly(address(holding.part(story)), address(holding.stack(story)));
        assertThat(document.getBoolean("partial")).isTrue();
        page(id).body(containsString("They hold more than stands here."));
        assertThat(outcome(story.record(1, holding.part(story), 42))).contains("no-stack");
        assertThat(outcome(story.record(1, UUID.randomUUID(), 43))).contains("unknown-credential");
    }

    @Test
    void findsAChangedWordInsideOfIt() {
        Story story = holding.two("rec-changed");
        UUID id = issued(story, null, 40);
        share(story, id, Visibility.PUBLIC, 41);

        given().contentType("application/json")
                .body(signed("/records/" + id).replaceFirst("\"eqfLevel\":6", "\"eqfLevel\":7"))
                .post("/api/verify")
                .then()
                .body("verified", equalTo(false))
                .body("parts.verified", hasItem(equalTo(false)));
    }

    @Test
    void showsThatACredentialInsideWasRevokedSinceAndStandsItself() {
        Story story = holding.two("rec-revoked");
        UUID id = issued(story, null, 40);
        share(story, id, Visibility.PUBLIC, 41);

        issuing.handle(story.revoke(holding.part(story), 1, RevocationReason.MISCONDUCT, 50));

        verify("/records/" + id).body("verified", equalTo(true)).body("parts.verified", equalTo(List.of(false, true)));
        page(id).body(containsString("This record is valid")).body(containsString("This credential is not valid"));
        UUID next = issued(story, null, 51);
        assertThat(records.load(List.of(next)).getFirst().credentials()).containsExactly(holding.stack(story));
    }

    @Test
    void isPrivateUntilItIsSharedAndAgainAfterwards() {
        Story story = holding.two("rec-private");
        UUID id = issued(story, null, 40);
        for (String accept : List.of("application/vc", "text/html")) {
            String unknown = answer("00000000-0000-8000-8000-000000000009", accept);
            assertThat(unknown).startsWith("404");
            assertThat(answer(id.toString(), accept)).isEqualTo(unknown);
        }

        share(story, id, Visibility.PUBLIC, 41);
        assertThat(answer(id.toString(), "application/vc")).startsWith("200");
        share(story, id, Visibility.PRIVATE, 42);

        assertThat(answer(id.toString(), "application/vc")).startsWith("404");
        assertThat(answer(id.toString().toUpperCase(Locale.ROOT), "application/vc"))
                .startsWith("404");
    }

    @Test
    void isSharedByNoOtherTenant() {
        Story story = holding.two("rec-guarded");
        UUID id = issued(story, null, 40);

        assertThat(outcome(new Story("rec-thief").shareRecord(id, 1, Visibility.PUBLIC, 41)))
                .contains("unknown-record");

        assertThat(answer(id.toString(), "application/vc")).startsWith("404");
        assertThat(outcome(new Story("rec-all-else").record(1, null, 42))).contains("unknown-issuer");
    }

    /** What was corrected is shown nowhere any more. */
    @Test
    void isGoneWhenANameInItWasCorrected() {
        Story story = holding.two("rec-corrected");
        UUID id = issued(story, null, 40);
        share(story, id, Visibility.PUBLIC, 41);

        issuing.handle(story.profiled(1, "Another Name", 50));
        issuing.handle(story.correct(holding.part(story), 1, 51));

        assertThat(answer(id.toString(), "application/vc")).startsWith("410").doesNotContain("Amina");
        assertThat(answer(id.toString(), "text/html"))
                .startsWith("410")
                .contains("<h1>A credential in this record was corrected</h1>")
                .doesNotContain("Amina");
        UUID next = issued(story, null, 52);
        assertThat(next).isNotEqualTo(id);
    }

    @Test
    void isMadeOnceHoweverOftenItIsAskedFor() {
        Story story = holding.two("rec-once");
        Event<?> command = story.record(1, null, 40);

        issuing.handle(command);
        issuing.handle(command);
        issuing.handle(story.record(1, null, 41), story.record(1, null, 42));

        assertThat(holding.records(story)).hasSize(1);
        assertThat(outcome(story.record(2, null, 43))).contains("unknown-learner");
        issuing.handle(story.profiled(3, "Nobody Yet", 5));
        assertThat(outcome(story.record(3, null, 44))).contains("nothing-held");
    }

    @Test
    void isSignedAfterACrashBetweenRecordingAndSigning() {
        Story story = holding.two("rec-crash");
        Event<?> command = story.record(1, null, 40);
        UUID id = ids.of(story.tenant(), "record", command.header().id());
        records.record(new HeldRecord(
                id,
                story.tenant(),
                story.learner(1),
                null,
                List.of(holding.part(story)),
                "{}",
                Story.START,
                null,
                null));

        issuing.handle(command);

        assertThat(holding.records(story)).hasSize(1).allSatisfy(one -> {
            assertThat(one.id()).isEqualTo(id);
            assertThat(one.credentials()).containsExactly(holding.part(story), holding.stack(story));
        });
        share(story, id, Visibility.PUBLIC, 41);
        verify("/records/" + id).body("verified", equalTo(true));
    }

    @Test
    void isSecuredInTheWaysOfItsIssuer() {
        Story story = holding.two("rec-ways", Securing.values());
        UUID id = issued(story, null, 40);
        share(story, id, Visibility.PUBLIC, 41);

        assertThat(new JsonPath(signed("/records/" + id)).getList("proof")).hasSize(4);
        verify("/records/" + id).body("verified", equalTo(true)).body("parts.verified", everyItem(equalTo(true)));
        String token = given().accept("application/vc+jwt")
                .get("/records/" + id)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        given().contentType("text/plain").body(token).post("/api/verify").then().body("verified", equalTo(true));
    }

    private static String address(UUID credential) {
        return "http://localhost:8080/credentials/" + credential;
    }

    private UUID issued(Story story, @Nullable UUID stack, int minute) {
        Event<?> command = story.record(1, stack, minute);
        assertThat(outcome(command)).startsWith("done");
        return ids.of(story.tenant(), "record", command.header().id());
    }

    private void share(Story story, UUID record, Visibility visibility, int minute) {
        assertThat(outcome(story.shareRecord(record, 1, visibility, minute))).startsWith("done");
    }

    private String outcome(Event<?> command) {
        issuing.handle(command);
        return issuing.outcome(command);
    }

    private static String answer(String id, String accept) {
        var answer = given().accept(accept).get("/records/" + id);
        return answer.statusCode() + " " + answer.headers().getValue("Cache-Control") + " " + answer.asString();
    }

    private static ValidatableResponse page(UUID id) {
        return given().accept("text/html").get("/records/" + id).then();
    }
}
