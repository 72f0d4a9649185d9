package org.meritstream.issuance.flow;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meritstream.events.Achievement;
import org.meritstream.issuance.Fixtures;
import org.meritstream.issuance.form.BakedPng;
import org.meritstream.proving.OpenApi;
import org.meritstream.proving.RealServers;

/** The badge of an achievement at its public address, and what credentials say of it. */
@QuarkusTest
@TestProfile(ByHand.class)
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "issuance"))
class BadgeIT {
    private static final OpenApi API = new OpenApi("issuance");
    private static final String ADDRESS = "/badges/%s.data-literacy/1.%s";

    @Inject
    Issuing issuing;

    @Inject
    Founding founding;

    @Test
    void isWhereACredentialSaysThatItsPictureIs() throws Exception {
        UUID held = issue("badge-said", Fixtures.dataLiteracy().definition());

        String said = document(held).path("credentialSubject.achievement.image.id");
        byte[] png = given().get(URI.create(said).getPath()).asByteArray();

        assertThat(said).isEqualTo("http://localhost:8080/badges/badge-said.data-literacy/1.png");
        assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isEqualTo(600);
    }

    /** In the issuer's own colour, too: the badge of the credential is the achievement's. */
    @Test
    void isNoPlaceForACredential() {
        UUID held = issue("badge-bare", Fixtures.dataLiteracy().definition());
        founding.run("update issuer set colour = '#7a1f3d' where tenant = $1", "badge-bare");
        byte[] baked = given().get("/credentials/" + held + "?as=png").asByteArray();
        byte[] bare = badge("badge-bare", "png").asByteArray();

        assertThat(BakedPng.text(bare).toString()).contains("without a credential");
        assertThat(BakedPng.bake(bare, document(held).asString())).isEqualTo(baked);
    }

    @ParameterizedTest
    @CsvSource({"png, image/png", "svg, image/svg+xml"})
    void isKeptByWhoeverAsksAndAskedForAgainByItsTag(String form, String type) {
        String tenant = "badge-kept-" + form;
        issue(tenant, Fixtures.dataLiteracy().definition());

        Response answer = badge(tenant, form);

        answer.then()
                .statusCode(200)
                .contentType(type)
                .header("Cache-Control", containsString("public, max-age="))
                .header("Access-Control-Allow-Origin", equalTo("*"))
                .header("Content-Security-Policy", containsString("sandbox"))
                .header("Content-Disposition", equalTo("inline; filename=\"data-literacy-1." + form + "\""));
        given().header("If-None-Match", answer.header("ETag"))
                .get(ADDRESS.formatted(tenant, form))
                .then()
                .statusCode(304);
    }

    @Test
    void namesItsTenantsIssuerAndNobodyElses() {
        issue("badge-north", Fixtures.dataLiteracy().definition());
        issue("badge-lake", Fixtures.dataLiteracy().definition());

        assertThat(new String(badge("badge-north", "svg").asByteArray(), UTF_8))
                .contains("Data Literacy", "University badge-north", "3.5 ECTS")
                .doesNotContain("badge-lake", "Amina");
    }

    @Test
    void hasAnotherTagOnceItsIssuerIsCalledOtherwise() {
        issue("badge-renamed", Fixtures.dataLiteracy().definition());
        String before = badge("badge-renamed", "svg").header("ETag");

        founding.run("update issuer set name = 'Another University' where tenant = $1", "badge-renamed");

        assertThat(badge("badge-renamed", "svg").header("ETag")).isNotEqualTo(before);
    }

    @Test
    void givesWayToThePictureThatTheAchievementsAuthorChose() {
        UUID held = issue("badge-chosen", Fixtures.pictured());

        assertThat(document(held).<String>path("credentialSubject.achievement.image.id"))
                .isEqualTo("https://northgate.example/badge.png");
        given().contentType("application/vc")
                .body(document(held).asByteArray())
                .post("/api/verify")
                .then()
                .statusCode(200)
                .body("verified", equalTo(true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "badge-none.data-literacy/1.png",
                "badge-unknown.data-literacy/2.png",
                "badge-unknown.nothing/1.svg",
                "badge-unknown/1.png",
                "a.b.c/1.svg"
            })
    void isNotThereForWhatNobodyPublished(String address) {
        issueOnce("badge-unknown");

        given().filter(API)
                .get("/badges/" + address)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", endsWith("unknown-badge"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.gif", "0.png", "01.png", "9999999999.png", "1.png/2", "1.PNG"})
    void hasNoOtherForms(String file) {
        issueOnce("badge-unknown");

        given().get("/badges/badge-unknown.data-literacy/" + file).then().statusCode(404);
    }

    private static Response badge(String tenant, String form) {
        return given().get(ADDRESS.formatted(tenant, form));
    }

    private static Response document(UUID held) {
        return given().accept("application/json").get("/credentials/" + held);
    }

    private void issueOnce(String tenant) {
        if (given().get(ADDRESS.formatted(tenant, "svg")).statusCode() == 404) {
            issue(tenant, Fixtures.dataLiteracy().definition());
        }
    }

    private UUID issue(String tenant, Achievement achievement) {
        Story story = new Story(tenant);
        return issuing.shared(story, "Amina Yilmaz", story.published(achievement, 3));
    }
}
