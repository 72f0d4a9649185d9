package org.meritstream.evidence.catalogue;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meritstream.proving.RealServers;
import org.meritstream.proving.StaffTokens;

/** The public catalogue as people meet it: in their language, and whatever they type. */
@QuarkusTest
@QuarkusTestResource(StaffTokens.class)
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "evidence"))
class CataloguePagesIT extends SearchedCatalogue {
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
}
