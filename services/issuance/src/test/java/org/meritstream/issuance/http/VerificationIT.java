package org.meritstream.issuance.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meritstream.issuance.Resources;
import org.meritstream.issuance.SignedFixture;
import org.meritstream.issuance.form.Photographs;
import org.meritstream.log.postgres.Database;
import org.meritstream.proving.OpenApi;

/** Verification for the world, in the role that holds no key: what is our own is read from the store, what is not is not at hand. */
@QuarkusTest
@TestProfile(InRolePublic.class)
@WithTestResource(KeylessServers.class)
class VerificationIT {
    private static final OpenApi API = new OpenApi("issuance");

    @Inject
    Database database;

    @BeforeEach
    void published() {
        SignedIssuer.publish(database, SignedFixture.statusList(Instant.now()));
    }

    @Test
    void verifiesOneOfOurOwn() {
        verify(SignedFixture.credential())
                .statusCode(200)
                .body("verified", is(true))
                .body("checks.result", everyItem(equalTo("valid")))
                .body("credential.name", equalTo("Data Literacy"))
                .body("issuerTrust.listed", is(false))
                .body("issuerTrust.reason", containsString("not in any list"))
                .header("Cache-Control", "no-store");
    }

    @Test
    void seesARevocation() {
        list(SignedFixture.statusList(Instant.now(), SignedFixture.INDEX));

        verify(SignedFixture.credential())
                .statusCode(200)
                .body("verified", is(false))
                .body("checks.find { it.name == 'status' }.result", equalTo("invalid"));
    }

    @Test
    void seesAChange() {
        verify(SignedFixture.credential().replace("Amina Yilmaz", "Anima Yilmaz"))
                .statusCode(200)
                .body("verified", is(false))
                .body("checks.find { it.name == 'proof' }.result", equalTo("invalid"));
    }

    @Test
    void saysThatItCouldNotCheckWhatIsAway() {
        verify(SignedFixture.sign(SignedFixture.document().replace("/status/northgate-1\"", "/status/northgate-9\"")))
                .statusCode(200)
                .body("verified", nullValue())
                .body("checks.find { it.name == 'status' }.result", equalTo("could-not-be-checked"));
    }

    @Test
    void opensAnEnvelopeAndLeavesAPresentationOpen() {
        String envelope =
                "{\"@context\":\"https://www.w3.org/ns/credentials/v2\",\"type\":\"EnvelopedVerifiableCredential\","
                        + "\"id\":\"data:application/vc+jwt,"
                        + SignedFixture.token(SignedFixture.document()
                                .replaceFirst(
                                        "\"credentialSubject\":\\{",
                                        "\"credentialSubject\":{\"id\":\"did:example:somebody\","))
                        + "\"}";
        verify(envelope).statusCode(200).body("verified", is(true));
        verify(
                        "{\"@context\":\"https://www.w3.org/ns/credentials/v2\",\"type\":\"VerifiablePresentation\",\"verifiableCredential\":"
                                + envelope + "}")
                .statusCode(200)
                .body("verified", nullValue())
                .body("checks.find { it.name == 'type' }.reason", containsString("presentation of one credential"))
                .body("parts[0].verified", is(true));
        verify(envelope.replace("vc+jwt", "vc+zip")).statusCode(200).body("verified", nullValue());
    }

    @Test
    void verifiesASignedMessage() {
        byte[] message = SignedFixture.message(SignedFixture.document());
        message(message)
                .statusCode(200)
                .body("verified", is(true))
                .body("credential.name", equalTo("Data Literacy"))
                .body("checks[0].reason", containsString("COSE"));
        message(Arrays.copyOf(message, message.length - 1)).statusCode(400).contentType("application/problem+json");
    }

    @Test
    void verifiesASignedMessageFromAFile() {
        byte[] message = SignedFixture.message(SignedFixture.document());

        String page = page(given().filter(API)
                .multiPart("file", "badge.cose", message, "application/vc+cose")
                .post("/verify"));

        assertThat(page).contains("Data Literacy").contains("as a signed message (COSE)");
    }

