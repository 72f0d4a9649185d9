package org.meritstream.issuance.flow;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
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
