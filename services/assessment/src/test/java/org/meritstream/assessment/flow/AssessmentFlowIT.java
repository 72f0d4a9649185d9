package org.meritstream.assessment.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.meritstream.assessment.Fixture.canvas;
import static org.meritstream.assessment.Fixture.statement;
import static org.meritstream.assessment.Fixture.with;
import static org.meritstream.assessment.flow.RunningAssessment.PASSWORD;
import static org.meritstream.assessment.flow.RunningAssessment.await;
import static org.meritstream.assessment.flow.RunningAssessment.deliverCanvas;
import static org.meritstream.assessment.flow.RunningAssessment.deliverMoodle;
import static org.meritstream.assessment.flow.RunningAssessment.facts;
import static org.meritstream.assessment.flow.RunningAssessment.post;
import static org.meritstream.assessment.flow.RunningAssessment.putRoster;
import static org.meritstream.assessment.flow.RunningAssessment.read;
import static org.meritstream.assessment.flow.RunningAssessment.settled;
import static org.meritstream.assessment.flow.RunningAssessment.source;
import static org.meritstream.assessment.flow.RunningAssessment.staff;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.meritstream.assessment.CapturedLog;
import org.meritstream.assessment.Fixture;
import org.meritstream.assessment.Tokens;
import org.meritstream.assessment.delivery.DeliveryIds;
import org.meritstream.events.Event;
import org.meritstream.events.EventFormat;
import org.meritstream.events.EventHeader;
import org.meritstream.events.Message;
import org.meritstream.events.Topics;
import org.meritstream.proving.EventContract;
import org.meritstream.proving.Guesses;
import org.meritstream.proving.OpenApi;
import org.meritstream.proving.RealServers;
import org.meritstream.proving.StaffTokens;
import org.meritstream.proving.Topic;

/** The service as it runs: deliveries by HTTP, facts on the log, each once, and what became of them by HTTP. */
@QuarkusTest
@WithTestResource(StaffTokens.class)
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "assessment"))
class AssessmentFlowIT {

    @Inject
    DeliveryIds ids;

    @BeforeAll
    static void judgeEveryAnswer() {
        RestAssured.replaceFiltersWith(new OpenApi("assessment"));
    }

    @Test
    void followsASignedDeliveryToItsFactAndSaysWhatBecameOfIt() {
        source("signed", "canvas", Fixture.text("source/canvas.json").replace("\"KEYS\"", Tokens.jwks()));

        String delivery = deliverCanvas("signed", canvas("grade_change"));

        JsonPath settled = settled("signed", delivery);
        assertThat(settled.getString("state")).isEqualTo("MAPPED");
        ConsumerRecord<String, byte[]> fact = facts("signed", 1).getFirst();
        assertThat(Topic.header(fact, "ce_id")).isEqualTo(settled.getString("events[0].id"));
        assertThat(fact.key()).isEqualTo("signed/" + settled.getString("events[0].learner"));
        assertThat(EventContract.refusals(fact)).isEmpty();
    }

    @Test
    void emitsEachFactOnceThoughTheSenderRepeatsItself() {
        source("once", "moodle", Fixture.text("source/moodle.json"));
        List<JsonNode> batches = new ArrayList<>();
        for (int learner = 0; learner < 60; learner++) {
            batches.add(with(statement("quiz_attempt"), "actor/account/name", "\"S-" + learner + "\""));
        }
        batches.addAll(batches.subList(0, 30));
        Collections.shuffle(batches, new Random(7));

        List<String> deliveries = batches.parallelStream()
                .map(batch -> deliverMoodle("once", batch))
                .toList();

        deliveries.forEach(delivery -> settled("once", delivery));
        assertThat(facts("once", 60))
                .hasSize(60)
                .extracting(fact -> Topic.header(fact, "ce_id"))
                .doesNotHaveDuplicates();
        staff("once")
                .get("/api/intake/deliveries?state=DUPLICATE&limit=200")
                .then()
                .body("deliveries", hasSize(30));
    }

    @Test
    void losesNobodyWhileTheRosterAndDeliveriesRace() {
        source(
                "race",
                "moodle",
                Fixture.text("source/moodle.json").replace("\"username\"", "\"joinBy\": \"EMAIL\", \"username\""));
        List<Integer> people = IntStream.range(0, 80).boxed().toList();
        String roster = people.stream()
                .map(i -> "S-" + i + ",Learner " + i + ",race-" + i + "@northgate.example\n")
                .collect(Collectors.joining("", "studentNumber,displayName,email\n", ""));

        List<String> deliveries = people.parallelStream()
                .map(i -> {
                    if (i == 40) {
                        putRoster("race", roster);
                    }
                    return deliverMoodle("race", byMail("race-" + i + "@northgate.example"));
                })
                .toList();

        deliveries.forEach(delivery ->
                await("race", "/api/intake/deliveries/" + delivery, path -> "MAPPED".equals(path.getString("state"))));
        assertThat(facts("race", 80))
                .hasSize(80)
                .extracting(ConsumerRecord::key)
                .doesNotHaveDuplicates();
        staff("race").get("/api/intake/deliveries?state=PARKED").then().body("deliveries", empty());
    }

