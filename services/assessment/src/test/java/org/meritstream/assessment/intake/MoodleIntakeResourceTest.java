package org.meritstream.assessment.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.meritstream.assessment.Fixture.statement;
import static org.meritstream.assessment.Fixture.with;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meritstream.assessment.InMemory;
import org.meritstream.assessment.Tokens;
import org.meritstream.assessment.source.SourcesInMemory;
import org.meritstream.events.SourceKind;

/** What becomes of statements, as Moodle sends them. */
@QuarkusTest
@TestProfile(InMemory.class)
class MoodleIntakeResourceTest extends Intake {
    private static final String LISTED = "/intake/northgate/moodle";

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
    void takesStatementsAtTheAddressThatTheSourceIsListedWith() {
        statements(authenticated(), BATCH, LISTED)
                .statusCode(200)
                .contentType("application/json")
                .header("Meritstream-Delivery", notNullValue())
                .header("X-Experience-API-Version", "1.0.3")
                .body("", hasSize(2));

        assertThat(onlyAppended().body()).isEqualTo(BATCH);
        assertThat(onlyAppended().kind()).isEqualTo(SourceKind.MOODLE_XAPI);
    }

    @Test
    void refusesAtThatAddressAsAtTheOther() {
        statements(given().auth().preemptive().basic("moodle", "wrong"), BATCH, LISTED)
                .statusCode(401)
                .header("WWW-Authenticate", containsString("Basic"))
                .header("X-Experience-API-Version", "1.0.3");
        statements(authenticated(), "7", LISTED).statusCode(400).contentType(PROBLEM);
        given().body(Tokens.sign(EVENT)).post(LISTED).then().statusCode(401).contentType(PROBLEM);

        assertThat(log.appended()).isEmpty();
    }

    @Test
    void takesNoStatementsForACanvas() {
        statements(authenticated(), BATCH, "/intake/northgate/canvas").statusCode(400);
        statements(authenticated(), BATCH, "/intake/northgate/canvas/statements")
                .statusCode(404);

        assertThat(log.appended()).isEmpty();
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
}
