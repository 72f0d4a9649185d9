package org.meritstream.evidence.artifacts;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;
import static org.meritstream.evidence.artifacts.HandingIn.ARTIFACTS;
import static org.meritstream.evidence.artifacts.HandingIn.PATIENCE;
import static org.meritstream.evidence.artifacts.HandingIn.learner;
import static org.meritstream.evidence.artifacts.HandingIn.request;
import static org.meritstream.evidence.artifacts.HandingIn.submit;
import static org.meritstream.evidence.artifacts.HandingIn.upload;
import static org.meritstream.evidence.artifacts.HandingIn.uploaded;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.meritstream.events.AwardConferred;
import org.meritstream.events.AwardEvidence;
import org.meritstream.events.EventFormat;
import org.meritstream.events.EventType;
import org.meritstream.events.Topics;
import org.meritstream.proving.RealServers;
import org.meritstream.proving.Settled;
import org.meritstream.proving.StaffTokens;
import org.meritstream.proving.Topic;

/** Work from its upload to the award that rests on it, over HTTP, and every way of handing in again. */
@QuarkusTest
@QuarkusTestResource(StaffTokens.class)
@QuarkusTestResource(UploadFolder.class)
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "evidence"))
class SubmissionsIT {
    @Inject
    HandingIn handing;

    @Inject
    SweepTimer sweep;

    @Test
    void carriesAnUploadToTheAwardThatRestsOnIt() {
        UUID learner = handing.enrolled("award");
        String upload = upload("award", "s-4711", "../../My essay.txt", "What data say.")
                .body("mediaType", equalTo("text/plain"))
                .body("fileName", equalTo("My essay.txt"))
                .extract()
                .path("id");

        submit("award", "s-4711", upload)
                .body("state", equalTo("done"))
                .body("link", equalTo(ARTIFACTS + "/" + upload));

        learner("award", "s-4711")
                .get(ARTIFACTS + "/" + upload)
                .then()
                .statusCode(200)
                .body("state", equalTo("TAKEN"))
                .body("number", equalTo(1))
                .body("learner", equalTo(learner.toString()));
        String digest = learner("award", "s-4711").get(ARTIFACTS + "/" + upload).path("digest");
        assertThat(conferred("award").evidence()).containsExactly(new AwardEvidence("report", 1, digest, "text/plain"));
        assertNoWord(told("award", EventType.SUBMIT_ARTIFACT, Topics.EVIDENCE_COMMANDS));
        assertNoWord(told("award", EventType.FACT_FILED, Topics.EVALUATION));
        assertNoWord(told("award", EventType.AWARD_CONFERRED, Topics.AWARD));
    }

    @Test
    void carriesOutTheSameSubmissionOnce() {
        handing.enrolled("retry");
        String upload = upload("retry", "s-4711", "a.txt", "once").extract().path("id");

        submit("retry", "s-4711", upload).body("state", equalTo("done"));
        submit("retry", "s-4711", upload).body("state", equalTo("done")).body("id", equalTo(upload));

        learner("retry", "s-4711").get(ARTIFACTS + "/" + upload).then().body("number", equalTo(1));
        given().auth()
                .oauth2(StaffTokens.ofLearner("retry", "s-4711"))
                .contentType("application/json")
                .body(request("upload", "\"" + upload + "\"").replace("\"report\"", "\"poster\""))
                .post(ARTIFACTS)
                .then()
                .statusCode(409)
                .body("type", endsWith("/upload-used"));
    }

    @Test
    void usesNoUploadUpForARequestThatIsMalformed() {
        handing.enrolled("mistyped");
        String upload = uploaded("mistyped", "once");

        given().auth()
                .oauth2(StaffTokens.ofLearner("mistyped", "s-4711"))
                .contentType("application/json")
                .body(request("upload", "\"" + upload + "\"").replace("data-literacy", "Data Literacy"))
                .post(ARTIFACTS)
                .then()
                .statusCode(400)
                .body("type", endsWith("/malformed-request"));

        submit("mistyped", "s-4711", upload).body("state", equalTo("done"));
    }

    @Test
    void recognisesTheSameWorkAndSaysWhatIsLeftInTheReadersLanguage() {
        handing.enrolled("identical");
        submit("identical", "s-4711", uploaded("identical", "same")).body("state", equalTo("done"));

        String again = uploaded("identical", "same");
        submit("identical", "s-4711", again)
                .body("state", equalTo("refused"))
                .body("problem.type", endsWith("/identical-artifact"))
                .body("problem.detail", containsString("2 attempts are left"));

        learner("identical", "s-4711")
                .queryParam("lang", "de")
                .get(ARTIFACTS + "/" + again)
                .then()
                .body("state", equalTo("REFUSED"))
                .body("refusal[0]", startsWith("Es ist dieselbe Arbeit wie in Versuch 1"))
                .body("refusal", hasItem("2 Versuche bleiben."));
        submit("identical", "s-4711", uploaded("identical", "other")).body("state", equalTo("done"));
    }

