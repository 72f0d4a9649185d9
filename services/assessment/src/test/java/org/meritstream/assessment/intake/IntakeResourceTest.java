package org.meritstream.assessment.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meritstream.assessment.InMemory;
import org.meritstream.assessment.Tokens;

/** What becomes of a delivery whoever sends it. */
@QuarkusTest
@TestProfile(InMemory.class)
class IntakeResourceTest extends Intake {
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
    @CsvSource({"northgate, nothing", "nobody, canvas", "nobody, moodle", "NORTHGATE, canvas", "northgate, 'a b'"})
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
}
