package org.meritstream.evidence.catalogue;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.meritstream.proving.OpenApi;
import org.meritstream.proving.Settled;
import org.meritstream.proving.StaffTokens;

/** What a tenant's designers do over HTTP: they write a draft and publish it. */
final class Designers {
    private static final OpenApi API = new OpenApi("evidence");

    private Designers() {}

    static void published(String tenant, String draft) {
        published(tenant, "data-literacy", draft);
    }

    static void published(String tenant, String achievement, String draft) {
        drafted(tenant, draft);
        publishedAsItIs(tenant, achievement);
    }

    /** The draft that is there. */
    static void publishedAsItIs(String tenant, String achievement) {
        publish(tenant, achievement).then().statusCode(202).body("state", equalTo("done"));
    }

    static void drafted(String tenant, String draft) {
        staff(tenant)
                .contentType(ContentType.JSON)
                .body(draft)
                .post("/api/achievements")
                .then()
                .statusCode(201);
    }

    static Response publish(String tenant) {
        return publish(tenant, "data-literacy");
    }

    static Response publish(String tenant, String achievement) {
        return staff(tenant).filter(new Settled()).post("/api/achievements/" + achievement + "/versions");
    }

    static RequestSpecification staff(String tenant) {
        return given().filter(API).auth().oauth2(StaffTokens.of(tenant, "designer"));
    }
}
