package org.meritstream.evidence.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.meritstream.evidence.flow.RunningEvidence.DRAFT;
import static org.meritstream.evidence.flow.RunningEvidence.append;
import static org.meritstream.evidence.flow.RunningEvidence.log;
import static org.meritstream.evidence.flow.RunningEvidence.publish;
import static org.meritstream.evidence.flow.RunningEvidence.staff;
import static org.meritstream.evidence.judgement.Fixtures.MORNING;
import static org.meritstream.evidence.judgement.Fixtures.result;
import static org.meritstream.evidence.judgement.Fixtures.score;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meritstream.events.Topics;
import org.meritstream.log.Inbound;
import org.meritstream.proving.EventContract;
import org.meritstream.proving.RealServers;
import org.meritstream.proving.Settled;
import org.meritstream.proving.StaffTokens;

/** What becomes of awards after they were conferred, on the running service. */
@QuarkusTest
@QuarkusTestResource(StaffTokens.class)
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "evidence"))
class RegradesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final UUID LEARNER = UUID.fromString("4e64ade0-0000-8000-8000-000000000001");
    private static final String FLAGS = "/api/awards/flags";
    private static final String WITHDRAWAL = Files.read("regrades/withdrawal.json");
    private static final String DECISION = Files.read("regrades/decision.json");
    private static final String RESTORATION = "{\"reason\":\"The list was right after all.\"}";

    @Test
    void suspendsShowsBeforeAndAfterAndRestoresAsASuccessor() {
        String tenant = "suspended";
        held(tenant, "SUSPEND");
        append(List.of(mark(tenant, 20, 2).message()));
        String award = awaitState(tenant, 0, "WITHDRAWN");

        staff(tenant, "auditor")
                .get(FLAGS + "?lang=en")
                .then()
                .statusCode(200)
                .body("flags", hasSize(1))
                .body("flags[0].award.id", equalTo(award))
                .body("flags[0].award.reason", equalTo("SUSPENDED"))
                .body(
                        "flags[0].before.text",
                        hasItem("A mark of 80/100 in assignment/355 (canvas) reaches the required 60 %."))
                .body("flags[0].after.text", hasItem("Reach 60 % or more in assignment/355 (canvas)."));
        decide(tenant, award, DECISION).statusCode(202).body("state", equalTo("done"));

        String restored = awaitState(tenant, 0, "CONFERRED");
        staff(tenant, "auditor")
                .get("/api/awards/" + restored)
                .then()
                .body("number", equalTo(2))
                .body("replaces", equalTo(award))
                .body("regard", equalTo("KEPT"));
        staff(tenant, "auditor").get(FLAGS).then().body("flags", hasSize(0));
        decide(tenant, award, DECISION)
                .body("state", equalTo("refused"))
                .body("problem.type", endsWith("/not-flagged"));
        assertThat(awards(tenant, 5)).flatExtracting(EventContract::refusals).isEmpty();
        assertThat(log(Topics.EVIDENCE_COMMANDS).all(PATIENCE))
                .isNotEmpty()
                .extracting(record -> new String(record.value(), StandardCharsets.UTF_8))
                .noneMatch(text -> text.contains("formality"));
    }

    @Test
    void withdrawsByDecisionAndRestoresWhatWasWithdrawn() {
        String tenant = "by-decision";
        String award = held(tenant, "KEEP");

        post(tenant, award, "withdrawals", WITHDRAWAL).statusCode(202).body("state", equalTo("done"));
        post(tenant, award, "withdrawals", WITHDRAWAL).body("state", equalTo("done"));
        staff(tenant, "registrar")
                .get("/api/awards/" + award)
                .then()
                .body("state", equalTo("WITHDRAWN"))
                .body("reason", equalTo("ISSUED_IN_ERROR"));
        post(tenant, award, "restorations", RESTORATION).body("state", equalTo("done"));
        post(tenant, award, "restorations", RESTORATION)
                .body("state", equalTo("refused"))
                .body("problem.type", endsWith("/award-stands"));

        awaitState(tenant, 0, "CONFERRED");
        assertThat(log(Topics.EVIDENCE_COMMANDS).all(PATIENCE))
                .isNotEmpty()
                .extracting(record -> new String(record.value(), StandardCharsets.UTF_8))
                .noneMatch(text -> text.contains("wrong list"));
    }

    @Test
    void isForRegistrarsOfTheTenantAlone() {
        String award = held("mine-regraded", "FLAG");

        for (String action : List.of("withdrawals", "decisions", "restorations")) {
            post("yours-regraded", award, action, WITHDRAWAL).statusCode(404);
            staff("mine-regraded", "designer", "auditor", "admin")
                    .contentType("application/json")
                    .body(WITHDRAWAL)
                    .post("/api/awards/" + award + "/" + action)
                    .then()
                    .statusCode(403);
        }
        staff("yours-regraded", "registrar").get(FLAGS).then().body("flags", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no code|withdrawals|{\"reason\":\"x\"}|/code",
                "a code of ours|withdrawals|{\"code\":\"REGRADED\",\"reason\":\"x\"}|/code",
                "no reason|withdrawals|{\"code\":\"OTHER\"}|/reason",
                "no decision|decisions|{\"decision\":\"LATER\",\"reason\":\"x\"}|/decision",
                "no object|restorations|[]|''"
            })
    void namesThePlaceOfWhatIsMalformed(String what, String action, String body, String place) {
        String tenant = "malformed-" + Math.floorMod((what + action).hashCode(), 100_000);
        String award = held(tenant, "KEEP");

        post(tenant, award, action, body).statusCode(400).body("errors[0].pointer", equalTo(place));
    }

    /** An award that is conferred for a mark of 80; what becomes of it afterwards is said by the policy. */
    private static String held(String tenant, String policy) {
        publish(
                tenant,
                DRAFT.replace("\"AT_ONCE\"", "\"AT_ONCE\", \"regrade\": \"" + policy + "\"")
                        .replace("\"BEST\"", "\"LATEST\""));
        append(List.of(
                Happenings.profiled(tenant, LEARNER).message(),
                mark(tenant, 80, 1).message()));
        return awaitState(tenant, 0, "CONFERRED");
    }

    private static Inbound mark(String tenant, int points, int minute) {
        Instant graded = MORNING.plusSeconds(60L * minute);
        return Happenings.fact(result("assignment/355", score(String.valueOf(points), "100"))
                .of(tenant, LEARNER)
                .attempt(1)
                .at(graded)
                .gradedAt(graded)
                .build());
    }

    private static ValidatableResponse decide(String tenant, String award, String body) {
        return post(tenant, award, "decisions", body);
    }

    private static ValidatableResponse post(String tenant, String award, String action, String body) {
        return staff(tenant, "registrar")
                .contentType("application/json")
                .filter(new Settled())
                .body(body)
                .post("/api/awards/" + award + "/" + action)
                .then();
    }

    /** The id of the learner's award at a place of the listing, once it is in that state. */
    private static String awaitState(String tenant, int place, String state) {
        String address = "/api/awards?learner=" + LEARNER;
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            String found = staff(tenant, "registrar").get(address).path("awards[" + place + "].state");
            if (Objects.equals(found, state)) {
                return staff(tenant, "registrar").get(address).path("awards[" + place + "].id");
            }
            LockSupport.parkNanos(50_000_000);
        }
        throw new AssertionError("No award is " + state);
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
