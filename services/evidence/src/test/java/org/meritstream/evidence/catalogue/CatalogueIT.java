package org.meritstream.evidence.catalogue;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.meritstream.evidence.catalogue.Designers.drafted;
import static org.meritstream.evidence.catalogue.Designers.publish;
import static org.meritstream.evidence.catalogue.Designers.published;
import static org.meritstream.evidence.catalogue.Designers.staff;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meritstream.evidence.flow.Files;
import org.meritstream.openbadges.RecognitionContext;
import org.meritstream.proving.OpenApi;
import org.meritstream.proving.RealServers;
import org.meritstream.proving.StaffTokens;

/** Drafts, publications and their public documents over HTTP. */
@QuarkusTest
@QuarkusTestResource(StaffTokens.class)
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "evidence"))
class CatalogueIT {
    private static final OpenApi API = new OpenApi("evidence");
    private static final String DRAFT = Files.read("drafts/data-literacy.json");

    @Test
    void servesAPublishedVersionAsOpenBadgesAchievement() {
        published("document", DRAFT);

        Response answer =
                given().filter(API).accept("application/ld+json").get("/achievements/document.data-literacy/1");

        answer.then()
                .statusCode(200)
                .contentType(startsWith("application/ld+json"))
                .header("Cache-Control", containsString("stale-if-error"))
                .body("id", equalTo("https://badges.example.org/achievements/document.data-literacy/1"))
                .body("type", hasItem("Achievement"))
                .body("'@context'[2]", equalTo(RecognitionContext.address("https://badges.example.org")))
                .body("recognition.type", hasItem("Recognition"))
                .body("creator.id", equalTo("https://badges.example.org/issuers/document"))
                .body("alignment[0].targetType", equalTo("ext:ESCOSkill"))
                .body("resultDescription[0].requiredValue", equalTo("60"));
        given().filter(API)
                .header("If-None-Match", answer.header("ETag"))
                .accept("application/ld+json")
                .get("/achievements/document.data-literacy/1")
                .then()
                .statusCode(304);
    }

    @Test
    void servesAPageToPeople() {
        published("page", DRAFT);

        Response answer = given().filter(API)
                .accept("text/html,application/xhtml+xml,*/*;q=0.8")
                .get("/achievements/page.data-literacy/1");

        answer.then()
                .statusCode(200)
                .contentType(startsWith("text/html"))
                .header("Content-Security-Policy", containsString("style-src 'sha256-"))
                .body(containsString("<html lang=\"en\" dir=\"ltr\">"))
                .body(containsString("Level 6 of 8"))
                .body(containsString("at least 60 % of the full marks"));
        assertThat(answer.asString()).doesNotContain("{page", "{#");
    }

    @ParameterizedTest
    @CsvSource({
        "en, '', 'html lang=\"en\" dir=\"ltr\"', What it takes",
        "de-AT, '', 'html lang=\"de\" dir=\"ltr\"', Was dafür zu tun ist",
        "ar, '', 'html lang=\"ar\" dir=\"rtl\"', ما المطلوب",
        "en, ?lang=ar, 'html lang=\"ar\" dir=\"rtl\"', شهادة مصغّرة",
        "fr, '', 'html lang=\"en\" dir=\"ltr\"', At a glance"
    })
    void speaksTheReadersLanguageAndKeepsTheInstitutionsTexts(String ranges, String query, String html, String said) {
        publishedOnce("languages");

        Response answer = given().filter(API)
                .accept("text/html")
                .header("Accept-Language", ranges)
                .get("/achievements/languages.data-literacy/1" + query);

        answer.then()
                .statusCode(200)
                .header("Vary", "Accept, Accept-Language")
                .body(containsString(html))
                .body(containsString(said))
                .body(containsString("<h1 lang=\"en\" dir=\"ltr\">Data literacy</h1>"));
        assertThat(answer.asString()).doesNotContainPattern("[>\"](page|layout)[.:]");
    }

    @Test
    void saysInTheReadersLanguageThatThereIsNoSuchAchievement() {
        given().filter(API)
                .accept("text/html")
                .get("/achievements/nobody.nothing/1?lang=de")
                .then()
                .statusCode(404)
                .header("Content-Language", "de")
                .body(containsString("<html lang=\"de\" dir=\"ltr\">"));
    }

