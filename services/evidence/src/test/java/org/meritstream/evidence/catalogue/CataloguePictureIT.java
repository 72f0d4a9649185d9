package org.meritstream.evidence.catalogue;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.meritstream.evidence.catalogue.Designers.drafted;
import static org.meritstream.evidence.catalogue.Designers.publish;
import static org.meritstream.evidence.catalogue.Designers.published;
import static org.meritstream.evidence.catalogue.Designers.staff;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.meritstream.evidence.flow.Files;
import org.meritstream.proving.OpenApi;
import org.meritstream.proving.RealServers;
import org.meritstream.proving.StaffTokens;

/** The picture of an achievement from its draft to its public address: its author's, else the badge that is drawn. */
@QuarkusTest
@QuarkusTestResource(StaffTokens.class)
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "evidence"))
class CataloguePictureIT {
    private static final OpenApi API = new OpenApi("evidence");
    private static final String PICTURED = Files.read("drafts/with-picture.json");
    private static final String ADDRESS = "https://www.northgate.example/badges/data-literacy.png";

    @Test
    void tellsProgramsThePictureThatItsAuthorChose() {
        published("pictured-document", PICTURED);

        address("pictured-document", "application/ld+json")
                .then()
                .statusCode(200)
                .body("image.id", equalTo(ADDRESS))
                .body("image.type", equalTo("Image"))
                .body("image.caption", equalTo("A lens over a bar chart"));
        staff("pictured-document")
                .get("/api/achievements/data-literacy")
                .then()
                .body("image.id", equalTo(ADDRESS))
                .body("image.caption", equalTo("A lens over a bar chart"));
    }

    @Test
    void linksToAPictureFromElsewhereAndLoadsNone() {
        published("pictured-page", PICTURED);

        address("pictured-page", "text/html")
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("img-src 'self' data:;"))
                .body(containsString("<a href=\"" + ADDRESS + "\" rel=\"noopener noreferrer\" lang=\"en\" dir=\"ltr\">"
                        + "A lens over a bar chart</a>"))
                .body(not(containsString("<img")));
    }

    @Test
    void hasTheBadgeThatIsDrawnWhereItsAuthorChoseNone() {
        published("unpictured", Files.read("drafts/data-literacy.json"));

        address("unpictured", "application/ld+json")
                .then()
                .body("image.id", equalTo("https://badges.example.org/badges/unpictured.data-literacy/1.png"))
                .body("image.caption", equalTo("Data literacy"));
        address("unpictured", "text/html")
                .then()
                .body(containsString("<img src=\"/badges/unpictured.data-literacy/1.svg\" alt=\"\""));
    }

    @Test
    void namesThePlacesOfAPictureThatCanNotBePublished() {
        drafted("pictured-badly", PICTURED.replace("https:", "http:").replace("A lens over a bar chart", " "));

        publish("pictured-badly")
                .then()
                .body("state", equalTo("refused"))
                .body("problem.status", equalTo(422))
                .body("problem.errors.pointer", hasItems("/image/id", "/image/caption"));
    }

    private static Response address(String tenant, String type) {
        return given().filter(API).accept(type).get("/achievements/" + tenant + ".data-literacy/1");
    }
}