    @Test
    void saysHowManyPartsItDidNotLookInto() {
        String endorsements = "{\"endorsementJwt\":[" + "\"no token\",".repeat(10) + "\"no token\"],";
        String unsigned = SignedFixture.document().replaceFirst("^\\{", endorsements);
        verify(unsigned)
                .statusCode(200)
                .body("verified", is(false))
                .body("partsNotLookedInto", is(1))
                .body("parts.verified", everyItem(is(false)));
        String page = given().filter(API)
                .multiPart("pasted", unsigned)
                .post("/verify")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(page).contains("One of the credentials within it was not looked into");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://169.254.169.254/latest/meta-data/",
                "http://localhost:8080/credentials/00000000-0000-8000-8000-000000000001",
                "http://u.example/credential",
                "https://[::1]/"
            })
    void readsNothingAtAnAddressInside(String address) {
        request()
                .body("{\"url\":\"" + address + "\"}")
                .post("/api/verify")
                .then()
                .statusCode(200)
                .body("verified", nullValue())
                .body("checks.name", everyItem(equalTo("parse")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":1}", "[]", "{", "hello", "{\"url\":\"mailto:a\"}", "<svg/>"})
    void refusesWhatIsNoCredential(String body) {
        verify(body).statusCode(400).body("type", endsWith("not-a-credential"));
    }

    @Test
    void refusesNothingAtAll() {
        request().post("/api/verify").then().statusCode(400).body("type", endsWith("not-a-credential"));
    }

    @Test
    void refusesWhatIsTooLarge() {
        request()
                .body(new byte[2 * 1024 * 1024 + 1])
                .post("/api/verify")
                .then()
                .statusCode(413)
                .body("type", endsWith("too-large"));
    }

    @Test
    void takesAnImageOfOthers() throws IOException {
        try (InputStream png = Resources.class.getResourceAsStream("/vectors/ob3/simple-jwt.png")) {
            request()
                    .contentType("image/png")
                    .body(png.readAllBytes())
                    .post("/api/verify")
                    .then()
                    .statusCode(200)
                    .body("verified", nullValue());
        }
    }

    @Test
    void showsAForm() throws IOException {
        String form = page(given().filter(API).get("/verify?url=https://u.example/\"><script>"));

        assertThat(form)
                .contains("Verify a credential", "https://u.example/&quot;&gt;")
                .doesNotContain("<script");
        keep("form", form);
    }

    @Test
    void showsWhatCameOfAFile() throws IOException {
        String valid = page(given().filter(API)
                .multiPart("file", "credential.json", SignedFixture.credential().getBytes(StandardCharsets.UTF_8))
                .post("/verify"));
        String noname = page(given().filter(API)
                .multiPart("pasted", Resources.text("/vectors/ob3/complete.json"))
                .post("/verify"));
        list(SignedFixture.statusList(Instant.now(), SignedFixture.INDEX));
        String revoked = page(given().filter(API)
                .multiPart("pasted", SignedFixture.credential())
                .post("/verify"));

        assertThat(valid)
                .contains("It is valid", "Amina Yilmaz", "not in any list")
                .doesNotContain("not valid");
        assertThat(revoked)
                .contains("It is not valid", "Its issuer revoked it.")
                .doesNotContain("It is valid");
        assertThat(noname).contains("It could not be fully checked");
        keep("valid", valid);
        keep("revoked", revoked);
        keep("parts", noname);
    }

    @Test
    void takesAPhotographOfACode() {
        byte[] photograph = Photographs.jpeg(Photographs.of("https://127.0.0.1/credentials/1", 5_600, 0.5, 14), false);

        String page = page(
                given().filter(API).multiPart("file", "photo.jpg", photograph).post("/verify"));

        assertThat(photograph).hasSizeGreaterThan(2 * 1024 * 1024);
        assertThat(page).as("what it leads to was not read, being inside").contains("It could not be fully checked");
    }

    @Test
    void showsTheFormAgainForWhatIsNoCredential() throws IOException {
        String again = given().filter(API)
                .formParam("url", "not an address")
                .post("/verify")
                .then()
                .statusCode(400)
                .extract()
                .asString();

        assertThat(again).contains("That could not be taken", "value=\"not an address\"");
        keep("again", again);
    }

    private static RequestSpecification request() {
        return given().filter(API).contentType("application/json");
    }

    private static ValidatableResponse verify(String body) {
        return request()
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/api/verify")
                .then();
    }

    private static ValidatableResponse message(byte[] message) {
        return given().filter(API)
                .contentType("application/vc+cose")
                .body(message)
                .post("/api/verify")
                .then();
    }

    private static String page(io.restassured.response.Response response) {
        return response.then()
                .statusCode(200)
                .contentType("text/html")
                .extract()
                .asString();
    }

    private void list(String document) {
        SignedIssuer.list(database, document);
    }

    /** To be looked at. */
    private static void keep(String name, String html) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "pages"));
        Files.writeString(folder.resolve("verify-" + name + ".html"), html);
    }
}
