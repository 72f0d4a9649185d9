package org.meritstream.issuance.flow;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.jwt.Claim;
import io.quarkus.test.security.jwt.JwtSecurity;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meritstream.proving.RealServers;
import org.meritstream.proving.Settled;

/** A registrar endorses, over HTTP and the log, and takes it back. */
@QuarkusTest
@TestProfile(OnTheLog.class)
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "issuance"))
class EndorsementCommandsIT {
    private static final String OF = "http://localhost:8080/issuers/endorsed-too";

    @Inject
    Founding founding;

    @Test
    @TestSecurity(user = "it", roles = "registrar")
    @JwtSecurity(claims = @Claim(key = "tenant", value = "endorsing"))
    void endorsesAndTakesItBack() {
        founding.found("endorsing");
        founding.found("endorsed-too");
        String link = asked(OF, "  They assess with care. ")
                .statusCode(202)
                .body("state", equalTo("done"))
                .extract()
                .path("link");

        given().get(link)
                .then()
                .statusCode(200)
                .body("endorsed", equalTo("did:web:localhost%3A8080:issuers:endorsed-too"))
                .body("comment", equalTo("They assess with care."))
                .body("state", equalTo("ISSUED"));
        String id = link.substring(link.lastIndexOf('/') + 1);
        given().accept("application/json")
                .get("/endorsements/" + id)
                .then()
                .statusCode(200)
                .body("id", endsWith(id));
        asked(OF, "Otherwise.")
                .statusCode(202)
                .body("state", equalTo("refused"))
                .body("problem.type", endsWith("already-endorsed"));

        given().filter(new Settled())
                .post(link + "/revocations")
                .then()
                .statusCode(202)
                .body("state", equalTo("done"));

        given().get("/api/endorsements")
                .then()
                .statusCode(200)
                .body("endorsements", hasSize(1))
                .body("endorsements[0].state", equalTo("REVOKED"))
                .body("endorsements[0].revokedAt", notNullValue());
    }

    @Test
    @TestSecurity(user = "it", roles = "registrar")
    @JwtSecurity(claims = @Claim(key = "tenant", value = "endorsing-none"))
    void saysThatThereIsNoIssuerYet() {
        asked(OF, "They assess with care.")
                .statusCode(202)
                .body("state", equalTo("refused"))
                .body("problem.type", endsWith("unknown-issuer"));
        given().get("/api/endorsements").then().statusCode(200).body("endorsements", hasSize(0));
        given().get("/api/endorsements/00000e0d-7a51-8c3e-9b0d-4f6a2e1c0e0d")
                .then()
                .statusCode(404)
                .body("type", endsWith("unknown-endorsement"));
        given().post("/api/endorsements/00000e0d-7a51-8c3e-9b0d-4f6a2e1c0e0d/revocations")
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "http://localhost:8080/achievements/northgate.data-literacy",
                "http://localhost:8080/issuers/a b",
                "https://localhost:8080/credentials/00000e0d-7a51-8c3e-9b0d-4f6a2e1c0e0d"
            })
    @TestSecurity(user = "it", roles = "registrar")
    @JwtSecurity(claims = @Claim(key = "tenant", value = "endorsing"))
    void takesNoOtherAddress(String endorsed) {
        asked(endorsed, "They assess with care.")
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].pointer", equalTo("/endorsed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "a\u0000b", "half \ud83d", "\uffff"})
    @TestSecurity(user = "it", roles = "registrar")
    @JwtSecurity(claims = @Claim(key = "tenant", value = "endorsing"))
    void takesNoComment(String comment) {
        asked(OF, comment).statusCode(400).body("errors[0].pointer", equalTo("/comment"));
    }

    @Test
    @TestSecurity(user = "it", roles = "registrar")
    @JwtSecurity(claims = @Claim(key = "tenant", value = "endorsing"))
    void takesNoCommentThatIsMissingOrTooLong() {
        asked(OF, null).statusCode(400).body("errors[0].pointer", equalTo("/comment"));
        asked(OF, "x".repeat(4001)).statusCode(400).body("errors[0].pointer", equalTo("/comment"));
        given().contentType("application/json")
                .post("/api/endorsements")
                .then()
                .statusCode(400)
                .body("errors", hasSize(2));
    }

    @Test
    @TestSecurity(
            user = "it",
            roles = {"admin", "designer", "auditor"})
    @JwtSecurity(claims = @Claim(key = "tenant", value = "endorsing-roles"))
    void isSaidByRegistrarsAlone() {
        asked(OF, "They assess with care.").statusCode(403);
        given().post("/api/endorsements/00000e0d-7a51-8c3e-9b0d-4f6a2e1c0e0d/revocations")
                .then()
                .statusCode(403);
        given().get("/api/endorsements").then().statusCode(200);
    }

    @Test
    void isSaidByNobodyWithoutAToken() {
        asked(OF, "They assess with care.").statusCode(401);
        given().get("/api/endorsements").then().statusCode(401);
    }

    private static ValidatableResponse asked(String endorsed, @Nullable String comment) {
        Map<String, Object> body = new HashMap<>(Map.of("endorsed", endorsed));
        if (comment != null) {
            body.put("comment", comment);
        }
        return given().filter(new Settled())
                .contentType("application/json")
                .body(body)
                .post("/api/endorsements")
                .then();
    }
}
