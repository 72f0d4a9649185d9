package org.meritstream.evidence.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.meritstream.evidence.flow.RunningEvidence.DRAFT;
import static org.meritstream.evidence.flow.RunningEvidence.append;
import static org.meritstream.evidence.flow.RunningEvidence.isConferral;
import static org.meritstream.evidence.flow.RunningEvidence.log;
import static org.meritstream.evidence.flow.RunningEvidence.passing;
import static org.meritstream.evidence.flow.RunningEvidence.publish;
import static org.meritstream.evidence.flow.RunningEvidence.staff;
import static org.meritstream.evidence.judgement.Fixtures.result;
import static org.meritstream.evidence.judgement.Fixtures.score;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.meritstream.events.Message;
import org.meritstream.events.Topics;
import org.meritstream.proving.EventContract;
import org.meritstream.proving.Guesses;
import org.meritstream.proving.RealServers;
import org.meritstream.proving.Settled;
import org.meritstream.proving.StaffTokens;

/** The service as it runs: drafts by HTTP, facts by the log, awards on the log and by HTTP, each once. */
@QuarkusTest
@QuarkusTestResource(StaffTokens.class)
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "evidence"))
class EvidenceFlowIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void givesEveryLearnerOneAwardThoughSendersRepeatAndTopicsRace() {
        String tenant = "once";
        List<UUID> learners = learners(200);
        List<Message> sent = new ArrayList<>();
        learners.forEach(learner -> sent.add(passing(tenant, learner).message()));
        learners.forEach(
                learner -> sent.add(Happenings.profiled(tenant, learner).message()));
        sent.addAll(sent.subList(0, 100));
        Collections.shuffle(sent, new Random(11));
        append(sent.subList(0, 250));
        publish(tenant);

        append(sent.subList(250, sent.size()));

