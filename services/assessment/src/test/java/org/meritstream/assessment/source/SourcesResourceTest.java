package org.meritstream.assessment.source;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.jwt.Claim;
import io.quarkus.test.security.jwt.JwtSecurity;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.meritstream.assessment.Fixture;
import org.meritstream.assessment.InMemory;
import org.meritstream.assessment.Tokens;
import org.meritstream.proving.OpenApi;

@QuarkusTest
@TestProfile(InMemory.class)
class SourcesResourceTest {
    private static final String MOODLE = Fixture.text("source/moodle.json");

    @BeforeAll
    static void judgeEveryAnswer() {
        RestAssured.replaceFiltersWith(new OpenApi("assessment"));
    }

    @Test
    @TestSecurity(user = "admin@northgate", roles = "admin")
    @JwtSecurity(claims = @Claim(key = "tenant", value = "northgate"))
    void createsASourceAndSaysWhereToDeliver() {
        put("moodle-a", MOODLE)
                .statusCode(200)
                .body("id", equalTo("moodle-a"))
                .body("joinBy", equalTo("STUDENT_NUMBER"))
                .body("intakeAddress", equalTo("https://merit.northgate.example/intake/northgate/moodle-a"));

        given().get("/api/sources").then().statusCode(200).body("id", hasItem("moodle-a"));
    }

    @Test
    @TestSecurity(user = "admin@northgate", roles = "admin")
    @JwtSecurity(claims = @Claim(key = "tenant", value = "northgate"))
    void neverReturnsASecret() {
        String canvas = Fixture.text("source/canvas.json").replace("\"KEYS\"", Tokens.jwks());
        String answers = put("moodle-b", MOODLE).extract().asString()
                + put("canvas-b", canvas).statusCode(200).extract().asString()
                + given().get("/api/sources").asString()
                + given().get("/api/sources/moodle-b").asString();

        assertThat(answers).contains("moodle-b").doesNotContain("password").doesNotContain("planted");
    }

    @Test
    @TestSecurity(user = "admin@northgate", roles = "admin")
    @JwtSecurity(claims = @Claim(key = "tenant", value = "northgate"))
    void keepsThePasswordThatIsLeftOut() {
        put("moodle-c", MOODLE).statusCode(200);

        put("moodle-c", Fixture.text("source/moodle.without_password.json")).statusCode(200);
        put("moodle-d", Fixture.text("source/moodle.without_password.json"))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", equalTo(List.of("/password")));
    }

    @Test
    @TestSecurity(user = "admin@northgate", roles = "admin")
    @JwtSecurity(claims = @Claim(key = "tenant", value = "northgate"))
    void refusesABodyThatIsNoSource() {
        put("moodle-e", "{\"kind\":\"BLACKBOARD\"}").statusCode(400);
        put("moodle-e", "[").statusCode(400);
        put("moodle-e", "").statusCode(400);
    }

    @Test
    @TestSecurity(user = "admin@southbank", roles = "admin")
    @JwtSecurity(claims = @Claim(key = "tenant", value = "southbank"))
    void showsNothingOfAnotherTenant() {
        given().get("/api/sources").then().body("id", not(hasItem("moodle-a")));
        given().get("/api/sources/moodle-a")
                .then()
                .statusCode(404)
                .body("type", equalTo("https://meritstream.org/problems/unknown-source"));
    }

    @Test
    @TestSecurity(user = "auditor@northgate", roles = "auditor")
    @JwtSecurity(claims = @Claim(key = "tenant", value = "northgate"))
    void letsAnAuditorReadAndNotWrite() {
        given().get("/api/sources").then().statusCode(200);
        put("moodle-f", MOODLE).statusCode(403);
    }

    @Test
    void wantsAToken() {
        given().get("/api/sources").then().statusCode(401);
        put("moodle-g", MOODLE).statusCode(401);
    }

    private static ValidatableResponse put(String id, String body) {
        return given().contentType("application/json")
                .body(body)
                .put("/api/sources/" + id)
                .then();
    }
}
