package org.meritstream.evidence.catalogue;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.meritstream.evidence.catalogue.Designers.drafted;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meritstream.evidence.flow.Files;
import org.meritstream.log.postgres.Database;
import org.meritstream.proving.OpenApi;
import org.meritstream.proving.RealServers;
import org.meritstream.proving.Settled;
import org.meritstream.proving.StaffTokens;

/** Before a publication: what it would do, to whom, and that asking does none of it. */
@QuarkusTest
@QuarkusTestResource(StaffTokens.class)
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "evidence"))
class PreviewIT {
    private static final OpenApi API = new OpenApi("evidence");
    private static final String DRAFT = Files.read("drafts/data-literacy.json");
    /** Marks of 0 to 99, every tenth learner unknown to the roster; more by {@code -Dpreview.learners}, to see how long they take. */
    private static final int LEARNERS = Integer.getInteger("preview.learners", 1500);

    @Inject
    Database database;

    @Test
    void countsWhomItWouldReach() {
        learners("foresee", LEARNERS);
        learners("foresee-other", 10);
        drafted("foresee", DRAFT);
        long began = System.nanoTime();

        Response answer = preview("foresee", "?seconds=60", "");

        System.out.printf("preview of %d learners: %d ms%n", LEARNERS, (System.nanoTime() - began) / 1_000_000);
        int hundreds = LEARNERS / 100;
        answer.then()
                .statusCode(200)
                .body("version", equalTo(1))
                .body("faults", empty())
                .body("changes.text", hasItem("This is the first version."))
                .body("reach.exact", equalTo(true))
                .body("reach.learners", equalTo(LEARNERS))
                .body("reach.met", equalTo(hundreds * 40))
                .body("reach.notOnRoster", equalTo(hundreds * 4))
                .body("reach.conferredAtOnce", equalTo(hundreds * 36))
                .body("reach.awaitingApproval", equalTo(0))
                .body("reach.sample", hasSize(10));
    }

    @Test
    void changesNothing() {
        learners("untouched", 100);
        drafted("untouched", DRAFT);
        String before = everything("untouched");

        preview("untouched", "", "").then().statusCode(200);

        assertThat(everything("untouched")).isEqualTo(before);
        given().get("/achievements/untouched.data-literacy/1").then().statusCode(404);
    }

    @Test
    void saysWhoWouldWaitForApproval() {
        learners("approve", 100);
        drafted("approve", DRAFT.replace("AT_ONCE", "AFTER_APPROVAL"));

        preview("approve", "?seconds=60", "")
                .then()
                .body("reach.conferredAtOnce", equalTo(0))
                .body("reach.awaitingApproval", equalTo(36));
    }

    @Test
    void countsNobodyTwice() {
        learners("twice-counted", 100);
        database.query(
                "update learner set person = (select id from learner where tenant = $1 order by id limit 1) where tenant = $1",
                Tuple.of("twice-counted"));
        drafted("twice-counted", DRAFT);

        preview("twice-counted", "?seconds=60", "").then().body("reach.learners", equalTo(1));
    }

    @Test
    void saysAtLeastWhereTheTimeIsUp() {
        learners("hurried", 100);
        drafted("hurried", DRAFT);

        preview("hurried", "?seconds=0&lang=de", "")
                .then()
                .statusCode(200)
                .header("Content-Language", "de")
                .body("reach.exact", equalTo(false))
                .body("reach.said[0].text", containsString("Mindestzahl"));
    }

    @Test
    void reachesNobodyWhereItLooksAhead() {
        learners("ahead", 100);
        drafted("ahead", DRAFT);

        preview("ahead", "", "{\"retroactive\": false}")
                .then()
                .body("retroactive", equalTo(false))
                .body("reach.met", equalTo(0))
                .body("reach.said.key", hasItem("preview.ahead"));
    }

    @Test
    void namesFaultsAndLooksAtNobody() {
        drafted("wrong", DRAFT.replace("\"0.6\"", "\"60\""));

        preview("wrong", "", "")
                .then()
                .statusCode(200)
                .body("faults.pointer", hasItem("/criteria/0/rule/threshold"))
                .body("reach", nullValue());
    }

    @Test
    void saysWhatDiffersFromTheNewestVersion() {
        drafted("differs", DRAFT);
        staff("differs", "designer")
                .filter(new Settled())
                .post("/api/achievements/data-literacy/versions")
                .then()
                .body("state", equalTo("done"));
        staff("differs", "designer")
                .contentType(ContentType.JSON)
                .body(DRAFT.replace("\"0.6\"", "\"0.7\""))
                .put("/api/achievements/data-literacy");

        preview("differs", "", "")
                .then()
                .body("version", equalTo(2))
                .body("changes.text", hasItem("“Data report” asks for more: 70 % instead of 60 %."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "61", "x", "100"})
    void refusesATimeThatIsNone(String seconds) {
        drafted("patience" + seconds.hashCode(), DRAFT);

        preview("patience" + seconds.hashCode(), "?seconds=" + seconds, "")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void knowsNothingOfAnotherTenantsDraft() {
        drafted("previewed", DRAFT);

        preview("not-mine", "", "").then().statusCode(404);
    }

    private void learners(String tenant, int count) {
        database.query(Files.read("drafts/catalogue/learners.sql"), Tuple.of(tenant, count));
    }

    /** What a look must not change, in one line. */
    private String everything(String tenant) {
        String sql = """
                select (select count(*) from achievement where tenant = $1) || ' ' || (select count(*) from reach where tenant = $1) || ' '
                  || (select count(*) from dossier where tenant = $1) || ' ' || (select count(*) from award where tenant = $1) || ' '
                  || (select sum(version) from learner where tenant = $1) as told""";
        for (Row row : database.query(sql, Tuple.of(tenant))) {
            return row.getString("told");
        }
        return "";
    }

    private static Response preview(String tenant, String query, String body) {
        RequestSpecification request = staff(tenant, "registrar");
        return (body.isEmpty() ? request : request.contentType(ContentType.JSON).body(body))
                .post("/api/achievements/data-literacy/versions/preview" + query);
    }

    private static RequestSpecification staff(String tenant, String role) {
        return given().filter(API).auth().oauth2(StaffTokens.of(tenant, role));
    }
}
