package org.meritstream.evidence.moves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.meritstream.evidence.flow.RunningEvidence.publish;
import static org.meritstream.evidence.flow.RunningEvidence.staff;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meritstream.evidence.flow.Files;
import org.meritstream.log.postgres.Database;
import org.meritstream.proving.RealServers;
import org.meritstream.proving.StaffTokens;

/**
 * Learners with marks of 0 to 99, of whom every tenth is not on the roster. By the first version 60 are enough: 36 of a hundred are awarded at
 * once, and four would be but for the roster.
 */
@QuarkusTest
@QuarkusTestResource(StaffTokens.class)
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "evidence"))
class MovesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String DRAFT = Files.read("drafts/data-literacy.json");
    private static final String MOVE = Files.read("moves/move.json");
    private static final String MOVES = "/api/achievements/data-literacy/moves";
    private static final String FROM_1_TO_2 = "?from=1&to=2";
    private static final String EASIER = "0.5";
    private static final String HARDER = "0.95";

    @Inject
    Database database;

    @Test
    void saysBeforehandWhoWouldGain() {
        underWay("move-gains", EASIER);

        staff("move-gains", "auditor")
                .get(MOVES + "/preview" + FROM_1_TO_2 + "&seconds=60")
                .then()
                .statusCode(200)
                .body("exact", equalTo(true))
                .body("counts.moving", equalTo(64))
                .body("counts.staying", equalTo(36))
                .body("counts.gaining", equalTo(10))
                .body("counts.earning", equalTo(10))
                .body("counts.losing", equalTo(0))
                .body("counts.both", equalTo(0))
                .body("learners", hasSize(10))
                .body("learners.before.outcome", everyItem(equalTo("NOT_YET")))
                .body("learners.after.outcome", everyItem(equalTo("EARNED")))
                .body("learners[0].effect.gained", equalTo(List.of("report")))
                .body("learners[0].before.criteria[0].standing", equalTo("NOT_MET"))
                .body("learners[0].after.criteria[0].standing", equalTo("MET"))
                .body("next", nullValue());
    }

    @Test
    void saysBeforehandWhoWouldLoseAndPageByPage() {
        underWay("move-losses", HARDER);

        staff("move-losses", "designer")
                .get(MOVES + "/preview" + FROM_1_TO_2 + "&show=GAINS")
                .then()
                .body("learners", empty())
                .body("counts.losing", equalTo(4));
        List<String> seen = new ArrayList<>();
        String next = "";
        while (next != null) {
            ValidatableResponse page = staff("move-losses", "designer")
                    .get(MOVES + "/preview" + FROM_1_TO_2 + "&show=LOSES&limit=3" + next)
                    .then()
                    .statusCode(200)
                    .body("counts", next.isEmpty() ? notNullValue() : nullValue())
                    .body("learners.effect.forfeits", everyItem(equalTo(true)));
            seen.addAll(page.extract().path("learners.learner"));
            String after = page.extract().path("next");
            next = after == null ? null : "&after=" + after;
        }
        assertThat(seen).hasSize(4).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void changesNothingByLooking() {
        underWay("move-looking", EASIER);
        String before = everything("move-looking");

        staff("move-looking", "registrar")
                .get(MOVES + "/preview" + FROM_1_TO_2)
                .then()
                .statusCode(200);

        assertThat(everything("move-looking")).isEqualTo(before);
        staff("move-looking", "registrar").get(MOVES).then().body("moves", empty());
    }

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
                .header("Prefer", "wait=10")
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

    @ParameterizedTest
    @ValueSource(strings = {"reviewer", "learner"})
    void showsNobodyElseWhoGainsAndLoses(String role) {
        staff("move-roles", role).get(MOVES + "/preview" + FROM_1_TO_2).then().statusCode(403);
        staff("move-roles", role).get(MOVES).then().statusCode(403);
        staff("move-roles", role).get(MOVES + "/" + new UUID(7, 7)).then().statusCode(403);
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?from=1",
                "?to=2",
                "?from=x&to=2",
                "?from=1&to=2&show=EVERYBODY",
                "?from=1&to=2&limit=0",
                "?from=1&to=2&limit=501",
                "?from=1&to=2&seconds=61",
                "?from=1&to=2&after=somebody"
            })
    void refusesAQuestionThatIsMalformed(String query) {
        staff("move-malformed", "registrar")
                .get(MOVES + "/preview" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    /** A hundred learners by the first version, and a second one that waits for them. */
    private void underWay(String tenant, String threshold) {
        database.query(Files.read("drafts/catalogue/learners.sql"), Tuple.of(tenant, 100));
        published(tenant, threshold);
        await(() ->
                dossiers(tenant, 1) == 100 && count("select count(*) as n from award where tenant = $1", tenant) == 36);
    }

    private static void published(String tenant, String threshold) {
        publish(tenant);
        staff(tenant, "designer")
                .contentType(ContentType.JSON)
                .body(DRAFT.replace("\"0.6\"", "\"" + threshold + "\""))
                .put("/api/achievements/data-literacy")
                .then()
                .statusCode(200);
        staff(tenant, "designer")
                .contentType(ContentType.JSON)
                .header("Prefer", "wait=10")
                .body("{\"retroactive\": false}")
                .post("/api/achievements/data-literacy/versions")
                .then()
                .body("state", equalTo("done"));
    }

    private static ValidatableResponse begin(String tenant, String role, String body) {
        return staff(tenant, role)
                .contentType(ContentType.JSON)
                .header("Prefer", "wait=10")
                .body(body)
                .post(MOVES)
                .then();
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(50_000_000);
        }
        assertThat(condition.getAsBoolean()).as("came about in time").isTrue();
    }

    private int dossiers(String tenant, int version) {
        return database.query(
                        "select count(*) as n from dossier where tenant = $1 and version = $2",
                        Tuple.of(tenant, version))
                .iterator()
                .next()
                .getInteger("n");
    }

    private int count(String sql, String tenant) {
        return database.query(sql, Tuple.of(tenant)).iterator().next().getInteger("n");
    }

    /** What a look must not change, in one line. */
    private String everything(String tenant) {
        String sql = """
                select (select string_agg(id || ' ' || evaluation, ',' order by id) from dossier where tenant = $1)
                  || (select count(*) from fact where tenant = $1) || ' ' || (select count(*) from award where tenant = $1) || ' '
                  || (select sum(version) from learner where tenant = $1) || ' '
                  || (select count(*) from move where tenant = $1) as told""";
        return database.query(sql, Tuple.of(tenant)).iterator().next().getString("told");
    }
}