        List<ConsumerRecord<String, byte[]>> conferred = conferred(tenant, learners.size());
        assertThat(conferred).hasSize(learners.size());
        assertThat(conferred).extracting(ConsumerRecord::key).doesNotHaveDuplicates();
        assertThat(conferred).flatExtracting(EventContract::refusals).isEmpty();
    }

    @Test
    void confersWhatARegistrarApproved() {
        String tenant = "approval";
        UUID learner = learners(1).getFirst();
        publish(tenant, DRAFT.replace("AT_ONCE", "AFTER_APPROVAL"));
        append(List.of(
                Happenings.profiled(tenant, learner).message(),
                passing(tenant, learner).message()));
        String award = awaitAward(tenant, learner);

        approve(tenant, award).statusCode(202).body("state", equalTo("done"));

        assertThat(conferred(tenant, 1)).hasSize(1);
        staff(tenant, "registrar").get("/api/awards/" + award).then().body("state", equalTo("CONFERRED"));
    }

    @Test
    void tellsStaffWhyALearnerStandsAsTheyDo() {
        String tenant = "dossier";
        UUID learner = learners(1).getFirst();
        publish(tenant);
        append(List.of(Happenings.fact(result("assignment/355", score("42", "100"))
                        .of(tenant, learner)
                        .build())
                .message()));
        String id = awaitItem(tenant, "/api/dossiers?learner=" + learner, "dossiers[0].id");

        staff(tenant, "auditor")
                .get("/api/dossiers/" + id)
                .then()
                .statusCode(200)
                .body("outcome", equalTo("NOT_YET"))
                .body("explanation.text", hasItem("Reach 60 % or more in assignment/355 (canvas)."));
        staff(tenant, "auditor")
                .header("Accept-Language", "fr, de-AT;q=0.8, en;q=0.5")
                .get("/api/dossiers/" + id)
                .then()
                .body("language", equalTo("de"))
                .body("explanation.text", hasItem("Erreichen Sie 60 % oder mehr in assignment/355 (canvas)."));
        staff(tenant, "auditor")
                .queryParam("lang", "ar")
                .get("/api/dossiers/" + id)
                .then()
                .body("language", equalTo("ar"))
                .body(
                        "explanation.text",
                        hasItem(
                                "احصل على \u206860 %\u2069 أو أكثر في \u2068assignment/355\u2069 (\u2068canvas\u2069)."));
    }

    @Test
    void showsNothingToAnotherTenant() {
        UUID learner = learners(1).getFirst();
        publish("mine");
        append(List.of(
                Happenings.profiled("mine", learner).message(),
                passing("mine", learner).message()));
        String award = awaitAward("mine", learner);
        String dossier = awaitItem("mine", "/api/dossiers?learner=" + learner, "dossiers[0].id");

        staff("yours", "registrar").get("/api/awards/" + award).then().statusCode(404);
        staff("yours", "registrar").get("/api/dossiers/" + dossier).then().statusCode(404);
        staff("yours", "registrar").get("/api/awards?learner=" + learner).then().body("awards", hasSize(0));
        staff("yours", "registrar")
                .post("/api/awards/" + award + "/approvals")
                .then()
                .statusCode(404);
        staff("yours", "designer").get("/api/achievements").then().body("achievements", hasSize(0));
        assertThat(guesses("/api/awards/", award)).hasSize(1);
        assertThat(guesses("/api/dossiers/", dossier)).hasSize(1);
    }

    private static Set<String> guesses(String address, String hidden) {
        URI base = URI.create(RestAssured.baseURI + ":" + RestAssured.port + address);
        return Guesses.ofStaff(StaffTokens.of("yours", "registrar"), base).answers(List.of(hidden), 10_000);
    }

    @Test
    void keepsNamesOutOfLogsAndOtherTopics() {
        String tenant = "private";
        UUID learner = learners(3).getLast();
        LogCapture capture = LogCapture.start();
        publish(tenant);
        Message profiled = Happenings.profiled(tenant, learner).message();
        Message broken = new Message(
                profiled.topic(),
                profiled.key(),
                profiled.headers(),
                "{\"displayName\":\"Amina Example\",".getBytes(StandardCharsets.UTF_8));
        append(List.of(broken, profiled, passing(tenant, learner).message()));
        awaitAward(tenant, learner);
        String logged = capture.stop();

        assertThat(logged)
                .doesNotContain("Amina")
                .doesNotContain("amina@example.org")
                .doesNotContain("s-4711");
        for (String topic : List.of(Topics.EVALUATION, Topics.AWARD, Topics.CATALOGUE, Topics.EVIDENCE_COMMANDS)) {
            assertThat(log(topic).all(PATIENCE))
                    .isNotEmpty()
                    .extracting(record -> new String(record.value(), StandardCharsets.UTF_8))
                    .noneMatch(text -> text.contains("Amina") || text.contains("s-4711"));
        }
    }

    private static ValidatableResponse approve(String tenant, String award) {
        return staff(tenant, "registrar")
                .filter(new Settled())
                .post("/api/awards/" + award + "/approvals")
                .then();
    }

    private static String awaitAward(String tenant, UUID learner) {
        return awaitItem(tenant, "/api/awards?learner=" + learner, "awards[0].id");
    }

    /** Asks until the item is there; the log needs a moment. */
    private static String awaitItem(String tenant, String address, String item) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            String found = staff(tenant, "registrar").get(address).path(item);
            if (found != null) {
                return found;
            }
            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
        }
        throw new AssertionError("Nothing at " + address);
    }

    private static List<ConsumerRecord<String, byte[]>> conferred(String tenant, int expected) {
        return log(Topics.AWARD).readUntil(seen -> of(tenant, seen).size() >= expected, PATIENCE).stream()
                .filter(award -> isConferral(tenant, award))
                .toList();
    }

    private static List<ConsumerRecord<String, byte[]>> of(String tenant, List<ConsumerRecord<String, byte[]>> awards) {
        return awards.stream().filter(award -> isConferral(tenant, award)).toList();
    }

    private static List<UUID> learners(int count) {
        return LongStream.range(0, count)
                .mapToObj(number -> new UUID(0x8000L + 0x10000L * count, 0x8000_0000_0000_0000L + number))
                .toList();
    }
}