    @Test
    void refusesAKindOfFileThatWillNotDoByItsContent() {
        handing.enrolled("kinds");
        String disguised = upload("kinds", "s-4711", "essay.pdf", "PK\u0003\u0004 not a pdf")
                .extract()
                .path("id");

        submit("kinds", "s-4711", disguised)
                .body("state", equalTo("refused"))
                .body("problem.type", endsWith("/wrong-media-type"))
                .body("problem.detail", containsString("application/zip"));
    }

    @Test
    void takesNoMoreAttemptsThanThereAre() {
        handing.enrolled("many");
        for (String content : List.of("one", "two", "three")) {
            submit("many", "s-4711", uploaded("many", content)).body("state", equalTo("done"));
        }

        submit("many", "s-4711", uploaded("many", "four"))
                .body("problem.type", endsWith("/attempt-too-many"))
                .body("problem.detail", containsString("No attempt is left"));
    }

    @Test
    void takesALinkAndASubmissionToAPlatformByTheirTextAsItStands() {
        handing.enrolled("words");
        String link = given().auth()
                .oauth2(StaffTokens.ofLearner("words", "s-4711"))
                .contentType("application/json")
                .filter(new Settled())
                .body(request("link", "\"https://example.org/report?v=1\""))
                .post(ARTIFACTS)
                .then()
                .statusCode(202)
                .body("problem.type", endsWith("/wrong-media-type"))
                .extract()
                .path("id");
        learner("words", "s-4711")
                .get(ARTIFACTS + "/" + link)
                .then()
                .body("kind", equalTo("LINK"))
                .body("mediaType", equalTo("text/uri-list"))
                .body("link", equalTo("https://example.org/report?v=1"));

        String lms = given().auth()
                .oauth2(StaffTokens.ofLearner("words", "s-4711"))
                .contentType("application/json")
                .filter(new Settled())
                .body(request("lms", "{\"source\":\"moodle-main\",\"submission\":\"12\",\"activity\":\"assign/7\"}"))
                .post(ARTIFACTS)
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        learner("words", "s-4711").get(ARTIFACTS + "/" + lms).then().body("lms.activity", equalTo("assign/7"));
    }

    @Test
    void sweepsWhatNobodyHandedInOrWasRefused() {
        handing.enrolled("swept");
        String taken = uploaded("swept", "kept");
        submit("swept", "s-4711", taken);
        String refused = uploaded("swept", "kept");
        submit("swept", "s-4711", refused).body("state", equalTo("refused"));
        String forgotten = uploaded("swept", "forgotten");

        sweep.sweep(Instant.now().plusSeconds(60));

        learner("swept", "s-4711").get(ARTIFACTS + "/" + forgotten).then().statusCode(404);
        learner("swept", "s-4711")
                .get(ARTIFACTS + "/" + refused + "/content")
                .then()
                .statusCode(410);
        learner("swept", "s-4711").get(ARTIFACTS + "/" + refused).then().body("state", equalTo("REFUSED"));
        learner("swept", "s-4711")
                .get(ARTIFACTS + "/" + taken + "/content")
                .then()
                .statusCode(200);
        submit("swept", "s-4711", forgotten, 404);
    }

    private static void assertNoWord(List<ConsumerRecord<String, byte[]>> told) {
        assertThat(told)
                .isNotEmpty()
                .extracting(record -> new String(record.value(), StandardCharsets.UTF_8))
                .noneMatch(text -> text.contains("essay") || text.contains("s-4711"));
    }

    private static AwardConferred conferred(String tenant) {
        ConsumerRecord<String, byte[]> told =
                told(tenant, EventType.AWARD_CONFERRED, Topics.AWARD).getFirst();
        return (AwardConferred) EventFormat.data(EventType.AWARD_CONFERRED, told.value());
    }

    /** Every event of a type that is told of a tenant on a topic, once there is one. */
    private static List<ConsumerRecord<String, byte[]>> told(String tenant, EventType type, String topic) {
        return new Topic(RealServers.kafka(), topic)
                .readUntil(seen -> seen.stream().anyMatch(one -> isOf(tenant, type, one)), PATIENCE).stream()
                        .filter(one -> isOf(tenant, type, one))
                        .toList();
    }

    private static boolean isOf(String tenant, EventType type, ConsumerRecord<String, byte[]> record) {
        return record.key().startsWith(tenant + "/")
                && Topic.header(record, "ce_type").endsWith(type.schemaName());
    }
}
