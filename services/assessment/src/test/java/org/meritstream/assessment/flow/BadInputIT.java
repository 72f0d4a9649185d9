package org.meritstream.assessment.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.meritstream.assessment.Fixture.canvas;
import static org.meritstream.assessment.Fixture.statement;
import static org.meritstream.assessment.Fixture.with;
import static org.meritstream.assessment.flow.RunningAssessment.PASSWORD;
import static org.meritstream.assessment.flow.RunningAssessment.accepted;
import static org.meritstream.assessment.flow.RunningAssessment.deliverCanvas;
import static org.meritstream.assessment.flow.RunningAssessment.postCanvas;
import static org.meritstream.assessment.flow.RunningAssessment.postMoodle;
import static org.meritstream.assessment.flow.RunningAssessment.settled;
import static org.meritstream.assessment.flow.RunningAssessment.source;
import static org.meritstream.assessment.flow.RunningAssessment.staff;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.Base64URL;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.meritstream.assessment.Fixture;
import org.meritstream.assessment.Tokens;
import org.meritstream.events.Topics;
import org.meritstream.proving.OpenApi;
import org.meritstream.proving.RealServers;
import org.meritstream.proving.StaffTokens;
import org.meritstream.proving.Topic;

/** Everything that is wrong with a delivery, from both senders: answered as their protocols ask, and never half done. */
@QuarkusTest
@WithTestResource(StaffTokens.class)
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "assessment"))
class BadInputIT {
    private static final String TENANT = "bad-input";
    private static final String OTHER_PASSWORD = "planted-secret-of-the-other";
    private static final String DEEP = "[".repeat(5_000) + "]".repeat(5_000);
    private static final String LARGE = "x".repeat(5 * 1024 * 1024);
    private static final String ALG_NONE = Base64URL.encode("{\"alg\":\"none\",\"kid\":\"canvas-2026-11\"}") + ".";
    private static final String FACT = "MAPPED";
    private static final String DUPLICATE = "DUPLICATE";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final AtomicInteger SECOND = new AtomicInteger();

    @BeforeAll
    static void judgeEveryAnswer() {
        RestAssured.replaceFiltersWith(new OpenApi("assessment"));
    }

    @BeforeEach
    void twoTenants() {
        String canvas = Fixture.text("source/canvas.json");
        String moodle = Fixture.text("source/moodle.json");
        source(TENANT, "canvas", canvas.replace("\"KEYS\"", Tokens.jwks()));
        source(TENANT, "moodle", moodle);
        source(
                TENANT,
                "mail",
                Fixture.text("source/moodle.without_password.json")
                        .replace("\"username\"", "\"password\": \"" + PASSWORD + "\", \"username\""));
        source("other-input", "canvas", canvas.replace("\"KEYS\"", new JWKSet(Tokens.OTHER.toPublicJWK()).toString()));
        source("other-input", "moodle", moodle.replace(PASSWORD, OTHER_PASSWORD));
    }

    /** A delivery that is refused. */
    record Refused(String what, Supplier<Response> send, int status) {
        @Override
        public String toString() {
            return what;
        }
    }

