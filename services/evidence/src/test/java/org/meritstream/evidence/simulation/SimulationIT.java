package org.meritstream.evidence.simulation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meritstream.events.Topics;
import org.meritstream.evidence.flow.Files;
import org.meritstream.log.postgres.Database;
import org.meritstream.proving.OpenApi;
import org.meritstream.proving.RealServers;
import org.meritstream.proving.Settled;
import org.meritstream.proving.StaffTokens;
import org.meritstream.proving.Topic;

/** Questions to the judgement over HTTP, each answer judged by the API's description. */
@QuarkusTest
@QuarkusTestResource(StaffTokens.class)
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "evidence"))
class SimulationIT {
    private static final OpenApi API = new OpenApi("evidence");
    private static final String SIMULATE = "/api/evaluations/simulate";
    private static final String FULL = Simulations.example("full");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Database database;

    @Test
    void answersTheExampleOfTheContractWithItsExplanation() {
        staff("what-if")
                .body(FULL)
                .post(SIMULATE)
                .then()
                .statusCode(200)
                .header("Content-Language", "en")
                .body("outcome", equalTo("NOT_YET"))
                .body("criteria.rule.standing", contains("MET", "MET", "NOT_MET", "MET"))
                .body("criteria[0].rule.attempts.said.key", hasItem("attempt.too-soon"))
                .body("criteria[1].rule.parts[1].reviewers", contains("moderator-c"))
                .body("results.find { it.criterion == 'report' }.level", equalTo("good"))
                .body("explanation[0].text", startsWith("Not yet: 3 of 4 criteria are met"))
                .body("explanation[-1].text", endsWith("if you want another person to look at it."));
    }

    /** Nothing is stored, and nothing told. Other tenants' work of earlier tests may still go on beside it, so that its own is looked at. */
    @Test
    void changesNothing() {
        String tenant = "what-if-nothing";
        drafted(tenant);
        String before = everything(tenant);
        List<String> told = told(tenant);

        staff(tenant).body(FULL).post(SIMULATE).then().statusCode(200);

        assertThat(everything(tenant)).isEqualTo(before).contains("dossier=0", "draft=1", "fact=0");
        assertThat(told(tenant)).isEqualTo(told);
    }

    /** How much each table holds of a tenant; what is stored of no tenant is stored with a record of the log that bears one. */
    private String everything(String tenant) {
        String tables = """
                select table_name from information_schema.columns
                where table_schema = current_schema() and column_name = 'tenant' order by table_name""";
        StringBuilder counted = new StringBuilder();
        for (Row table : database.query(tables, Tuple.tuple())) {
            String name = table.getString("table_name");
            Row row = database.query(
                            "select count(*) as many from \"" + name + "\" where tenant = $1", Tuple.of(tenant))
                    .iterator()
                    .next();
            counted.append(name).append('=').append(row.getLong("many")).append('\n');
        }
        return counted.toString();
    }

