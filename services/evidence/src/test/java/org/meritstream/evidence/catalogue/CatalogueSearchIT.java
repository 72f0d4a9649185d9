package org.meritstream.evidence.catalogue;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.meritstream.evidence.catalogue.Designers.published;
import static org.meritstream.evidence.catalogue.Designers.publishedAsItIs;
import static org.meritstream.evidence.catalogue.Designers.staff;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meritstream.proving.RealServers;
import org.meritstream.proving.StaffTokens;

/** What the public catalogue finds, lists and no longer lists. */
@QuarkusTest
@QuarkusTestResource(StaffTokens.class)
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "evidence"))
class CatalogueSearchIT extends SearchedCatalogue {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        q=report                            | reports
        q=questions answered                | reports
        q=Berichte                          | datenkompetenz
        q=Daten                             | datenkompetenz
        q=Bericht -Zahl                     |
        q=Zahlen -Berichte                  |
        q=Zahlen -Tabelle                   | datenkompetenz
        q="public data"                     | reports
        q="data public"                     |
        q=بيانات                            | bayanat
        q=raraunga                          | tikanga
        q=whaka                             | tikanga
        skill=S1.2.3                        | datenkompetenz reports
        skill=s9.1                          | bayanat
        skill=interpreting data             | reports
        skill=http://data.europa.eu/esco/skill/s7.7 | tikanga
        skill=S1.2                          |
        level=5&level=6                     | datenkompetenz reports
        level=8                             |
        workloadFrom=3&workloadTo=4         | reports
        workloadFrom=1.5&workloadTo=1.6     | bayanat
        workloadTo=80&workloadIn=hours      | bayanat reports tikanga
        workloadFrom=40&workloadTo=40&workloadIn=hours | bayanat
        language=de                         | datenkompetenz
        language=de-AT                      | datenkompetenz
        language=de-CH                      |
        language=ar&language=mi             | bayanat tikanga
        tenant=find-south                   | tikanga
        q=report&level=5                    |
        """)
    void findsWhatFits(String query, String expected) {
        Response answer = search(query);

        answer.then().statusCode(200);
        assertThat(ids(answer)).containsExactlyInAnyOrderElementsOf(words(expected));
        assertThat(answer.jsonPath().getInt("total")).isEqualTo(words(expected).size());
    }

    @Test
    void answersInTheTermsOfOpenBadges() {
        search("q=report")
                .then()
                .statusCode(200)
                .body("achievements[0].id", equalTo("https://badges.example.org/achievements/find-north.reports/1"))
                .body("achievements[0].type", hasItem("Achievement"))
                .body("achievements[0].inLanguage", equalTo("en"))
                .body("achievements[0].alignment[0].targetCode", equalTo("S1.2.3"))
                .body("achievements[0].creator.id", equalTo("https://badges.example.org/issuers/find-north"))
                .body("achievements[0].recognition.eqfLevel", equalTo(6));
    }

    @Test
    void putsFirstWhatIsMostAboutIt() {
        assertThat(ids(search("q=reports"))).startsWith("reports");
    }

    @Test
    void listsTheNewestVersionUnlessAskedForAll() {
        published("find-versions", "reports", draft("reports"));
        publishedAsItIs("find-versions", "reports");

        assertThat(only("find-versions", "").jsonPath().getList("achievements.version"))
                .containsExactly("2");
        assertThat(only("find-versions", "&versions=all").jsonPath().getList("achievements.version"))
                .containsExactly("1", "2");
    }

    @Test
    void listsNothingThatIsRetiredAndSaysSoOnItsPage() {
        published("find-retired", "reports", draft("reports"));

        retire("find-retired", "registrar").then().statusCode(202).body("state", equalTo("done"));

        assertThat(ids(only("find-retired", ""))).isEmpty();
        assertThat(ids(only("find-retired", "&versions=all"))).isEmpty();
        given().filter(API)
                .accept("text/html")
                .get("/achievements/find-retired.reports/1?lang=de")
                .then()
                .statusCode(200)
                .body(containsString("Eingestellt am"));
        publishedAsItIs("find-retired", "reports");
        assertThat(ids(only("find-retired", ""))).containsExactly("reports");
    }

    @Test
    void retiresOnlyWhatIsOnesOwn() {
        published("find-owned", "reports", draft("reports"));

        retire("find-others", "registrar").then().statusCode(404);
        retire("find-owned", "auditor").then().statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{\"retroactive\": \"no\"}", "{"})
    void refusesToPublishByABodyThatSaysNothing(String body) {
        staff(NORTH)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/achievements/reports/versions")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void pagesWithoutLossThoughSomethingIsPublishedInBetween() {
        IntStream.range(0, 5)
                .forEach(i -> published(
                        "find-pages", "reports" + i, draft("reports").replace("\"reports\"", "\"reports" + i + "\"")));
        List<String> met = new ArrayList<>();

        Response page = only("find-pages", "&q=reports&limit=2");
        met.addAll(ids(page));
        publishedAsItIs("find-pages", "reports0");
        published("find-pages", "another", draft("reports").replace("\"reports\"", "\"another\""));
        for (String next = page.jsonPath().getString("next");
                next != null;
                next = page.jsonPath().getString("next")) {
            page = given().filter(API)
                    .urlEncodingEnabled(false)
                    .accept("application/json")
                    .get(path(next));
            met.addAll(ids(page));
        }

        assertThat(met).doesNotHaveDuplicates().contains("reports1", "reports2", "reports3", "reports4");
    }

    @Test
    void isNotSentAgainToWhoeverHasIt() {
        Response first = only(NORTH, "");

        first.then().header("Cache-Control", containsString("max-age")).header("Vary", "Accept");
        given().filter(API)
                .header("If-None-Match", first.header("ETag"))
                .accept("application/json")
                .get("/achievements?tenant=" + NORTH)
                .then()
                .statusCode(304);
    }
}
