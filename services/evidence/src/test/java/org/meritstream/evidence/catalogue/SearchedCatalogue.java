package org.meritstream.evidence.catalogue;

import static io.restassured.RestAssured.given;
import static org.meritstream.evidence.catalogue.Designers.published;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.meritstream.evidence.flow.Files;
import org.meritstream.proving.OpenApi;
import org.meritstream.proving.Settled;
import org.meritstream.proving.StaffTokens;

/** The public catalogue over HTTP, to be asked: two institutions, four languages, one of which PostgreSQL does not know. */
abstract class SearchedCatalogue {
    static final OpenApi API = new OpenApi("evidence");
    static final String NORTH = "find-north";
    static final String SOUTH = "find-south";
    static final List<String> NORTHS = List.of("reports", "datenkompetenz", "bayanat");

    @BeforeEach
    void publishEverythingOnce() {
        if (given().get("/achievements/" + SOUTH + ".tikanga/1").statusCode() == 404) {
            NORTHS.forEach(id -> published(NORTH, id, draft(id)));
            published(SOUTH, "tikanga", draft("tikanga"));
        }
    }

    static Response only(String tenant, String more) {
        return search("tenant=" + tenant + more);
    }

    /** Of the two institutions of this test, unless one is named. */
    static Response search(String query) {
        return asking(query).accept("application/json").get("/achievements");
    }

    static Response html(String query, String language) {
        return asking(query)
                .accept("text/html")
                .header("Accept-Language", language)
                .get("/achievements");
    }

    static Response raw(String query, String type) {
        return given().filter(API).urlEncodingEnabled(false).accept(type).get("/achievements?" + query);
    }

    static RequestSpecification asking(String query) {
        RequestSpecification request = given().filter(API);
        for (String pair : query.split("&(?=[a-zA-Z]+=)", -1)) {
            String[] parts = pair.split("=", 2);
            request.queryParam(parts[0], parts[1]);
        }
        return query.contains("tenant=") ? request : request.queryParam("tenant", NORTH, SOUTH);
    }

    static String path(String address) {
        return address.substring(address.indexOf("/achievements"));
    }

    static List<String> ids(Response answer) {
        return answer.jsonPath().<String>getList("achievements.id").stream()
                .map(id -> id.substring(id.indexOf('.', id.lastIndexOf("/achievements/")) + 1, id.lastIndexOf('/')))
                .toList();
    }

    static List<String> words(String expected) {
        return expected == null ? List.of() : List.of(expected.split(" ", -1));
    }

    static String draft(String id) {
        return Files.read("drafts/catalogue/" + id + ".json");
    }

    static Response retire(String tenant, String role) {
        return given().filter(API)
                .auth()
                .oauth2(StaffTokens.of(tenant, role))
                .filter(new Settled())
                .post("/api/achievements/reports/retirements");
    }
}
