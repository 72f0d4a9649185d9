package org.meritstream.issuance.conformance;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meritstream.issuance.http.InRolePublic;
import org.meritstream.issuance.http.KeylessServers;

/** Where nobody asked for it nothing is there, as the chart runs the service. */
@QuarkusTest
@TestProfile(InRolePublic.class)
@WithTestResource(KeylessServers.class)
class VcApiOffIT {

    @ParameterizedTest
    @ValueSource(strings = {"/credentials/issue", "/credentials/verify", "/presentations/verify"})
    void knowsNoneOfThePaths(String path) {
        post(path);
    }

    @ParameterizedTest
    @EnumSource(Securing.class)
    void signsByNoSuite(Securing way) {
        post("/" + way.path() + "/credentials/issue");
    }

    @Test
    void namesNoIssuer() {
        given().get("/vc-api").then().statusCode(404);
    }

    private static void post(String path) {
        given().contentType("application/json")
                .body(Case.object("request").toString())
                .post("/vc-api" + path)
                .then()
                .statusCode(404);
    }
}
