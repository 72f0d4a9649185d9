package org.meritstream.evidence.signin;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meritstream.proving.OpenApi;
import org.meritstream.proving.RealServers;
import org.meritstream.proving.StaffTokens;

/** An installation whose configuration names no identity provider, as every one before this release. */
@QuarkusTest
@QuarkusTestResource(StaffTokens.class)
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "evidence"))
class ClosedPagesIT {

    @ParameterizedTest
    @ValueSource(strings = {"/learn", "/teach"})
    void sayInTheReadersLanguageThatNobodyCanSignIn(String page) {
        given().filter(new OpenApi("evidence"))
                .header("Accept-Language", "de")
                .get(page)
                .then()
                .statusCode(503)
                .body(containsString("Hier kann sich noch niemand anmelden"));
    }

    @Test
    void openToNobodyWithAToken() {
        given().auth()
                .oauth2(StaffTokens.of("riverside", "registrar"))
                .get("/learn")
                .then()
                .statusCode(503);
    }

    @Test
    void leaveTheInterfacesAsTheyWere() {
        given().get("/api/awards").then().statusCode(401).header("WWW-Authenticate", equalTo("Bearer"));
        given().auth()
                .oauth2(StaffTokens.of("riverside", "registrar"))
                .get("/api/awards")
                .then()
                .statusCode(200);
    }
}
