package org.meritstream.assessment.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.meritstream.assessment.Fixture.statement;
import static org.meritstream.assessment.Fixture.with;

import com.nimbusds.jose.util.Base64URL;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meritstream.assessment.AppenderInTest;
import org.meritstream.assessment.Fixture;
import org.meritstream.assessment.InMemory;
import org.meritstream.assessment.Tokens;
import org.meritstream.assessment.source.SourcesInMemory;
import org.meritstream.events.DeliveryAccepted;
import org.meritstream.proving.OpenApi;

@QuarkusTest
@TestProfile(InMemory.class)
class IntakeResourceTest {
    private static final String EVENT = Fixture.text("canvas/grade_change.json");
    private static final String BATCH = Fixture.text("moodle/quiz_attempt.statements.json");
    private static final String PROBLEM = "application/problem+json";

    @Inject
    AppenderInTest log;

    @Inject
    MeterRegistry meters;

    @BeforeAll
    static void judgeEveryAnswer() {
        RestAssured.replaceFiltersWith(new OpenApi("assessment"));
    }

    @BeforeEach
    void start() {
        log.reset(false);
    }

    @Test
    void appendsASignedLiveEventAndAnswersWithItsDelivery() {
        String delivery = canvas("northgate", Tokens.sign(EVENT))
                .statusCode(200)
                .body(equalTo(""))
                .extract()
                .header("Meritstream-Delivery");

        DeliveryAccepted accepted = onlyAppended();
        assertThat(accepted.delivery()).hasToString(delivery);
        assertThat(accepted.tenant()).isEqualTo("northgate");
        assertThat(accepted.body()).isEqualTo(EVENT);
        assertThat(accepted.verifiedBy()).isEqualTo("jwt:canvas-2026-11");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/jwt", "text/plain", "application/json", "application/octet-stream"})
    void looksAtNoContentTypeOfCanvas(String type) {
        given().contentType(type)
                .body(Tokens.sign(EVENT).getBytes(StandardCharsets.US_ASCII))
                .post("/intake/northgate/canvas")
                .then()
                .statusCode(200);
    }

    @Test
    void takesARetryAsAnotherDelivery() {
        String token = Tokens.sign(EVENT);
        String first = canvas("northgate", token).extract().header("Meritstream-Delivery");

        String second = canvas("northgate", token).statusCode(200).extract().header("Meritstream-Delivery");

        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void takesAnUnknownEventForItIsAuthentic() {
        canvas("northgate", Tokens.sign(Fixture.text("canvas/attachment_created.json")))
                .statusCode(200);
    }

    @Test
    void refusesAWrongSignature() {
        refusedByCanvas(Tokens.sign(EVENT, Tokens.ROGUE, header -> header), 401, "not-authenticated");
    }

    @Test
    void refusesAnotherTenantsKey() {
        refusedByCanvas(Tokens.sign(EVENT, Tokens.OTHER, header -> header), 401, "not-authenticated");
        canvas("southbank", Tokens.sign(EVENT)).statusCode(401);
        canvas("southbank", Tokens.sign(EVENT, Tokens.OTHER, header -> header)).statusCode(401);
    }

    @Test
    void refusesAlgorithmNone() {
        String none =
                Base64URL.encode("{\"alg\":\"none\",\"kid\":\"canvas-2026-11\"}") + "." + Base64URL.encode(EVENT) + ".";

        refusedByCanvas(none, 401, "not-authenticated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not a token", "{\"metadata\":{}}"})
    void refusesWhatIsNoToken(String body) {
        refusedByCanvas(body, 400, "malformed-delivery");
    }

    @Test
    void refusesTruncatedSignedContent() {
        refusedByCanvas(Tokens.sign(EVENT.substring(0, EVENT.length() / 2)), 400, "malformed-delivery");
    }

    @Test
    void refusesDeepNesting() {
        refusedByCanvas(
                Tokens.sign("{\"body\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}"), 400, "malformed-delivery");
        refusedByMoodle(authenticated(), "[".repeat(5_000) + "]".repeat(5_000), 400, "malformed-delivery");
    }

    @Test
    void refusesABodyOfFiveMegabytes() {
        String large = "x".repeat(5 * 1024 * 1024);

        refusedByCanvas(large, 413, "delivery-too-large");
        refusedByMoodle(authenticated(), large, 413, "delivery-too-large");
    }

    @ParameterizedTest
    @CsvSource({"northgate, nothing", "nobody, canvas", "northgate, moodle", "NORTHGATE, canvas", "northgate, 'a b'"})
    void answersTheSameForEveryAddressThatIsNone(String tenant, String source) {
        String one = given().body(Tokens.sign(EVENT))
                .post("/intake/{t}/{s}", tenant, source)
                .then()
                .statusCode(404)
                .contentType(PROBLEM)
                .extract()
                .asString();
        String other = given().body("rubbish").post("/intake/nobody/nothing").asString();

        assertThat(one).isEqualTo(other);
    }

    @Test
    void appendsABatchOfStatementsAndAnswersExactly200WithTheirIds() {
        moodle(authenticated(), BATCH)
                .statusCode(200)
                .contentType("application/json")
                .header("Meritstream-Delivery", notNullValue())
                .body("", hasSize(2));

        assertThat(onlyAppended().body()).isEqualTo(BATCH);
        assertThat(onlyAppended().verifiedBy()).isEqualTo("basic:moodle");
    }

    @Test
    void answersTheSendersOwnStatementIds() {
        String id = "0b3a5a30-6a0b-4a05-8d3c-111111111111";

        moodle(
                        authenticated(),
                        with(statement("quiz_attempt"), "id", '"' + id + '"').toString())
                .statusCode(200)
                .body("[0]", equalTo(id));
    }

    @Test
    void refusesAWrongPasswordAndAnotherTenantsPassword() {
        refusedByMoodle(given().auth().preemptive().basic("moodle", "wrong"), BATCH, 401, "not-authenticated");
        refusedByMoodle(
                given().auth().preemptive().basic("moodle", "another-password"), BATCH, 401, "not-authenticated");
        refusedByMoodle(given(), BATCH, 401, "not-authenticated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{\"actor\":", "", "NaN", "[{\"result\":{\"score\":{\"raw\":NaN}}}]", "7"})
    void refusesWhatIsNoJson(String body) {
        refusedByMoodle(authenticated(), body, 400, "malformed-delivery");
    }

    @Test
    void refusesAWholeBatchForOneInvalidStatementAndSaysWhich() {
        String broken = "[" + statement("quiz_attempt") + "," + with(statement("viewed"), "verb/id", "7") + "]";

        refusedByMoodle(authenticated(), broken, 400, "malformed-delivery")
                .body("detail", containsString("Statement 2"));
    }

    @ParameterizedTest
    @CsvSource({"result/score/raw, '150'", "result/score/max, '0'", "object/id, '\"https://elsewhere.example/x\"'"})
    void takesAScoreAboveItsMaximumAMaximumOfZeroAndAnUnknownActivity(String member, String value) {
        moodle(authenticated(), with(statement("quiz_attempt"), member, value).toString())
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.0.0", "0.9", "one", ""})
    void refusesAVersionOfXapiThatIsNotSupported(String version) {
        given().auth()
                .preemptive()
                .basic("moodle", SourcesInMemory.PASSWORD)
                .contentType("application/json")
                .header("X-Experience-API-Version", version)
                .body(BATCH)
                .post("/intake/northgate/moodle/statements")
                .then()
                .statusCode(400)
                .header("X-Experience-API-Version", "1.0.3");
    }

    @Test
    void refusesAnotherMediaTypeOfStatements() {
        given().auth()
                .preemptive()
                .basic("moodle", SourcesInMemory.PASSWORD)
                .contentType("application/xml")
                .header("X-Experience-API-Version", "1.0.3")
                .body("<statement/>")
                .post("/intake/northgate/moodle/statements")
                .then()
                .statusCode(415)
                .contentType(PROBLEM);
    }

    @Test
    void saysWhichVersionsOfXapiItUnderstandsWithoutAuthentication() {
        given().get("/intake/northgate/moodle/about")
                .then()
                .statusCode(200)
                .header("X-Experience-API-Version", "1.0.3")
                .body("version", equalTo(List.of("1.0.3")));
        given().get("/intake/northgate/nothing/about").then().statusCode(404);
    }

    @Test
    void asksToTryAgainWhileTheLogIsAway() {
        log.reset(true);

        canvas("northgate", Tokens.sign(EVENT))
                .statusCode(503)
                .contentType(PROBLEM)
                .header("Retry-After", "5");
        moodle(authenticated(), BATCH).statusCode(503).header("Retry-After", "5");
    }

    @Test
    void leavesNoTraceOfARefusedDeliveryButACounter() {
        double before = refusedCount();

        refusedByCanvas(Tokens.sign(EVENT, Tokens.ROGUE, header -> header), 401, "not-authenticated");

        assertThat(log.appended()).isEmpty();
        assertThat(refusedCount()).isEqualTo(before + 1);
    }

    private double refusedCount() {
        return meters.counter("meritstream.intake.refused", "reason", "not-authenticated")
                .count();
    }

    private DeliveryAccepted onlyAppended() {
        assertThat(log.appended()).hasSize(1);
        return (DeliveryAccepted) log.appended().get(0).data();
    }

    private void refusedByCanvas(String body, int status, String slug) {
        canvas("northgate", body)
                .statusCode(status)
                .contentType(PROBLEM)
                .body("type", equalTo("https://meritstream.org/problems/" + slug))
                .body("status", equalTo(status));
        assertThat(log.appended()).isEmpty();
    }

    private ValidatableResponse refusedByMoodle(RequestSpecification request, String body, int status, String slug) {
        ValidatableResponse response = moodle(request, body)
                .statusCode(status)
                .contentType(PROBLEM)
                .header("X-Experience-API-Version", "1.0.3")
                .body("type", equalTo("https://meritstream.org/problems/" + slug));
        assertThat(log.appended()).isEmpty();
        return response;
    }

    private static ValidatableResponse canvas(String tenant, String body) {
        return given().contentType("application/jwt")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/intake/" + tenant + "/canvas")
                .then();
    }

    private static RequestSpecification authenticated() {
        return given().auth().preemptive().basic("moodle", SourcesInMemory.PASSWORD);
    }

    private static ValidatableResponse moodle(RequestSpecification request, String body) {
        return request.contentType("application/json")
                .header("X-Experience-API-Version", "1.0.3")
                .body(body)
                .post("/intake/northgate/moodle/statements")
                .then();
    }
}