    /** What the topics hold that names a tenant. */
    private static List<String> told(String tenant) {
        return Stream.of(Topics.EVALUATION, Topics.AWARD, Topics.CATALOGUE, Topics.EVIDENCE_COMMANDS)
                .flatMap(topic -> new Topic(RealServers.kafka(), topic).all(PATIENCE).stream())
                .map(told -> told.key() + " " + new String(told.value(), StandardCharsets.UTF_8))
                .filter(told -> told.contains(tenant))
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"de, Noch nicht erreicht", "ar, لم يتحقّق بعد"})
    void explainsInTheLanguageOfTheReader(String language, String first) {
        staff("what-if")
                .queryParam("lang", language)
                .header("Accept-Language", "en")
                .body(FULL)
                .post(SIMULATE)
                .then()
                .statusCode(200)
                .header("Content-Language", language)
                .body("explanation[0].text", startsWith(first));
    }

    @Test
    void judgesByAPublishedVersion() {
        drafted("published-what-if");
        staff("published-what-if")
                .filter(new Settled())
                .post("/api/achievements/data-literacy/versions")
                .then()
                .body("state", equalTo("done"));

        staff("published-what-if")
                .body(Simulations.example("minimal"))
                .post(SIMULATE)
                .then()
                .statusCode(200)
                .body("achievement", equalTo("data-literacy"))
                .body("outcome", equalTo("NOT_YET"));
    }

    @Test
    void knowsNoVersionOfAnotherTenant() {
        staff("nobody")
                .body(Simulations.example("minimal"))
                .post(SIMULATE)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", endsWith("/unknown-version"));
    }

    @ParameterizedTest
    @CsvSource({
        "missing-now, /now",
        "missing-facts, /facts",
        "malformed-now, /now",
        "mistyped-facts, /facts",
        "unknown-facts.0.kind, /facts/0",
        "malformed-facts.0.score.raw, /facts/0/score/raw",
        "too-small-facts.3.number, /facts/3",
        "too-small-achievement.version, /achievement",
        "mistyped-achievement.definition.criteria.0.rule.threshold, /achievement/definition/criteria/0/rule/threshold"
    })
    void namesThePlaceOfWhatTheContractRefuses(String example, String pointer) {
        staff("malformed")
                .body(Simulations.example("invalid-" + example))
                .post(SIMULATE)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", endsWith("/malformed-simulation"))
                .body("errors.pointer", contains(startsWith(pointer)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "7", "{\"now\":\"2026-01-01T00:00:00Z\"}{}"})
    void answersNonsenseWithAProblem(String body) {
        staff("malformed").body(body).post(SIMULATE).then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void namesThePlacesOfADefinitionThatCouldNotBePublished() {
        staff("faulty")
                .body(FULL.replace("\"threshold\": \"0.6\"", "\"threshold\": \"60\""))
                .post(SIMULATE)
                .then()
                .statusCode(422)
                .body("type", endsWith("/invalid-simulation"))
                .body("errors.pointer", contains("/achievement/definition/criteria/0/rule/threshold"));
    }

    @Test
    void refusesRulesNestedTooDeep() {
        String nested = FULL.replace(
                "\"kind\": \"completion\"",
                "\"kind\": \"all\", \"of\": " + "[{\"kind\":\"all\",\"of\":".repeat(70) + "[]" + "}]".repeat(70));

        staff("deep").body(nested).post(SIMULATE).then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void refusesMoreFactsThanItJudges() {
        String fact =
                "{\"kind\":\"cleared\",\"id\":\"f\",\"misconduct\":\"m\",\"clearedAt\":\"2026-01-01T00:00:00Z\"},";
        String many = Simulations.example("minimal")
                .replace("\"facts\": [", "\"facts\": [" + fact.repeat(1000) + fact.replaceFirst(",$", ""));

        staff("many").body(many).post(SIMULATE).then().statusCode(422).body("type", endsWith("/too-many-facts"));
    }

    @Test
    void refusesABodyLargerThanItReads() {
        staff("large")
                .body(FULL.replace("Data report", "x".repeat(600_000)))
                .post(SIMULATE)
                .then()
                .statusCode(413)
                .body("type", endsWith("/simulation-too-large"))
                .body("detail", containsString("bytes"));
    }

    @Test
    void asksWhoCalls() {
        given().filter(API)
                .contentType(ContentType.JSON)
                .body(FULL)
                .post(SIMULATE)
                .then()
                .statusCode(401);
        given().filter(API)
                .auth()
                .oauth2(StaffTokens.of("roles", "learner"))
                .contentType(ContentType.JSON)
                .body(FULL)
                .post(SIMULATE)
                .then()
                .statusCode(403);
    }

    private static void drafted(String tenant) {
        staff(tenant)
                .body(Files.read("drafts/data-literacy.json"))
                .post("/api/achievements")
                .then()
                .statusCode(201);
    }

    private static RequestSpecification staff(String tenant) {
        return given().filter(API)
                .auth()
                .oauth2(StaffTokens.of(tenant, "designer"))
                .contentType(ContentType.JSON);
    }
}