    /** What is not authentic or can not be read. */
    static Stream<Refused> refused() {
        String event = canvas("grade_change").toString();
        String statement = statement("quiz_attempt").toString();
        String nan =
                with(statement("quiz_attempt"), "result/score/raw", "\"NaN\"").toString();
        return Stream.of(
                byCanvas("wrong signature", Tokens.sign(event, Tokens.ROGUE, header -> header), 401),
                byCanvas("another tenant's key", Tokens.sign(event, Tokens.OTHER, header -> header), 401),
                byCanvas("alg none", ALG_NONE + Base64URL.encode(event) + ".", 401),
                byCanvas("truncated JSON", Tokens.sign(event.substring(0, event.length() / 2)), 400),
                byCanvas("5 MB", LARGE, 413),
                byCanvas("deep nesting", Tokens.sign("{\"body\":" + DEEP + "}"), 400),
                byCanvas("NaN", Tokens.sign(event.replace("34.0", "NaN")), 400),
                byMoodle("wrong password", statement, "wrong", 401),
                byMoodle("another tenant's password", statement, OTHER_PASSWORD, 401),
                byMoodle("truncated JSON", statement.substring(0, statement.length() / 2), PASSWORD, 400),
                byMoodle("5 MB", LARGE, PASSWORD, 413),
                byMoodle("deep nesting", DEEP, PASSWORD, 400),
                byMoodle("NaN", nan.replace("\"NaN\"", "NaN"), PASSWORD, 400),
                byMoodle("NaN as text", nan, PASSWORD, 400));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesWithAProblemDocumentAndKeepsNothing(Refused bad) {
        List<Object> before = deliveriesBut("");

        bad.send
                .get()
                .then()
                .statusCode(bad.status)
                .contentType("application/problem+json")
                .header("Meritstream-Delivery", nullValue())
                .body("status", equalTo(bad.status));

        // Once a good one is through, whatever the bad one left behind would be too.
        String good = good();
        assertThat(settled(TENANT, good).getString("state")).isEqualTo("MAPPED");
        assertThat(deliveriesBut(good)).isEqualTo(before);
        assertThat(staff(TENANT).get("/api/assessment/dead-letters").jsonPath().getList("deadLetters"))
                .isEmpty();
    }

    /**
     * A delivery that is taken.
     *
     * @param fate its state and reason
     * @param again the state of the same event sent once more
     */
    record Taken(String what, JsonNode event, Function<JsonNode, String> send, String fate, String again) {
        @Override
        public String toString() {
            return what;
        }
    }

    /** What is authentic and readable, but odd: a sender that was refused would send it again for ever. */
    static Stream<Taken> taken() {
        JsonNode nobody = canvas("grade_change");
        Stream.of("user_id", "student_id", "student_sis_id").forEach(id -> with(nobody, "body/" + id, null));
        return Stream.of(
                byCanvas("unknown event", canvas("attachment_created"), "IGNORED unknown-event", "IGNORED"),
                byCanvas("score above maximum", "body/score", "99", FACT, DUPLICATE),
                byCanvas("maximum 0", "body/points_possible", "0", FACT, DUPLICATE),
                byCanvas("NaN as text", "body/score", "\"NaN\"", "PARKED bad-score", "PARKED"),
                byCanvas("unknown learner", nobody, "PARKED no-learner", "PARKED"),
                byCanvas("learner the roster lacks", "body/student_sis_id", "\"S-0\"", FACT, DUPLICATE),
                byCanvas("unknown activity", "body/assignment_id", "\"77\"", FACT, DUPLICATE),
                byCanvas("no activity", "body/assignment_id", "\"none\"", "PARKED no-activity", "PARKED"),
                byMoodle("unknown event", "moodle", statement("viewed"), "IGNORED verb-not-used", "IGNORED"),
                byMoodle("score above maximum", "result/score/raw", "150"),
                byMoodle("maximum 0", "result/score/max", "0"),
                byMoodle(
                        "unknown learner",
                        "mail",
                        statement("quiz_attempt.by_mail"),
                        "PARKED unknown-email",
                        DUPLICATE),
                byMoodle("learner the roster lacks", "actor/account/name", "\"S-0\""),
                byMoodle("unknown activity", "object/id", "\"https://elsewhere.example/x\""));
    }

    @ParameterizedTest
    @MethodSource("taken")
    void takesWhatIsAuthenticAndSaysWhatBecameOfIt(Taken odd) {
        JsonPath first = settled(TENANT, odd.send.apply(odd.event));
        JsonPath again = settled(TENANT, odd.send.apply(odd.event));

        assertThat(fate(first)).isEqualTo(odd.fate);
        assertThat(again.getString("state")).isEqualTo(odd.again);
        assertThat(factsOf(first)).isEqualTo(odd.fate.equals(FACT) ? 1 : 0);
        assertThat(factsOf(again)).isZero();
    }

    private static Refused byCanvas(String what, String body, int status) {
        return new Refused("Canvas: " + what, () -> postCanvas(TENANT, body), status);
    }

    private static Refused byMoodle(String what, String body, String password, int status) {
        return new Refused("Moodle: " + what, () -> postMoodle(TENANT, "moodle", body, password), status);
    }

    private static Taken byCanvas(String what, String member, String value, String fate, String again) {
        return byCanvas(what, with(canvas("grade_change"), member, value), fate, again);
    }

    private static Taken byCanvas(String what, JsonNode event, String fate, String again) {
        with(event, "metadata/event_time", time());
        return new Taken("Canvas: " + what, event, sent -> deliverCanvas(TENANT, sent), fate, again);
    }

    private static Taken byMoodle(String what, String member, String value) {
        return byMoodle(what, "moodle", with(statement("quiz_attempt"), member, value), FACT, DUPLICATE);
    }

    private static Taken byMoodle(String what, String source, JsonNode statement, String fate, String again) {
        with(statement, "timestamp", time());
        return new Taken(
                "Moodle: " + what,
                statement,
                sent -> accepted(postMoodle(TENANT, source, sent.toString(), PASSWORD)),
                fate,
                again);
    }

    /** A delivery with nothing wrong, and a fact of its own. */
    private static String good() {
        return deliverCanvas(TENANT, with(canvas("grade_change"), "metadata/event_time", time()));
    }

    /** As JSON; another one each time, so that nothing is a duplicate by chance. */
    private static String time() {
        return '"'
                + Instant.parse("2026-10-05T09:00:00Z")
                        .plusSeconds(SECOND.incrementAndGet())
                        .toString()
                + '"';
    }

    private static String fate(JsonPath delivery) {
        String reason = delivery.getString("reason");
        return delivery.getString("state") + (reason == null ? "" : " " + reason);
    }

    /** How many facts a delivery caused, on whatever partition, once a later delivery's fact is there. */
    private static long factsOf(JsonPath delivery) {
        readUntilFactOf(settled(TENANT, good()).getString("id"));
        return new Topic(RealServers.kafka(), Topics.ASSESSMENT)
                .all(PATIENCE).stream()
                        .filter(fact -> isOf(delivery.getString("id"), fact))
                        .count();
    }

    private static List<ConsumerRecord<String, byte[]>> readUntilFactOf(String delivery) {
        return new Topic(RealServers.kafka(), Topics.ASSESSMENT)
                .readUntil(facts -> facts.stream().anyMatch(fact -> isOf(delivery, fact)), PATIENCE);
    }

    private static boolean isOf(String delivery, ConsumerRecord<String, byte[]> fact) {
        return new String(fact.value(), StandardCharsets.UTF_8).contains("\"delivery\":\"" + delivery + '"');
    }

    /** Every delivery of the tenant but one. */
    private static List<Object> deliveriesBut(String id) {
        JsonPath page = staff(TENANT).get("/api/intake/deliveries?limit=200").jsonPath();
        assertThat(page.getString("next")).as("all on one page").isNull();
        return page.getList("deliveries.findAll {it.id != '" + id + "'}");
    }
}
