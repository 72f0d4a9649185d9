package org.meritstream.issuance.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.endsWith;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.jwt.Claim;
import io.quarkus.test.security.jwt.JwtSecurity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meritstream.proving.RealServers;

/** Role sign: for staff, and nothing for the world. */
@QuarkusTest
@TestProfile(InRoleSign.class)
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "issuance"))
class RoleSignIT {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/credentials/00000000-0000-8000-8000-000000000001",
                "/issuers/nobody",
                "/issuers/nobody/did.json",
                "/status/nobody-1"
            })
    void answersNothingToTheWorld(String path) {
        given().get(path).then().statusCode(404).body("type", endsWith("other-role"));
    }

    @Test
    @TestSecurity(
            user = "it",
            roles = {"admin", "auditor"})
    @JwtSecurity(claims = @Claim(key = "tenant", value = "sign-role"))
    void answersStaff() {
        given().get("/api/credentials").then().statusCode(200);
    }
}