    @Test
    void linksAnAccountToItsPersonWhenANumberComes() {
        source("link", "canvas", Fixture.text("source/canvas.json").replace("\"KEYS\"", Tokens.jwks()));
        JsonNode unnamed = with(with(canvas("grade_change"), "body/student_sis_id", "null"), "body/score", "3");
        String provisional = settled("link", deliverCanvas("link", unnamed)).getString("events[0].learner");

        String person =
                settled("link", deliverCanvas("link", canvas("grade_change"))).getString("events[0].learner");

        ConsumerRecord<String, byte[]> link = read(Topics.LEARNER, "link", 1).getFirst();
        assertThat(link.key()).isEqualTo("link/" + provisional);
        assertThat(new String(link.value(), StandardCharsets.UTF_8)).contains(person);
        assertThat(EventContract.refusals(link)).isEmpty();
    }

    @Test
    void setsARecordAsideThatNobodyCanReadAndReplaysItAtAnAdministratorsWord() {
        Event<?> event = new Event<>(
                new EventHeader("cut-1", "/test", "letters/x", Instant.parse("2026-11-01T10:00:00Z"), null),
                Deliver.canvas("letters", "canvas", canvas("grade_change"), 1));
        Message whole = EventFormat.write(event);
        byte[] cut = Arrays.copyOf(whole.body(), whole.body().length / 2);
        new Topic(RealServers.kafka(), Topics.INTAKE)
                .append(List.of(new Message(whole.topic(), whole.key(), whole.headers(), cut)));

        String letters = "/api/assessment/dead-letters";
        JsonPath one =
                await("letters", letters, path -> path.getList("deadLetters").size() == 1);
        String replays = letters + "/" + one.getString("deadLetters[0].id") + "/replays";
        staff("other").post(replays).then().statusCode(404);
        staff("letters").post(replays).then().statusCode(202);

        await("letters", letters, path -> path.getList("deadLetters").size() == 2);
        staff("other").get(letters).then().body("deadLetters", empty());
    }

    @Test
    void pagesThroughDeliveriesAndShowsThemToNoOtherTenant() {
        source("pages", "moodle", Fixture.text("source/moodle.json"));
        List<String> delivered = IntStream.range(0, 5)
                .mapToObj(i -> deliverMoodle("pages", with(statement("viewed"), "timestamp", null)))
                .toList();
        delivered.forEach(delivery -> settled("pages", delivery));

        JsonPath first = staff("pages").get("/api/intake/deliveries?limit=3").jsonPath();
        JsonPath rest = staff("pages")
                .get("/api/intake/deliveries?limit=3&before=" + first.getString("next"))
                .jsonPath();

        List<String> seen = new ArrayList<>(first.getList("deliveries.id"));
        seen.addAll(rest.getList("deliveries.id"));
        assertThat(seen).containsExactlyInAnyOrderElementsOf(delivered);
        assertThat(first.getList("deliveries.reason")).containsOnly("verb-not-used");
        assertThat(rest.getString("next")).isNull();
        staff("other").get("/api/intake/deliveries").then().body("deliveries", empty());
        URI deliveries = URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/api/intake/deliveries/");
        assertThat(Guesses.ofStaff(StaffTokens.of("other", "admin"), deliveries).answers(delivered, 10_000))
                .hasSize(1)
                .allMatch(answer -> answer.startsWith("404"));
        staff("other")
                .get("/api/intake/deliveries?before=" + first.getString("next"))
                .then()
                .body("next", nullValue());
        staff("pages").get("/api/intake/deliveries?state=NONE").then().statusCode(400);
    }

    @Test
    void tellsADeliveryThatWasTakenFromOneThatNeverWas() {
        UUID taken = ids.next("taken", Instant.parse("2026-11-20T10:00:00Z"), 7);

        staff("taken")
                .get("/api/intake/deliveries/" + taken)
                .then()
                .statusCode(200)
                .body("state", equalTo("RECEIVED"), "receivedAt", equalTo("2026-11-20T10:00:00Z"), "events", empty());
        staff("another").get("/api/intake/deliveries/" + taken).then().statusCode(404);
        staff("taken").get("/api/intake/deliveries/" + new UUID(1, 2)).then().statusCode(404);
    }

    @Test
    void keepsSourcesOfTwoTenantsApart() {
        source("mine", "moodle", Fixture.text("source/moodle.json"));
        source("yours", "moodle", Fixture.text("source/moodle.json").replace(PASSWORD, "another password"));

        post("yours", statement("quiz_attempt"), PASSWORD).then().statusCode(401);
        staff("mine").get("/api/sources").then().body("id", hasItem("moodle")).body("", hasSize(1));
        staff("nobody").get("/api/sources").then().body("id", not(hasItem("moodle")));
    }

    @Test
    void neverLogsPersonalData() {
        source(
                "silent",
                "moodle",
                Fixture.text("source/moodle.json").replace("\"username\"", "\"joinBy\": \"EMAIL\", \"username\""));
        try (CapturedLog log = new CapturedLog()) {
            String parked = deliverMoodle("silent", byMail("planted.mail@northgate.example"));
            settled("silent", parked);
            putRoster("silent", Fixture.text("roster/planted.csv"));
            await("silent", "/api/intake/deliveries/" + parked, path -> "MAPPED".equals(path.getString("state")));
            post("silent", with(statement("quiz_attempt"), "verb/id", "\"planted verb\""), PASSWORD);
            post("silent", statement("quiz_attempt"), "planted-wrong-password");

            Logger.getLogger("canary").warn("that the log is heard");
            assertThat(log.lines()).anyMatch(line -> line.contains("that the log is heard"));
            assertThat(log.lines())
                    .noneMatch(line -> line.toLowerCase(Locale.ROOT).contains("planted"));
        }
    }

    private static JsonNode byMail(String address) {
        return with(statement("quiz_attempt.by_mail"), "actor/mbox", "\"mailto:" + address + "\"");
    }
}
