package org.meritstream.evidence.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.meritstream.evidence.flow.RunningEvidence.DRAFT;
import static org.meritstream.evidence.flow.RunningEvidence.append;
import static org.meritstream.evidence.flow.RunningEvidence.isConferral;
import static org.meritstream.evidence.flow.RunningEvidence.log;
import static org.meritstream.evidence.flow.RunningEvidence.passing;
import static org.meritstream.evidence.flow.RunningEvidence.publish;
import static org.meritstream.evidence.flow.RunningEvidence.staff;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meritstream.events.Message;
import org.meritstream.events.Topics;
import org.meritstream.log.postgres.Database;
import org.meritstream.proving.EventContract;
import org.meritstream.proving.RealServers;
import org.meritstream.proving.Settled;
import org.meritstream.proving.StaffTokens;

/** A graduation: collected, looked at, some taken out, approved in one request, on the running service. */
@QuarkusTest
@QuarkusTestResource(StaffTokens.class)
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "evidence"))
class BatchesIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String BATCHES = "/api/awards/batches";
    private static final String EVERYTHING = "{}";
    private static final String EXCLUSION = Files.read("batches/exclusion.json");
    private static final int GRADUATES = 1_300;

    @Inject
    Database database;

    @Test
    void approvesAGraduationInOneRequestAndEachAwardOnce() {
        String tenant = "graduation";
        earned(tenant, GRADUATES);
        String batch = collected(tenant, "{\"achievement\":\"data-literacy\",\"version\":1}");
        String excluded = staff(tenant, "registrar").get(BATCHES + "/" + batch).path("sample[0].id");
        exclude(tenant, batch, EXCLUSION.replace("AWARD", excluded))
                .statusCode(200)
                .body("collected", equalTo(GRADUATES))
                .body("excluded", equalTo(1))
                .body("preview.waiting", equalTo(GRADUATES - 1))
                .body("sample", hasSize(20));

        approve(tenant, batch).statusCode(202).body("state", equalTo("done"));
        approve(tenant, batch).statusCode(202).body("state", equalTo("done"));

        assertThat(holds(() -> progress(tenant, batch, "pending") == 0)).isTrue();
        assertThat(progress(tenant, batch, "conferred")).isEqualTo(GRADUATES - 1);
        List<ConsumerRecord<String, byte[]>> conferred = conferred(tenant, GRADUATES - 1);
        assertThat(conferred).hasSize(GRADUATES - 1);
        assertThat(conferred).extracting(ConsumerRecord::key).doesNotHaveDuplicates();
        assertThat(conferred).flatExtracting(EventContract::refusals).isEmpty();
        staff(tenant, "registrar").get("/api/awards/" + excluded).then().body("state", equalTo("EARNED"));
        staff(tenant, "registrar")
                .get(BATCHES + "/" + batch + "/exclusions")
                .then()
                .body("exclusions[0].award", equalTo(excluded))
                .body("exclusions[0].reason", equalTo("The thesis is with a second examiner."));
        staff(tenant, "registrar").get(BATCHES).then().body("batches.id", hasItem(batch));
    }

    @Test
    void leavesADraftAsItIsOnceItIsApproved() {
        String tenant = "closed";
        earned(tenant, 2);
        String batch = collected(tenant, EVERYTHING);
        String award = staff(tenant, "registrar").get(BATCHES + "/" + batch).path("sample[0].id");
        approve(tenant, batch).body("state", equalTo("done"));

        exclude(tenant, batch, EXCLUSION.replace("AWARD", award))
                .statusCode(409)
                .body("type", endsWith("/batch-approved"));
        staff(tenant, "registrar").delete(BATCHES + "/" + batch).then().statusCode(409);
        assertThat(holds(() -> progress(tenant, batch, "conferred") == 2)).isTrue();
    }

    @Test
    void excludesBeforeOrAfterTheApprovalAndNeverInBetween() throws Exception {
        String tenant = "raced";
        earned(tenant, 60);
        String batch = collected(tenant, EVERYTHING);
        List<String> awards =
                staff(tenant, "registrar").get(BATCHES + "/" + batch).path("sample.id");

        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            List<Future<?>> running = Stream.concat(
                            awards.stream()
                                    .<Runnable>map(
                                            award -> () -> exclude(tenant, batch, EXCLUSION.replace("AWARD", award))
                                                    .statusCode(anyOf(equalTo(200), equalTo(409)))),
                            Stream.of(() -> approve(tenant, batch).statusCode(202)))
                    .<Future<?>>map(threads::submit)
                    .toList();
            for (Future<?> one : running) {
                one.get();
            }
        }
        assertThat(holds(() -> progress(tenant, batch, "pending") == 0)).isTrue();

        long excluded = number(tenant, batch, "excluded");
        assertThat(progress(tenant, batch, "conferred")).isEqualTo(60 - excluded);
        assertThat(database.query(
                                "select 1 from award a join award_batch_item i on i.award = a.id"
                                        + " where a.tenant = $1 and i.excluded_by is not null and a.state <> 'EARNED'",
                                Tuple.of(tenant))
                        .rowCount())
                .as("what was taken out was not approved")
                .isZero();
    }

    @Test
    void putsBackAndThrowsAway() {
        String tenant = "undone";
        earned(tenant, 3);
        String batch = collected(tenant, EVERYTHING);
        String award = staff(tenant, "registrar").get(BATCHES + "/" + batch).path("sample[0].id");
        exclude(tenant, batch, EXCLUSION.replace("AWARD", award)).body("excluded", equalTo(1));
        String other = "0197a3c4-5d6e-7f80-9a0b-1c2d3e4f5a6b";
        exclude(tenant, batch, EXCLUSION.replace("AWARD", other))
                .statusCode(404)
                .body("type", endsWith("/not-in-batch"));

        staff(tenant, "registrar")
                .delete(BATCHES + "/" + batch + "/exclusions/" + award)
                .then()
                .statusCode(200)
                .body("excluded", equalTo(0));
        staff(tenant, "registrar").delete(BATCHES + "/" + batch).then().statusCode(204);

        staff(tenant, "registrar").get(BATCHES + "/" + batch).then().statusCode(404);
    }

    @Test
    void collectsByTheFilterAndOnlyWhatWaits() {
        String tenant = "filtered";
        earned(tenant, 3);

        assertThat(number(tenant, collected(tenant, "{\"version\":2}"), "collected"))
                .isZero();
        assertThat(number(tenant, collected(tenant, "{\"earnedBefore\":\"2020-01-01T00:00:00Z\"}"), "collected"))
                .isZero();
        String batch = collected(tenant, "{\"earnedBefore\":\"2999-01-01T00:00:00Z\"}");
        assertThat(number(tenant, batch, "collected")).isEqualTo(3);
        approve(tenant, batch);
        assertThat(holds(() -> progress(tenant, batch, "pending") == 0)).isTrue();
        assertThat(number(tenant, collected(tenant, EVERYTHING), "collected")).isZero();
    }

    @Test
    void isForRegistrarsOfTheTenantAlone() {
        String batch = collected("mine-batch", EVERYTHING);

        staff("yours-batch", "registrar").get(BATCHES + "/" + batch).then().statusCode(404);
        staff("yours-batch", "registrar").delete(BATCHES + "/" + batch).then().statusCode(404);
        approve("yours-batch", batch).statusCode(404);
        exclude("yours-batch", batch, EXCLUSION.replace("AWARD", batch)).statusCode(404);
        staff("yours-batch", "registrar").get(BATCHES).then().body("batches", hasSize(0));
        staff("mine-batch", "designer", "auditor", "admin").get(BATCHES).then().statusCode(403);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no slug||{\"achievement\":\"Data Literacy\"}|/achievement",
                "no version||{\"version\":0}|/version",
                "no time||{\"earnedBefore\":\"summer\"}|/earnedBefore",
                "no object||[]|''",
                "no awards|/exclusions|{\"awards\":[],\"reason\":\"x\"}|/awards",
                "no id|/exclusions|{\"awards\":[\"first\"],\"reason\":\"x\"}|/awards/0",
                "no reason|/exclusions|{\"awards\":[\"0197a3c4-5d6e-7f80-9a0b-1c2d3e4f5a6b\"]}|/reason"
            })
    void namesThePlaceOfWhatIsMalformed(String what, String under, String body, String place) {
        String address = under == null ? BATCHES : BATCHES + "/0197a3c4-5d6e-7f80-9a0b-1c2d3e4f5a6b" + under;
        post("malformed-batch", address, body).statusCode(400).body("errors[0].pointer", equalTo(place));
    }

    private static void earned(String tenant, int learners) {
        publish(tenant, DRAFT.replace("AT_ONCE", "AFTER_APPROVAL"));
        List<Message> messages = IntStream.range(0, learners)
                .mapToObj(BatchesIT::learner)
                .flatMap(learner -> Stream.of(
                        Happenings.profiled(tenant, learner).message(),
                        passing(tenant, learner).message()))
                .toList();
        append(messages);
        assertThat(log(Topics.AWARD)
                        .readUntil(
                                seen -> seen.stream()
                                                .filter(record -> record.key().startsWith(tenant + "/"))
                                                .count()
                                        >= learners,
                                PATIENCE))
                .isNotEmpty();
    }

    private static String collected(String tenant, String filter) {
        return post(tenant, BATCHES, filter)
                .statusCode(201)
                .body("sample.size()", lessThanOrEqualTo(20))
                .extract()
                .path("id");
    }

    private static ValidatableResponse exclude(String tenant, String batch, String body) {
        return post(tenant, BATCHES + "/" + batch + "/exclusions", body);
    }

    private static ValidatableResponse post(String tenant, String address, String body) {
        return staff(tenant, "registrar")
                .contentType("application/json")
                .body(body)
                .post(address)
                .then();
    }

    private static ValidatableResponse approve(String tenant, String batch) {
        return staff(tenant, "registrar")
                .filter(new Settled())
                .post(BATCHES + "/" + batch + "/approvals")
                .then();
    }

    private static int progress(String tenant, String batch, String member) {
        Integer count = staff(tenant, "registrar").get(BATCHES + "/" + batch).path("progress." + member);
        return count == null ? -1 : count;
    }

    private static int number(String tenant, String batch, String member) {
        return staff(tenant, "registrar").get(BATCHES + "/" + batch).path(member);
    }

    private static boolean holds(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(50_000_000);
        }
        return condition.getAsBoolean();
    }

    private static List<ConsumerRecord<String, byte[]>> conferred(String tenant, int expected) {
        return log(Topics.AWARD)
                .readUntil(
                        seen -> seen.stream()
                                        .filter(one -> isConferral(tenant, one))
                                        .count()
                                >= expected,
                        PATIENCE)
                .stream()
                .filter(one -> isConferral(tenant, one))
                .toList();
    }

    private static UUID learner(int number) {
        return new UUID(0x6a7d_8000L, 0x8000_0000_0000_0000L + number);
    }
}
