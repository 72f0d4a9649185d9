package org.meritstream.evidence.moves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.meritstream.evidence.flow.RunningEvidence.staff;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meritstream.proving.RealServers;
import org.meritstream.proving.Settled;
import org.meritstream.proving.StaffTokens;

/** Learners are moved to a later version, and who may move whom. */
@QuarkusTest
@QuarkusTestResource(StaffTokens.class)
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "evidence"))
class MovesIT extends MovingLearners {
    @Test
    void movesThemAndTellsHowFarItIs() {
        underWay("moving", EASIER);
        underWay("not-moving", EASIER);

        String link = begin("moving", "registrar", MOVE)
                .statusCode(202)
                .body("state", equalTo("done"))
                .extract()
                .path("link");
        await(() -> "DONE".equals(staff("moving", "auditor").get(link).path("state")));

        staff("moving", "auditor")
                .get(link)
                .then()
                .statusCode(200)
                .body("moved", equalTo(64))
                .body("gained", equalTo(10))
                .body("lost", equalTo(0))
                .body("stayed", equalTo(36))
                .body("left", equalTo(0));
        staff("moving", "auditor").get(MOVES).then().body("moves", hasSize(1));
        assertThat(dossiers("moving", 1)).isEqualTo(36);
        assertThat(dossiers("moving", 2)).isEqualTo(64);
        assertThat(count("select count(*) as n from award where tenant = $1 and version = 2", "moving"))
                .as("nine of ten are on the roster")
                .isEqualTo(9);
        assertThat(dossiers("not-moving", 1)).isEqualTo(100);
        staff("not-moving", "registrar").get(link).then().statusCode(404);
        staff("not-moving", "registrar").get(MOVES).then().body("moves", empty());
        staff("moving", "registrar").get(MOVES + "/" + new UUID(7, 7)).then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 9, 404, /unknown-version",
        "9, 2, 404, /unknown-version",
        "2, 1, 422, /older-version",
        "1, 1, 422, /same-version"
    })
    void refusesVersionsThatNobodyCanBeMovedBetween(int from, int to, int status, String kind) {
        String tenant = "move-refused-" + from + "-" + to;
        published(tenant, EASIER);

        begin(tenant, "registrar", MOVE.replace("1", "x").replace("2", "" + to).replace("x", "" + from))
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", endsWith(kind));
        staff(tenant, "registrar")
                .get(MOVES + "/preview?from=" + from + "&to=" + to)
                .then()
                .statusCode(status)
                .body("type", endsWith(kind));
    }

    @Test
    void refusesARetiredVersion() {
        published("move-retired", EASIER);
        staff("move-retired", "registrar")
                .filter(new Settled())
                .post("/api/achievements/data-literacy/retirements")
                .then()
                .body("state", equalTo("done"));

        begin("move-retired", "registrar", MOVE).statusCode(409).body("type", endsWith("/retired-version"));
        staff("move-retired", "registrar")
                .get(MOVES + "/preview" + FROM_1_TO_2)
                .then()
                .statusCode(409)
                .body("type", endsWith("/retired-version"));
    }

    @Test
    void knowsNothingOfAnotherTenantsAchievement() {
        published("move-mine", EASIER);

        begin("move-yours", "registrar", MOVE).statusCode(404).body("type", endsWith("/unknown-achievement"));
        staff("move-yours", "registrar")
                .get(MOVES + "/preview" + FROM_1_TO_2)
                .then()
                .statusCode(404)
                .body("type", endsWith("/unknown-achievement"));
        staff("move-mine", "registrar")
                .get("/api/achievements/Not%20A%20Slug/moves/preview" + FROM_1_TO_2)
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"auditor", "admin", "reviewer", "learner"})
    void letsNobodyElseMoveLearners(String role) {
        begin("move-roles", role, MOVE).statusCode(403);
    }

    @Test
    void asksForAToken() {
        RestAssured.given()
                .contentType(ContentType.JSON)
                .body(MOVE)
                .post(MOVES)
                .then()
                .statusCode(401);
        RestAssured.get(MOVES + "/preview" + FROM_1_TO_2).then().statusCode(401);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"from\": 1}|/to",
                "{\"to\": 2}|/from",
                "{\"from\": 0, \"to\": 2}|/from",
                "{\"from\": \"1\", \"to\": 2}|/from",
                "{\"from\": 1, \"to\": 2, \"learners\": []}|/learners",
                "[]|''"
            })
    void refusesABodyThatIsMalformed(String body, String place) {
        begin("move-malformed", "registrar", body).statusCode(400).body("errors[0].pointer", equalTo(place));
    }
}
