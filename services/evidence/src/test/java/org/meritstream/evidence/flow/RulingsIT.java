package org.meritstream.evidence.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.meritstream.evidence.flow.RunningEvidence.append;
import static org.meritstream.evidence.flow.RunningEvidence.log;
import static org.meritstream.evidence.flow.RunningEvidence.passing;
import static org.meritstream.evidence.flow.RunningEvidence.publish;
import static org.meritstream.evidence.flow.RunningEvidence.staff;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meritstream.events.Topics;
import org.meritstream.evidence.learners.LearnerIds;
import org.meritstream.evidence.learners.LearnerKey;
import org.meritstream.evidence.learners.Learners;
import org.meritstream.proving.EventContract;
import org.meritstream.proving.RealServers;
import org.meritstream.proving.Settled;
import org.meritstream.proving.StaffTokens;
import org.meritstream.proving.StaffTokens.Person;

/** Rulings by HTTP: what they change, who reads the reason, and what is refused. */
@QuarkusTest
@QuarkusTestResource(StaffTokens.class)
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "evidence"))
class RulingsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ACCOMMODATIONS = "/api/accommodations";
    private static final String MISCONDUCT = "/api/misconduct";
    private static final String ACCOMMODATION = Files.read("rulings/accommodation.json");
    private static final String FINDING = Files.read("rulings/misconduct.json");
    private static final String CLEARING = Files.read("rulings/clearing.json");

    @Inject
    LearnerIds learners;

    @Inject
    Learners register;

    @Test
    void owesALearnerOtherTermsAndKeepsTheReasonFromTopicsAndLogs() {
        UUID learner = enrolled("owed");
        LogCapture capture = LogCapture.start();

        ask("owed", ACCOMMODATIONS, ACCOMMODATION).statusCode(202).body("state", equalTo("done"));
        String logged = capture.stop();

        staff("owed", "registrar")
                .get(ACCOMMODATIONS + "?studentNumber=s-4711")
                .then()
                .statusCode(200)
                .body("accommodations", hasSize(1))
                .body("accommodations[0].learner", equalTo(learner.toString()))
                .body("accommodations[0].ruling.extraAttempts", equalTo(1))
                .body("accommodations[0].reason", equalTo("Was in hospital in March, see file 12/7."))
                .body("accommodations[0].by", equalTo("staff-1"));
        List<ConsumerRecord<String, byte[]>> told = filed("owed", 1);
        assertThat(told).hasSize(1).flatExtracting(EventContract::refusals).isEmpty();
        assertThat(logged).doesNotContain("hospital").doesNotContain("s-4711");
        for (String topic : List.of(Topics.EVALUATION, Topics.EVIDENCE_COMMANDS)) {
            assertThat(log(topic).all(PATIENCE))
                    .isNotEmpty()
                    .extracting(record -> new String(record.value(), StandardCharsets.UTF_8))
                    .noneMatch(text -> text.contains("hospital"));
        }
    }

    @Test
    void showsNoReviewerNorAnotherInstitutionWhyALearnerIsOwedOtherTerms() {
        ReviewDesk desk = new ReviewDesk("owed-and-reviewed");
        desk.open(learners, register);
        ask(desk.tenant(), ACCOMMODATIONS, ACCOMMODATION).body("state", equalTo("done"));
        desk.request().body("state", equalTo("done"));
        String review = desk.seat(ReviewDesk.ADA, "FIRST");

        for (Person person : List.of(ReviewDesk.ADA, ReviewDesk.CLEO)) {
            desk.as(person).get(ACCOMMODATIONS + "?studentNumber=s-4711").then().statusCode(403);
            assertThat(desk.as(person).get(ReviewDesk.QUEUE).asString())
                    .contains(review)
                    .doesNotContain("hospital");
            assertThat(desk.as(person).get(ReviewDesk.QUEUE + "/" + review).asString())
                    .contains(review)
                    .doesNotContain("hospital");
        }
        staff("owed-elsewhere", "registrar")
                .get(ACCOMMODATIONS + "?studentNumber=s-4711")
                .then()
                .body("accommodations", hasSize(0));
    }

    @Test
    void undoesWhatMisconductWasFoundInUntilItIsCleared() {
        String tenant = "found";
        UUID learner = enrolled(tenant);
        append(List.of(passing(tenant, learner).message()));
        awaitOutcome(tenant, learner, "EARNED");

        ask(tenant, MISCONDUCT, FINDING).statusCode(202).body("state", equalTo("done"));
        awaitOutcome(tenant, learner, "NOT_YET");
        String finding = staff(tenant, "registrar")
                .get(MISCONDUCT + "?learner=" + learner)
                .path("findings[0].ruling.id");
        ask(tenant, MISCONDUCT + "/" + finding + "/clearings", CLEARING).body("state", equalTo("done"));
        ask(tenant, MISCONDUCT + "/" + finding + "/clearings", CLEARING).body("state", equalTo("done"));

        awaitOutcome(tenant, learner, "EARNED");
        assertThat(filed(tenant, 2)).as("cleared once, though asked twice").hasSize(2);
    }

    @Test
    void refusesWhatIsAboutNothing() {
        enrolled("nothing");

        refused("nothing", ACCOMMODATION.replace("s-4711", "s-4712"), "/unknown-learner");
        refused("nothing", ACCOMMODATION.replace("data-literacy", "alchemy"), "/unknown-achievement");
        refused(
                "nothing",
                ACCOMMODATION.replace("\"reason\"", "\"criterion\": \"none\", \"reason\""),
                "/unknown-criterion");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no reason|{\"studentNumber\":\"s-4711\",\"achievement\":\"data-literacy\",\"barring\":true}|/reason",
                "no learner|{\"achievement\":\"data-literacy\",\"barring\":true,\"reason\":\"x\"}|/learner",
                "two learners|{\"learner\":\"1\",\"studentNumber\":\"s\",\"achievement\":\"a\",\"barring\":true,\"reason\":\"x\"}|/learner",
                "number of a number|{\"studentNumber\":4711,\"achievement\":\"a\",\"barring\":true,\"reason\":\"x\"}|/studentNumber",
                "mistyped|{\"studentNumber\":\"s\",\"achievement\":\"a\",\"barring\":\"yes\",\"reason\":\"x\"}|/barring",
                "no object|[]|''"
            })
    void namesThePlaceOfWhatIsMalformed(String what, String body, String place) {
        ask("malformed", MISCONDUCT, body).statusCode(400).body("errors[0].pointer", equalTo(place));
    }

    @Test
    void refusesABodyThatIsNoJson() {
        ask("malformed", MISCONDUCT, "{").statusCode(400).body("type", endsWith("/malformed-json"));
    }

    @Test
    void isForRegistrarsOfTheTenantAlone() {
        UUID learner = enrolled("ruled-mine");
        ask("ruled-mine", MISCONDUCT, FINDING).body("state", equalTo("done"));
        String finding = staff("ruled-mine", "registrar")
                .get(MISCONDUCT + "?learner=" + learner)
                .path("findings[0].ruling.id");

        for (String role : List.of("auditor", "designer", "admin", "reviewer")) {
            staff("ruled-mine", role)
                    .get(ACCOMMODATIONS + "?learner=" + learner)
                    .then()
                    .statusCode(403);
            staff("ruled-mine", role)
                    .get(MISCONDUCT + "?learner=" + learner)
                    .then()
                    .statusCode(403);
        }
        staff("ruled-yours", "registrar")
                .get(MISCONDUCT + "?learner=" + learner)
                .then()
                .body("findings", hasSize(0));
        ask("ruled-yours", MISCONDUCT + "/" + finding + "/clearings", CLEARING).statusCode(404);
    }

    private UUID enrolled(String tenant) {
        publish(tenant);
        UUID learner = learners.ofStudentNumber(tenant, "s-4711").id();
        append(List.of(Happenings.profiled(tenant, learner).message()));
        LearnerKey key = new LearnerKey(tenant, learner);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (register.load(List.of(key)).isEmpty() && System.nanoTime() < end) {
            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
        }
        return learner;
    }

    private static ValidatableResponse ask(String tenant, String address, String body) {
        return staff(tenant, "registrar")
                .contentType("application/json")
                .filter(new Settled())
                .body(body)
                .post(address)
                .then();
    }

    private static void refused(String tenant, String body, String kind) {
        ask(tenant, ACCOMMODATIONS, body)
                .statusCode(202)
                .body("state", equalTo("refused"))
                .body("problem.type", endsWith(kind));
    }

    private static void awaitOutcome(String tenant, UUID learner, String outcome) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        String found = null;
        while (System.nanoTime() < end && !outcome.equals(found)) {
            found = staff(tenant, "registrar")
                    .get("/api/dossiers?learner=" + learner)
                    .path("dossiers[0].outcome");
            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
        }
        assertThat(found).isEqualTo(outcome);
    }

    private static List<ConsumerRecord<String, byte[]>> filed(String tenant, int expected) {
        return log(Topics.EVALUATION).readUntil(seen -> filed(tenant, seen).size() >= expected, PATIENCE).stream()
                .filter(record -> isFiled(tenant, record))
                .toList();
    }

    private static List<ConsumerRecord<String, byte[]>> filed(
            String tenant, List<ConsumerRecord<String, byte[]>> seen) {
        return seen.stream().filter(record -> isFiled(tenant, record)).toList();
    }

    private static boolean isFiled(String tenant, ConsumerRecord<String, byte[]> record) {
        return record.key().startsWith(tenant + "/")
                && org.meritstream.proving.Topic.header(record, "ce_type").endsWith("fact.filed.v1");
    }
}
