package org.meritstream.evidence.catalogue;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meritstream.evidence.flow.Files;
import org.meritstream.proving.OpenApi;
import org.meritstream.proving.RealServers;
import org.meritstream.proving.StaffTokens;

/** The public catalogue over HTTP: two institutions, four languages, one of which PostgreSQL does not know. */
@QuarkusTest
@QuarkusTestResource(StaffTokens.class)
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "evidence"))
class CatalogueSearchIT {
    private static final OpenApi API = new OpenApi("evidence");
    private static final String NORTH = "find-north";
    private static final String SOUTH = "find-south";
    private static final List<String> NORTHS = List.of("reports", "datenkompetenz", "bayanat");

    @BeforeEach
    void publishEverythingOnce() {
        if (given().get("/achievements/" + SOUTH + ".tikanga/1").statusCode() == 404) {
            NORTHS.forEach(id -> published(NORTH, id, draft(id)));
            published(SOUTH, "tikanga", draft("tikanga"));
        }
    }

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
        publish("find-versions", "reports");

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
        publish("find-retired", "reports");
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
        publish("find-pages", "reports0");
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

    @ParameterizedTest
    @CsvSource({
        "en, 'lang=\"en\" dir=\"ltr\"', What you can earn, 3 results",
        "de, 'lang=\"de\" dir=\"ltr\"', Was Sie erwerben können, 3 Ergebnisse",
        "ar, 'lang=\"ar\" dir=\"rtl\"', ما يمكنك الحصول عليه, 3 نتائج"
    })
    void isAPageInTheReadersLanguage(String language, String html, String title, String found) {
        Response page = html("tenant=" + NORTH, language);

        page.then()
                .statusCode(200)
                .contentType(startsWith("text/html"))
                .header("Vary", "Accept, Accept-Language")
                .header("Content-Language", language)
                .body(containsString("<html " + html))
                .body(containsString(title))
                .body(containsString(found))
                .body(containsString("<h3 lang=\"de-AT\" dir=\"ltr\">"))
                .body(containsString("<h3 lang=\"ar\" dir=\"rtl\">"));
        assertThat(page.asString())
                .doesNotContainPattern("[>\"](catalogue|page|layout)\\.[a-z]")
                .doesNotContain("{page");
    }

    @Test
    void keepsWhatWasAskedInTheFormAndInTheLinks() {
        html("q=\"a & b\"&level=5&tenant=" + NORTH + "&lang=de", "en")
                .then()
                .body(containsString("value=\"&quot;a &amp; b&quot;\""))
                .body(containsString("<option value=\"5\" selected>"))
                .body(containsString("/achievements?q=%22a+%26+b%22&amp;level=5&amp;tenant=find-north&amp;lang=ar"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "q=%25",
                "q=*",
                "q=_",
                "q=:*",
                "q=%26%7C!()<->'\\",
                "q='; drop table achievement; --",
                "q=\"",
                "q=-",
                "q=or",
                "q=the",
                "q=-nothing",
                "skill=' or 1=1 --",
                "q=<script>alert(1)</script>",
                "q=𝕏",
                "after=no.such.1"
            })
    void standsWhatHostilePeopleType(String query) {
        search(query).then().statusCode(200);
        html(query, "en").then().statusCode(200).body(not(containsString("<script>")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"level=9", "limit=1000", "q=%00", "workloadFrom=NaN", "after=x", "language=%2A"})
    void saysWhatCanNotBeSearchedFor(String query) {
        String parameter = query.substring(0, query.indexOf('='));

        raw(query, "application/json")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItem(parameter));
        raw(query, "text/html").then().statusCode(400).body(containsString("role=\"alert\""));
    }

    @Test
    void refusesThousandsOfFacets() {
        String facets = IntStream.range(0, 300).mapToObj(i -> "&tenant=t" + i).reduce("level=1", String::concat);

        raw(facets, "application/json").then().statusCode(400).body("errors.pointer", hasItem("tenant"));
        given().get("/achievements?" + facets.repeat(9)).then().statusCode(414);
    }

    @ParameterizedTest
    @ValueSource(strings = {"q=%zz", "q=%", "q=%C3%28", "%00=%00"})
    void standsWhatIsNoTextAtAll(String query) throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            String sent = "GET /achievements?" + query
                    + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(sent.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);

            assertThat(answer).matches("HTTP/1.1 [24]00");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/ld+json", "text/html"})
    void leadsToTheNewestVersion(String type) {
        given().filter(API)
                .redirects()
                .follow(false)
                .accept(type)
                .get("/achievements/" + NORTH + ".reports?lang=de")
                .then()
                .statusCode(302)
                .header("Location", endsWith("/achievements/find-north.reports/1?lang=de"));
        given().filter(API)
                .accept(type)
                .get("/achievements/" + NORTH + ".nothing")
                .then()
                .statusCode(404)
                .contentType(startsWith(type.equals("text/html") ? "text/html" : "application/problem+json"));
    }

    private static Response only(String tenant, String more) {
        return search("tenant=" + tenant + more);
    }

    /** Of the two institutions of this test, unless one is named. */
    private static Response search(String query) {
        return asking(query).accept("application/json").get("/achievements");
    }

    private static Response html(String query, String language) {
        return asking(query)
                .accept("text/html")
                .header("Accept-Language", language)
                .get("/achievements");
    }

    private static Response raw(String query, String type) {
        return given().filter(API).urlEncodingEnabled(false).accept(type).get("/achievements?" + query);
    }

    private static RequestSpecification asking(String query) {
        RequestSpecification request = given().filter(API);
        for (String pair : query.split("&(?=[a-zA-Z]+=)", -1)) {
            String[] parts = pair.split("=", 2);
            request.queryParam(parts[0], parts[1]);
        }
        return query.contains("tenant=") ? request : request.queryParam("tenant", NORTH, SOUTH);
    }

    private static String path(String address) {
        return address.substring(address.indexOf("/achievements"));
    }

    private static List<String> ids(Response answer) {
        return answer.jsonPath().<String>getList("achievements.id").stream()
                .map(id -> id.substring(id.indexOf('.', id.lastIndexOf("/achievements/")) + 1, id.lastIndexOf('/')))
                .toList();
    }

    private static List<String> words(String expected) {
        return expected == null ? List.of() : List.of(expected.split(" ", -1));
    }

    private static String draft(String id) {
        return Files.read("drafts/catalogue/" + id + ".json");
    }

    private static void published(String tenant, String id, String draft) {
        staff(tenant)
                .contentType(ContentType.JSON)
                .body(draft)
                .post("/api/achievements")
                .then()
                .statusCode(201);
        publish(tenant, id);
    }

    private static void publish(String tenant, String id) {
        staff(tenant)
                .header("Prefer", "wait=10")
                .post("/api/achievements/" + id + "/versions")
                .then()
                .statusCode(202)
                .body("state", equalTo("done"));
    }

    private static Response retire(String tenant, String role) {
        return given().filter(API)
                .auth()
                .oauth2(StaffTokens.of(tenant, role))
                .header("Prefer", "wait=10")
                .post("/api/achievements/reports/retirements");
    }

    private static RequestSpecification staff(String tenant) {
        return given().filter(API).auth().oauth2(StaffTokens.of(tenant, "designer"));
    }
}
