package org.meritstream.issuance.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.meritstream.issuance.SignedFixture;
import org.meritstream.issuance.form.Photographs;
import org.meritstream.log.postgres.Database;
import org.meritstream.proving.OpenApi;

/** An employer's pile of applications: some are in order, some are not, one is a photograph and one a letter. */
@QuarkusTest
@TestProfile(InRolePublic.class)
@WithTestResource(KeylessServers.class)
class BatchVerificationIT {
    private static final OpenApi API = new OpenApi("issuance");
    private static final String AWAY = "https://127.0.0.1/credentials/1";

    @Inject
    Database database;

    private final String whole = SignedFixture.credential();
    private final String changed = whole.replace("Amina Yilmaz", "=HYPERLINK(1)");

    @BeforeEach
    void published() {
        SignedIssuer.publish(database, SignedFixture.statusList(Instant.now()));
    }

    @Test
    void verifiesAnArrayOfAllKinds() {
        array("[" + whole + "," + changed + ",\"" + AWAY + "\",\"Dear Sir\",{\"url\":\"" + AWAY + "\"}," + whole + "]")
                .post("/api/verify/batch")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("total", is(6))
                .body("counts.valid", is(2))
                .body("counts.invalid", is(1))
                .body("counts.'could-not-be-checked'", is(2))
                .body("counts.'no-credential'", is(1))
                .body("items.number", equalTo(List.of(1, 2, 3, 4, 5, 6)))
                .body("items[0].result", equalTo("valid"))
                .body("items[0].verification.verified", is(true))
                .body("items[1].result", equalTo("invalid"))
                .body("items[1].verification.checks.find { it.name == 'proof' }.result", equalTo("invalid"))
                .body("items[2].verification.verified", nullValue())
                .body("items[3].result", equalTo("no-credential"))
                .body("items[3].verification", nullValue())
                .body("items[5].result", equalTo("valid"));
    }

    @Test
    void answersWithASpreadsheetInWhichNothingIsAFormula() {
        String sheet = array("[" + whole + "," + changed.replace("Data Literacy", "=cmd|' /C calc'!A0") + "]")
                .accept("text/csv")
                .post("/api/verify/batch")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .header("Content-Disposition", containsString("verification.csv"))
                .extract()
                .asString();

        assertThat(sheet.lines()).hasSize(3);
        assertThat(sheet.lines().skip(1).findFirst().orElseThrow())
                .startsWith("\"1\",\"item 1\",\"valid\",")
                .contains("\"Data Literacy\"");
        assertThat(sheet).contains("\"'=cmd|").doesNotContain("\"=");
    }

    @Test
    void verifiesFilesAndAddressesOfAForm() throws IOException {
        byte[] photograph = Photographs.jpeg(Photographs.of(AWAY, 1_600, 0.6, 7), false);
        String page = files(photograph)
                .multiPart("as", "page")
                .post("/verify/batch")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .extract()
                .asString();

        assertThat(page)
                .contains("4 were looked into", "whole.json", "It is valid", "changed.json", "It is not valid")
                .contains("photo.jpg", "It could not be fully checked", "letter.txt", "No credential")
                .contains("<strong>1</strong> Valid", "<strong>1</strong> Not valid");
        keep(page);

        files(photograph)
                .post("/api/verify/batch")
                .then()
                .statusCode(200)
                .body("counts.valid", is(1))
                .body("items[2].name", equalTo("photo.jpg"));
        String sheet = files(photograph)
                .multiPart("as", "sheet")
                .post("/verify/batch")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asString();
        assertThat(sheet.lines()).hasSize(5);
    }

    @Test
    void refusesWhatIsNoBatch() {
        array("{}").post("/api/verify/batch").then().statusCode(400).body("type", endsWith("not-a-batch"));
        array("[]").post("/api/verify/batch").then().statusCode(400).body("type", endsWith("not-a-batch"));
        array("[" + "1,".repeat(100) + "1]")
                .post("/api/verify/batch")
                .then()
                .statusCode(400)
                .body("detail", containsString("More than 100"));
        given().filter(API)
                .contentType("application/json")
                .post("/api/verify/batch")
                .then()
                .statusCode(400)
                .body("type", endsWith("not-a-batch"));
        array("[\"" + "x".repeat(4 * 1024 * 1024) + "\"]")
                .post("/api/verify/batch")
                .then()
                .statusCode(413)
                .body("type", endsWith("too-large"));
    }

    @Test
    void showsTheFormAgainWhenNothingWasChosen() {
        String again = given().filter(API)
                .multiPart("addresses", "")
                .post("/verify/batch")
                .then()
                .statusCode(400)
                .extract()
                .asString();

        assertThat(again).contains("That could not be taken", "Nothing was handed in.");
        given().filter(API)
                .redirects()
                .follow(false)
                .get("/verify/batch")
                .then()
                .statusCode(303);
    }

    private RequestSpecification files(byte[] photograph) {
        return given().filter(API)
                .multiPart("file", "whole.json", whole.getBytes(StandardCharsets.UTF_8))
                .multiPart("file", "changed.json", changed.getBytes(StandardCharsets.UTF_8))
                .multiPart("file", "photo.jpg", photograph)
                .multiPart("file", "letter.txt", "Dear Sir".getBytes(StandardCharsets.UTF_8));
    }

    private static RequestSpecification array(String body) {
        return given().filter(API).contentType("application/json").body(body.getBytes(StandardCharsets.UTF_8));
    }

    /** To be looked at. */
    private static void keep(String html) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "pages"));
        Files.writeString(folder.resolve("verify-batch.html"), html);
    }
}
