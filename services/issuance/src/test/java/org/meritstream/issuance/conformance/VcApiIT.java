package org.meritstream.issuance.conformance;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.meritstream.issuance.http.KeylessServers;

/** The routes are there where they were asked for, in a process without a key of any tenant. */
@QuarkusTest
@TestProfile(InConformance.class)
@WithTestResource(KeylessServers.class)
class VcApiIT {

    @ParameterizedTest
    @EnumSource(Securing.class)
    void issuesAndVerifies(Securing way) {
        String issued = post(
                        "/" + way.path() + "/credentials/issue",
                        Case.object("request").toString())
                .statusCode(201)
                .extract()
                .asString();

        post("/credentials/verify", issued).statusCode(200).body("verified", is(true));
    }

    @Test
    void issuesByTheSuiteOfBadgesWhereNoneIsNamed() {
        post("/credentials/issue", Case.object("request").toString())
                .statusCode(201)
                .body("verifiableCredential.proof[0].cryptosuite", equalTo("eddsa-rdfc-2022"));
    }

    @Test
    void verifiesAPresentation() {
        ObjectNode presentation = Case.object("presentation");
        presentation.remove("verifiableCredential");
        ObjectNode request = Case.object("request");
        request.removeAll();
        request.set("verifiablePresentation", presentation);

        post("/presentations/verify", request.toString()).statusCode(200).body("verified", is(true));
    }

    @Test
    void saysWhatIsWrong() {
        post("/credentials/issue", "{}").statusCode(400).contentType("application/problem+json");
        post("/credentials/verify", "{}")
                .statusCode(400)
                .body("verified", is(false))
                .body("problemDetails[0].type", equalTo("https://www.w3.org/TR/vc-data-model#PARSING_ERROR"));
    }

    @Test
    void saysWhoSigns() {
        given().get("/vc-api").then().statusCode(200).body("eddsa-rdfc-2022", startsWith("did:key:z6Mk"));
    }

    private static ValidatableResponse post(String path, String body) {
        return given().contentType("application/json")
                .body(body)
                .post("/vc-api" + path)
                .then();
    }
}
