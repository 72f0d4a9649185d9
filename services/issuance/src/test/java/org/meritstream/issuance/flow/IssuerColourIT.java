package org.meritstream.issuance.flow;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.jwt.Claim;
import io.quarkus.test.security.jwt.JwtSecurity;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meritstream.events.EventFormat;
import org.meritstream.events.Message;
import org.meritstream.proving.RealServers;
import org.meritstream.proving.Topic;

/** The colour that a tenant's administrator chooses, and what is drawn in it. */
@QuarkusTest
@TestProfile(OnTheLog.class)
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "issuance"))
class IssuerColourIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String BORDEAUX = "#7a1f3d";

    @Test
    @TestSecurity(user = "it", roles = "admin")
    @JwtSecurity(claims = @Claim(key = "tenant", value = "coloured"))
    void drawsTheBadgeInTheColourThatIsChosenUntilItIsTakenBack() {
        publish("coloured");
        put("coloured", null).then().statusCode(201).body("colour", nullValue());
        String unasked = badge("coloured");

        put("coloured", "#7A1F3D").then().statusCode(200).body("colour", equalTo(BORDEAUX));
        String chosen = badge("coloured");
        put("coloured", null).then().statusCode(200).body("colour", nullValue());

        assertThat(unasked).doesNotContain(BORDEAUX);
        assertThat(chosen).contains(BORDEAUX).isNotEqualTo(unasked);
        assertThat(badge("coloured")).isEqualTo(unasked);
    }

    @Test
    @TestSecurity(user = "it", roles = "admin")
    @JwtSecurity(claims = @Claim(key = "tenant", value = "coloured-first"))
    void takesAColourFromTheFirstDay() {
        publish("coloured-first");

        put("coloured-first", BORDEAUX).then().statusCode(201).body("colour", equalTo(BORDEAUX));

        assertThat(badge("coloured-first")).contains(BORDEAUX);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "red", "7a1f3d", "#7a1", "#7a1f3g", "#7a1f3d80", "#7a1f3d;", "url(#x)"})
    @TestSecurity(user = "it", roles = "admin")
    @JwtSecurity(claims = @Claim(key = "tenant", value = "coloured-badly"))
    void refusesWhatIsNoColour(String colour) {
        Response refused = given().contentType("application/json")
                .body(Map.of("name", "University", "url", "https://u.example", "colour", colour))
                .put("/api/issuers/coloured-badly");

        refused.then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", contains("/colour"));
    }

    private static void publish(String tenant) {
        Message message = EventFormat.write(new Story(tenant).published(3));
        new Topic(RealServers.kafka(), message.topic()).append(List.of(message));
    }

    private static Response put(String tenant, @Nullable String colour) {
        Map<String, String> issuer = new HashMap<>(Map.of("name", "University", "url", "https://u.example"));
        if (colour != null) {
            issuer.put("colour", colour);
        }
        return OverHttp.judged().contentType("application/json").body(issuer).put("/api/issuers/" + tenant);
    }

    /** As soon as the version has come. */
    private static String badge(String tenant) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Response answer = ask(tenant);
        while (answer.statusCode() == 404 && System.nanoTime() < end) {
            LockSupport.parkNanos(50_000_000);
            answer = ask(tenant);
        }
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.asString();
    }

    private static Response ask(String tenant) {
        return given().get("/badges/" + tenant + ".data-literacy/1.svg");
    }
}
