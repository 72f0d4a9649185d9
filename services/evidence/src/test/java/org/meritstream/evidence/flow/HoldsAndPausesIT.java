package org.meritstream.evidence.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
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
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
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
import org.meritstream.proving.Topic;

/** Holds and pauses as staff place and lift them on the running service. */
@QuarkusTest
@QuarkusTestResource(StaffTokens.class)
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "evidence"))
class HoldsAndPausesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String HOLDS = "/api/awards/holds";
    private static final String PAUSES = "/api/awards/pauses";
    private static final String HOLD = Files.read("restraints/hold.json");
    private static final String PAUSE = Files.read("restraints/pause.json");

    @Inject
    LearnerIds learners;

    @Inject
    Learners register;

    @Test
    void holdsBackALearnerAndKeepsTheReasonFromTopics() {
        String tenant = "holding";
        UUID learner = enrolled(tenant);
        String hold = placed(tenant, HOLDS, HOLD);

        append(List.of(passing(tenant, learner).message()));

        await(tenant, learner, "WITHHELD");
        staff(tenant, "auditor")
                .get(HOLDS)
                .then()
                .statusCode(200)
                .body("holds", hasSize(1))
                .body("holds[0].learner", equalTo(learner.toString()))
                .body("holds[0].achievement", equalTo("data-literacy"))
                .body("holds[0].withheld", equalTo(1))
                .body("holds[0].reason", equalTo("Fees are owed, see file 12/7."));
        lift(tenant, HOLDS, hold);
        await(tenant, learner, "CONFERRED");
        staff(tenant, "auditor").get(HOLDS).then().body("holds", hasSize(0));
        List<ConsumerRecord<String, byte[]>> awards = awards(tenant, 3);
        assertThat(awards).flatExtracting(EventContract::refusals).isEmpty();
        assertThat(awards)
                .extracting(record -> Topic.header(record, "ce_type"))
                .containsExactly(
                        "org.meritstream.award.earned.v1",
                        "org.meritstream.award.withheld.v1",
                        "org.meritstream.award.conferred.v1");
        assertThat(log(Topics.EVIDENCE_COMMANDS).all(PATIENCE))
                .isNotEmpty()
                .extracting(record -> new String(record.value(), StandardCharsets.UTF_8))
                .noneMatch(text -> text.contains("Fees"));
    }

    @Test
    void pausesATenantInOneCommandAndLeavesAnotherAlone() {
        UUID learner = enrolled("pausing");
        UUID other = enrolled("going-on");
        String pause = placed("pausing", PAUSES, PAUSE);
        assertThat(placed("pausing", PAUSES, PAUSE)).as("it is paused already").isEqualTo(pause);

        append(List.of(
                passing("pausing", learner).message(),
                passing("going-on", other).message()));

        await("going-on", other, "CONFERRED");
        await("pausing", learner, "WITHHELD");
        staff("pausing", "admin").get(PAUSES + "/" + pause).then().body("withheld", equalTo(1));
        lift("pausing", PAUSES, pause);
        await("pausing", learner, "CONFERRED");
        staff("pausing", "admin")
                .get(PAUSES + "/" + pause)
                .then()
                .body("withheld", equalTo(0))
                .body("liftedAt", notNullValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a-learner|/api/awards/holds|{\"studentNumber\":\"s-4711\",\"reason\":\"x\"}",
                "an-achievement|/api/awards/holds|{\"achievement\":\"data-literacy\",\"reason\":\"x\"}",
                "a-paused-achievement|/api/awards/pauses|{\"achievement\":\"data-literacy\",\"reason\":\"x\"}"
            })
    void holdsBackWhatIsNamedAlone(String tenant, String address, String body) {
        UUID learner = enrolled(tenant);
        String placed = placed(tenant, address, body);

        append(List.of(passing(tenant, learner).message()));

        await(tenant, learner, "WITHHELD");
        lift(tenant, address, placed);
        await(tenant, learner, "CONFERRED");
    }

    @Test
    void isForRegistrarsOfTheTenantAlone() {
        enrolled("mine-held");
        String hold = placed("mine-held", HOLDS, HOLD);
        String pause = placed("mine-held", PAUSES, PAUSE);

        staff("yours-held", "registrar").get(HOLDS + "/" + hold).then().statusCode(404);
        staff("yours-held", "registrar").get(HOLDS).then().body("holds", hasSize(0));
        staff("yours-held", "registrar")
                .post(HOLDS + "/" + hold + "/liftings")
                .then()
                .statusCode(404);
        staff("yours-held", "registrar")
                .post(PAUSES + "/" + pause + "/liftings")
                .then()
                .statusCode(404);
        staff("mine-held", "registrar")
                .post(HOLDS + "/" + pause + "/liftings")
                .then()
                .statusCode(404);
        for (String role : List.of("designer", "auditor", "reviewer")) {
            ask("mine-held", role, HOLDS, HOLD).statusCode(403);
            ask("mine-held", role, PAUSES, PAUSE).statusCode(403);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "on nothing|/api/awards/holds|{\"reason\":\"x\"}|''",
                "no reason|/api/awards/holds|{\"achievement\":\"data-literacy\"}|/reason",
                "two learners|/api/awards/holds|{\"learner\":\"1\",\"studentNumber\":\"s\",\"reason\":\"x\"}|/learner",
                "misspelt|/api/awards/holds|{\"studentNumber\":\"s\",\"achievment\":\"a\",\"reason\":\"x\"}|/achievment",
                "no slug|/api/awards/holds|{\"achievement\":\"Data Literacy\",\"reason\":\"x\"}|''",
                "misspelt|/api/awards/pauses|{\"achievment\":\"a\",\"reason\":\"x\"}|/achievment",
                "of a learner|/api/awards/pauses|{\"studentNumber\":\"s\",\"reason\":\"x\"}|/studentNumber",
                "no object|/api/awards/pauses|[]|''"
            })
    void refusesWhatIsMalformedAndNeverTakesItForMore(String what, String address, String body, String place) {
        ask("malformed-hold", "registrar", address, body).statusCode(400).body("errors[0].pointer", equalTo(place));
    }

    @Test
    void refusesToHoldWhatIsNotThere() {
        enrolled("not-there");

        refused("not-there", HOLDS, HOLD.replace("s-4711", "s-4712"), "/unknown-learner");
        refused("not-there", HOLDS, HOLD.replace("data-literacy", "alchemy"), "/unknown-achievement");
        refused(
                "not-there",
                PAUSES,
                PAUSE.replace("\"reason\"", "\"achievement\": \"alchemy\", \"reason\""),
                "/unknown-achievement");
    }

    private UUID enrolled(String tenant) {
        publish(tenant);
        UUID learner = learners.ofStudentNumber(tenant, "s-4711").id();
        append(List.of(Happenings.profiled(tenant, learner).message()));
        LearnerKey key = new LearnerKey(tenant, learner);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (register.load(List.of(key)).isEmpty() && System.nanoTime() < end) {
            LockSupport.parkNanos(50_000_000);
        }
        return learner;
    }

    private static String placed(String tenant, String address, String body) {
        String link = ask(tenant, "registrar", address, body)
                .statusCode(202)
                .body("state", equalTo("done"))
                .extract()
                .path("link");
        return link.substring(link.lastIndexOf('/') + 1);
    }

    private static void lift(String tenant, String address, String id) {
        staff(tenant, "registrar")
                .filter(new Settled())
                .post(address + "/" + id + "/liftings")
                .then()
                .statusCode(202)
                .body("state", equalTo("done"));
    }

    private static void refused(String tenant, String address, String body, String kind) {
        ask(tenant, "registrar", address, body)
                .statusCode(202)
                .body("state", equalTo("refused"))
                .body("problem.type", endsWith(kind));
    }

    private static ValidatableResponse ask(String tenant, String role, String address, String body) {
        return staff(tenant, role)
                .contentType("application/json")
                .filter(new Settled())
                .body(body)
                .post(address)
                .then();
    }

    private static void await(String tenant, UUID learner, String state) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!Objects.equals(state(tenant, learner), state) && System.nanoTime() < end) {
            LockSupport.parkNanos(50_000_000);
        }
        assertThat(state(tenant, learner)).isEqualTo(state);
    }

    private static String state(String tenant, UUID learner) {
        return staff(tenant, "registrar").get("/api/awards?learner=" + learner).path("awards[0].state");
    }

    private static List<ConsumerRecord<String, byte[]>> awards(String tenant, int expected) {
        return log(Topics.AWARD).readUntil(seen -> of(tenant, seen).size() >= expected, PATIENCE).stream()
                .filter(record -> record.key().startsWith(tenant + "/"))
                .toList();
    }

    private static List<ConsumerRecord<String, byte[]>> of(String tenant, List<ConsumerRecord<String, byte[]>> seen) {
        return seen.stream()
                .filter(record -> record.key().startsWith(tenant + "/"))
                .toList();
    }
}