    @Test
    void escapesWhatAuthorsWrite() {
        drafted("escape", DRAFT.replace("Data report", "<script>alert(1)</script>"));
        publish("escape");

        given().filter(API)
                .accept("text/html")
                .get("/achievements/escape.data-literacy/1")
                .then()
                .statusCode(200)
                .body(not(containsString("<script>")))
                .body(containsString("&lt;script&gt;"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody.data-literacy/1", "page.nothing/1", "page/1", "a.b.c/1", "page.data-literacy/99"})
    void saysThatThereIsNoSuchAchievement(String address) {
        given().filter(API)
                .accept("application/json")
                .get("/achievements/" + address)
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
        given().filter(API)
                .accept("text/html")
                .get("/achievements/" + address)
                .then()
                .statusCode(404)
                .contentType(startsWith("text/html"));
    }

    @Test
    void refusesToPublishWhatIsNotFitToBeReliedOn() {
        drafted("faulty", DRAFT.replace("\"0.6\"", "\"60\"").replace("http://data.europa.eu", "javascript:alert"));

        Response answer = publish("faulty");

        answer.then()
                .body("state", equalTo("refused"))
                .body("problem.status", equalTo(422))
                .body("problem.errors.pointer", hasItem("/criteria/0/rule/threshold"))
                .body("problem.errors.pointer", hasItem("/skills/0/targetUrl"));
    }

    @Test
    void publishesTheNextVersionFromTheDraftAsItIsThen() {
        published("versions", DRAFT);
        staff("versions")
                .contentType(ContentType.JSON)
                .body(DRAFT.replace("\"0.6\"", "\"0.7\""))
                .put("/api/achievements/data-literacy")
                .then()
                .statusCode(200);

        publish("versions").then().body("state", equalTo("done"));

        given().filter(API)
                .accept("application/json")
                .get("/achievements/versions.data-literacy/2")
                .then()
                .body("resultDescription[0].requiredValue", equalTo("70"));
        given().filter(API)
                .accept("text/html")
                .get("/achievements/versions.data-literacy/1")
                .then()
                .body(containsString("Version 2 is the newest"));
    }

    @Test
    void refusesToReplaceADraftThatChangedMeanwhile() {
        drafted("race", DRAFT);
        String tag = staff("race").get("/api/achievements/race.data-literacy").header("ETag");
        staff("race")
                .contentType(ContentType.JSON)
                .body(DRAFT.replace("Data", "Date"))
                .put("/api/achievements/data-literacy");

        staff("race")
                .header("If-Match", tag)
                .contentType(ContentType.JSON)
                .body(DRAFT)
                .put("/api/achievements/data-literacy")
                .then()
                .statusCode(412)
                .contentType("application/problem+json");
    }

    @Test
    void refusesASecondDraftOfTheSameName() {
        drafted("twice", DRAFT);

        staff("twice")
                .contentType(ContentType.JSON)
                .body(DRAFT)
                .post("/api/achievements")
                .then()
                .statusCode(409)
                .contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "[]", "null", "{\"id\":\"x\"}", "{\"id\":\"x\",\"id\":\"y\"}", "{\"id\":\"Not A Slug\"}"
            })
    void answersMalformedDraftsWithAProblem(String body) {
        staff("malformed")
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/achievements")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void namesThePlaceOfAMalformedRule() {
        staff("malformed")
                .contentType(ContentType.JSON)
                .body(DRAFT.replace("\"0.6\"", "60"))
                .post("/api/achievements")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/criteria/0/rule/threshold"));
    }

    @Test
    void refusesABodyThatIsNestedWithoutEnd() {
        staff("nested")
                .contentType(ContentType.JSON)
                .body(DRAFT.replace("\"0.6\"", "[".repeat(5_000) + "]".repeat(5_000)))
                .post("/api/achievements")
                .then()
                .statusCode(400);
    }

    @Test
    void asksWhoCalls() {
        given().get("/api/achievements").then().statusCode(401);
        given().auth()
                .oauth2(StaffTokens.of("roles", "auditor"))
                .contentType(ContentType.JSON)
                .body(DRAFT)
                .post("/api/achievements")
                .then()
                .statusCode(403);
    }

    private static void publishedOnce(String tenant) {
        if (given().get("/achievements/" + tenant + ".data-literacy/1").statusCode() == 404) {
            published(tenant, DRAFT);
        }
    }
}
