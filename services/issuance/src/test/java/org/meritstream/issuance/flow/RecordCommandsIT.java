package org.meritstream.issuance.flow;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.jwt.Claim;
import io.quarkus.test.security.jwt.JwtSecurity;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meritstream.issuance.learnerrecord.HeldRecord;
import org.meritstream.issuance.learnerrecord.LearnerRecords;
import org.meritstream.log.postgres.Database;
import org.meritstream.log.postgres.Write;
import org.meritstream.proving.RealServers;
import org.meritstream.proving.Settled;

/** A registrar asks for records and shares them, over HTTP and the log. */
@QuarkusTest
@TestProfile(OnTheLog.class)
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "issuance"))
class RecordCommandsIT {
    private static final UUID LEARNER = UUID.fromString("000003e1-7a51-8c3e-9b0d-4f6a2e1c03e1");
    private static final UUID RECORD = UUID.fromString("00000ec0-7a51-8c3e-9b0d-4f6a2e1c0ec0");

    @Inject
    Founding founding;

    @Inject
    LearnerRecords records;

    @Inject
    Database database;

    @Test
    @TestSecurity(user = "it", roles = "registrar")
    @JwtSecurity(claims = @Claim(key = "tenant", value = "recording"))
    void listsAndSharesARecord() {
        founding.found("recording");
        HeldRecord record =
                new HeldRecord(RECORD, "recording", LEARNER, null, List.of(RECORD), "{}", Story.START, null, null);
        records.record(record);
        given().get("/api/records/" + RECORD).then().statusCode(404);
        Write signed = LearnerRecords.sign(record.signed("{\"signed\":true}", null));
        database.query(signed.sql(), signed.params());

        given().queryParam("learner", LEARNER)
                .get("/api/records")
                .then()
                .statusCode(200)
                .body("records", hasSize(1))
                .body("records[0].address", endsWith("/records/" + RECORD))
                .body("records[0].credentials", hasSize(1));
        shown(RECORD, "PUBLIC")
                .statusCode(202)
                .body("state", equalTo("done"))
                .body("link", equalTo("/api/records/" + RECORD));
        given().get("/api/records/" + RECORD).then().body("visibility", equalTo("PUBLIC"));
        given().accept("application/json").get("/records/" + RECORD).then().statusCode(200);
        shown(RECORD, "PRIVATE").statusCode(202).body("state", equalTo("done"));
        given().accept("application/json").get("/records/" + RECORD).then().statusCode(404);
    }

    @Test
    @TestSecurity(user = "it", roles = "registrar")
    @JwtSecurity(claims = @Claim(key = "tenant", value = "recording-else"))
    void saysWhyThereIsNone() {
        asked(Map.of("learner", LEARNER))
                .statusCode(202)
                .body("state", equalTo("refused"))
                .body("problem.type", endsWith("unknown-issuer"));
        founding.found("recording-else");
        asked(Map.of("learner", LEARNER)).statusCode(202).body("problem.type", endsWith("unknown-learner"));
        shown(RECORD, "PUBLIC").statusCode(404).body("type", endsWith("unknown-record"));
        given().queryParam("learner", LEARNER).get("/api/records").then().body("records", hasSize(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "17", "000003e1-7a51-8c3e-9b0d-4f6a2e1c03e1x"})
    @TestSecurity(user = "it", roles = "registrar")
    @JwtSecurity(claims = @Claim(key = "tenant", value = "recording"))
    void takesNoOtherIds(String id) {
        asked(Map.of("learner", id)).statusCode(400).body("errors[0].pointer", equalTo("/learner"));
        asked(Map.of("learner", LEARNER, "stack", id)).statusCode(400).body("errors[0].pointer", equalTo("/stack"));
        given().queryParam("learner", id).get("/api/records").then().statusCode(400);
    }

    @Test
    @TestSecurity(user = "it", roles = "registrar")
    @JwtSecurity(claims = @Claim(key = "tenant", value = "recording"))
    void takesNothingElse() {
        given().get("/api/records").then().statusCode(400);
        given().contentType("application/json").post("/api/records").then().statusCode(400);
        shown(RECORD, "FRIENDS").statusCode(400).body("errors[0].pointer", equalTo("/visibility"));
    }

    @Test
    @TestSecurity(
            user = "it",
            roles = {"admin", "designer", "auditor"})
    @JwtSecurity(claims = @Claim(key = "tenant", value = "recording-roles"))
    void isForRegistrarsAlone() {
        asked(Map.of("learner", LEARNER)).statusCode(403);
        shown(RECORD, "PUBLIC").statusCode(403);
        given().queryParam("learner", LEARNER).get("/api/records").then().statusCode(200);
    }

    @Test
    void isForNobodyWithoutAToken() {
        asked(Map.of("learner", LEARNER)).statusCode(401);
        given().queryParam("learner", LEARNER).get("/api/records").then().statusCode(401);
    }

    private static ValidatableResponse asked(Map<String, Object> body) {
        return given().filter(new Settled())
                .contentType("application/json")
                .body(body)
                .post("/api/records")
                .then();
    }

    private static ValidatableResponse shown(UUID record, String visibility) {
        return given().filter(new Settled())
                .contentType("application/json")
                .body(Map.of("visibility", visibility))
                .post("/api/records/" + record + "/visibility")
                .then();
    }
}
