package org.meritstream.evidence.moves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.meritstream.evidence.flow.RunningEvidence.publish;
import static org.meritstream.evidence.flow.RunningEvidence.staff;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.meritstream.evidence.flow.Files;
import org.meritstream.log.postgres.Database;
import org.meritstream.proving.Settled;

/**
 * Learners with marks of 0 to 99, of whom every tenth is not on the roster. By the first version 60 are enough: 36 of a hundred are awarded at
 * once, and four would be but for the roster.
 */
abstract class MovingLearners {
    static final Duration PATIENCE = Duration.ofSeconds(60);
    static final String DRAFT = Files.read("drafts/data-literacy.json");
    static final String MOVE = Files.read("moves/move.json");
    static final String MOVES = "/api/achievements/data-literacy/moves";
    static final String FROM_1_TO_2 = "?from=1&to=2";
    static final String EASIER = "0.5";
    static final String HARDER = "0.95";

    @Inject
    Database database;

    /** A hundred learners by the first version, and a second one that waits for them. */
    void underWay(String tenant, String threshold) {
        database.query(Files.read("drafts/catalogue/learners.sql"), Tuple.of(tenant, 100));
        published(tenant, threshold);
        await(() ->
                dossiers(tenant, 1) == 100 && count("select count(*) as n from award where tenant = $1", tenant) == 36);
    }

    static void published(String tenant, String threshold) {
        publish(tenant);
        staff(tenant, "designer")
                .contentType(ContentType.JSON)
                .body(DRAFT.replace("\"0.6\"", "\"" + threshold + "\""))
                .put("/api/achievements/data-literacy")
                .then()
                .statusCode(200);
        staff(tenant, "designer")
                .contentType(ContentType.JSON)
                .filter(new Settled())
                .body("{\"retroactive\": false}")
                .post("/api/achievements/data-literacy/versions")
                .then()
                .body("state", equalTo("done"));
    }

    static ValidatableResponse begin(String tenant, String role, String body) {
        return staff(tenant, role)
                .contentType(ContentType.JSON)
                .filter(new Settled())
                .body(body)
                .post(MOVES)
                .then();
    }

    static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(50_000_000);
        }
        assertThat(condition.getAsBoolean()).as("came about in time").isTrue();
    }

    int dossiers(String tenant, int version) {
        return database.query(
                        "select count(*) as n from dossier where tenant = $1 and version = $2",
                        Tuple.of(tenant, version))
                .iterator()
                .next()
                .getInteger("n");
    }

    int count(String sql, String tenant) {
        return database.query(sql, Tuple.of(tenant)).iterator().next().getInteger("n");
    }

    /** What a look must not change, in one line. */
    String everything(String tenant) {
        String sql = """
                select (select string_agg(id || ' ' || evaluation, ',' order by id) from dossier where tenant = $1)
                  || (select count(*) from fact where tenant = $1) || ' ' || (select count(*) from award where tenant = $1) || ' '
                  || (select sum(version) from learner where tenant = $1) || ' '
                  || (select count(*) from move where tenant = $1) as told""";
        return database.query(sql, Tuple.of(tenant)).iterator().next().getString("told");
    }
}
