package org.meritstream.issuance.flow;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.meritstream.events.Event;
import org.meritstream.events.EventFormat;
import org.meritstream.proving.OpenApi;

/** What the world gets over HTTP, held to the contract. */
final class OverHttp {
    private OverHttp() {}

    /** The signed document. */
    static String document(UUID id) {
        return get(id, "application/vc");
    }

    /** A credential in a form. */
    static String get(UUID id, String accept) {
        return judged().header("Accept", accept).get("/credentials/" + id).asString();
    }

    /** What is signed and shared at a path, an endorsement or a record. */
    static String signed(String path) {
        return judged().accept("application/vc")
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    /** What the verifier says of what is signed and shared at a path. */
    static ValidatableResponse verify(String path) {
        return judged().contentType("application/json")
                .body(signed(path))
                .post("/api/verify")
                .then()
                .statusCode(200);
    }

    /** Opens the tenant's issuer, or says again what it is called. */
    static Response putIssuer(String tenant) {
        return judged().contentType("application/json")
                .body(Map.of("name", "University " + tenant, "url", "https://" + tenant + ".example"))
                .put("/api/issuers/" + tenant);
    }

    /** How far a bulk operation is. */
    static JsonPath progress(Event<?> command) {
        return judged().get("/api/credentials/bulk/" + command.header().id()).jsonPath();
    }

    /** What the verifier says of it. */
    static JsonNode verified(String credential) {
        return json(judged().contentType(credential.startsWith("{") ? "application/vc" : "text/plain")
                .body(credential.getBytes(StandardCharsets.UTF_8))
                .post("/api/verify"));
    }

    /** By which key a status list is signed. */
    static String signerOf(String list) {
        return json(judged().get("/status/" + list))
                .at("/proof")
                .findValuesAsText("verificationMethod")
                .getFirst();
    }

    static JsonNode json(Response response) {
        try {
            return EventFormat.JSON.readTree(response.asString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What is served as JSON is JSON", e);
        }
    }

    static RequestSpecification judged() {
        return given().filter(new OpenApi("issuance"));
    }
}
