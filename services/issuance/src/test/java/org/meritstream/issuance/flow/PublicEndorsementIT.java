package org.meritstream.issuance.flow;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.meritstream.issuance.flow.OverHttp.signed;
import static org.meritstream.issuance.flow.OverHttp.verify;
import static org.meritstream.issuance.flow.Vouching.WORDS;
import static org.meritstream.issuance.flow.Vouching.version;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.meritstream.events.Securing;
import org.meritstream.events.Visibility;
import org.meritstream.proving.RealServers;

/** What whoever reads an endorsement sees: signed, on the page of what it is about, and gone from there once it is taken back. */
@QuarkusTest
@TestProfile(ByHand.class)
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "issuance"))
class PublicEndorsementIT {
    @Inject
    Issuing issuing;

    @Inject
    Vouching vouching;

    @Test
    void isSignedPublishedAndVerifiedAsAnyCredential() {
        vouching.two("by-one", "of-one");
        UUID id = vouching.endorsed("by-one", version("of-one"), 20);

        given().accept("application/vc")
                .get("/endorsements/" + id)
                .then()
                .statusCode(200)
                .contentType("application/vc");
        JsonPath document = given().accept("application/json")
                .get("/endorsements/" + id)
                .then()
                .statusCode(200)
                .body("type", hasItem("EndorsementCredential"))
                .body("issuer.id", equalTo("did:web:localhost%3A8080:issuers:by-one"))
                .body("credentialSubject.id", equalTo(version("of-one")))
                .body("credentialSubject.endorsementComment", equalTo(WORDS))
                .body("credentialStatus.statusListCredential", endsWith("/status/by-one-1"))
                .extract()
                .jsonPath();
        assertThat(document.getString("name")).isEqualTo("Endorsement of Data Literacy");
        verify("/endorsements/" + id).body("verified", equalTo(true)).body("credential.kind", equalTo("endorsement"));
        given().contentType("application/json")
                .body("{\"url\":\"http://localhost:8080/endorsements/" + id + "\"}")
                .post("/api/verify")
                .then()
                .statusCode(200)
                .body("verified", equalTo(true));
        given().accept("text/html")
                .get("/endorsements/" + id)
                .then()
                .statusCode(200)
                .body(containsString("This endorsement is valid"))
                .body(containsString("&lt;b&gt;Statistics II"));
    }

    @Test
    void isRefusedByTheVerifierWhereAWordWasChanged() {
        vouching.two("by-changed", "of-changed");
        UUID id = vouching.endorsed("by-changed", version("of-changed"), 20);
        String changed = signed("/endorsements/" + id).replace("Statistics II", "Rocket science");

        given().contentType("application/json")
                .body(changed)
                .post("/api/verify")
                .then()
                .body("verified", equalTo(false));
    }

    @Test
    void standsOnThePageOfACredentialUntilItIsTakenBack() {
        vouching.two("by-page", "of-page");
        String credential = shared("of-page");
        UUID version = vouching.endorsed("by-page", version("of-page"), 20);
        UUID issuer = vouching.endorsed("by-page", "http://localhost:8080/issuers/of-page", 21);

        assertThat(page(credential))
                .contains(
                        "Who vouches for it",
                        "/endorsements/" + version,
                        "/endorsements/" + issuer,
                        "University by-page")
                .contains("This endorsement is valid");
        given().queryParam("of", version("of-page"))
                .get("/endorsements")
                .then()
                .statusCode(200)
                .body("endorsements", hasSize(1))
                .body("endorsements[0].id", endsWith(version.toString()));
        given().queryParam("of", "did:web:localhost%3A8080:issuers:of-page")
                .get("/endorsements")
                .then()
                .body("endorsements.id", hasItem(endsWith(issuer.toString())));

        issuing.handle(new Story("by-page").revokeEndorsement(version, 30));

        assertThat(page(credential)).doesNotContain("/endorsements/" + version).contains("/endorsements/" + issuer);
        given().queryParam("of", version("of-page")).get("/endorsements").then().body("endorsements", hasSize(0));
        verify("/endorsements/" + version).body("verified", equalTo(false));
        given().accept("text/html")
                .get("/endorsements/" + version)
                .then()
                .statusCode(200)
                .body(containsString("This endorsement was taken back"));
        verify("/endorsements/" + issuer).body("verified", equalTo(true));
    }

    /** By every proof, and as a token; of parts to be disclosed there is nothing here. */
    @Test
    void isSecuredInTheWaysOfItsIssuer() {
        vouching.two("by-ways", "of-ways", Securing.values());
        UUID id = vouching.endorsed("by-ways", version("of-ways"), 20);

        assertThat(new JsonPath(signed("/endorsements/" + id)).getList("proof.cryptosuite"))
                .containsExactly("eddsa-rdfc-2022", "ecdsa-rdfc-2019", "ecdsa-rdfc-2019", "eddsa-jcs-2022");
        verify("/endorsements/" + id).body("verified", equalTo(true));
        String token = given().accept("application/vc+jwt")
                .get("/endorsements/" + id)
                .then()
                .statusCode(200)
                .contentType(startsWith("application/vc+jwt"))
                .extract()
                .asString();
        given().accept("image/png").get("/endorsements/" + id).then().statusCode(406);
        given().contentType("text/plain").body(token).post("/api/verify").then().body("verified", equalTo(true));
    }

    @Test
    void asksForWhatIsEndorsed() {
        given().get("/endorsements").then().statusCode(400).body("type", endsWith("invalid-request"));
        given().queryParam("of", "x".repeat(901)).get("/endorsements").then().statusCode(400);
        given().queryParam("of", "nothing\"}")
                .get("/endorsements")
                .then()
                .statusCode(200)
                .body("endorsements", hasSize(0));
        given().get("/endorsements/nonsense").then().statusCode(404).contentType("application/problem+json");
        given().accept("text/html")
                .get("/endorsements/nonsense")
                .then()
                .statusCode(404)
                .contentType("text/html");
    }

    private String shared(String tenant) {
        Story story = new Story(tenant);
        UUID id = issuing.id(story, 1);
        issuing.handle(
                story.profiled(1, "Amina", 2), story.conferred(1, 10), story.shared(id, 1, Visibility.PUBLIC, 11));
        return id.toString();
    }

    private static String page(String credential) {
        return given().accept("text/html")
                .get("/credentials/" + credential)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
