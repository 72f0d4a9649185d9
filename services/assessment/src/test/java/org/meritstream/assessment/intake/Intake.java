package org.meritstream.assessment.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.micrometer.core.instrument.MeterRegistry;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.meritstream.assessment.AppenderInTest;
import org.meritstream.assessment.Fixture;
import org.meritstream.assessment.source.SourcesInMemory;
import org.meritstream.events.DeliveryAccepted;
import org.meritstream.proving.OpenApi;

/** The intake over HTTP, with a log in memory behind it: how each sender sends, and how it is refused. */
abstract class Intake {
    static final String EVENT = Fixture.text("canvas/grade_change.json");
    static final String BATCH = Fixture.text("moodle/quiz_attempt.statements.json");
    static final String PROBLEM = "application/problem+json";

    @Inject
    AppenderInTest log;

    @Inject
    MeterRegistry meters;

    @BeforeAll
    static void judgeEveryAnswer() {
        RestAssured.replaceFiltersWith(new OpenApi("assessment"));
    }

    @BeforeEach
    void start() {
        log.reset(false);
    }

    double refusedCount() {
        return meters.counter("meritstream.intake.refused", "reason", "not-authenticated")
                .count();
    }

    DeliveryAccepted onlyAppended() {
        assertThat(log.appended()).hasSize(1);
        return (DeliveryAccepted) log.appended().get(0).data();
    }

    void refusedByCanvas(String body, int status, String slug) {
        canvas("northgate", body)
                .statusCode(status)
                .contentType(PROBLEM)
                .body("type", equalTo("https://meritstream.org/problems/" + slug))
                .body("status", equalTo(status));
        assertThat(log.appended()).isEmpty();
    }

    ValidatableResponse refusedByMoodle(RequestSpecification request, String body, int status, String slug) {
        ValidatableResponse response = moodle(request, body)
                .statusCode(status)
                .contentType(PROBLEM)
                .header("X-Experience-API-Version", "1.0.3")
                .body("type", equalTo("https://meritstream.org/problems/" + slug));
        assertThat(log.appended()).isEmpty();
        return response;
    }

    static ValidatableResponse canvas(String tenant, String body) {
        return given().contentType("application/jwt")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/intake/" + tenant + "/canvas")
                .then();
    }

    static RequestSpecification authenticated() {
        return given().auth().preemptive().basic("moodle", SourcesInMemory.PASSWORD);
    }

    static ValidatableResponse moodle(RequestSpecification request, String body) {
        return statements(request, body, "/intake/northgate/moodle/statements");
    }

    static ValidatableResponse statements(RequestSpecification request, String body, String address) {
        return request.contentType("application/json")
                .header("X-Experience-API-Version", "1.0.3")
                .body(body)
                .post(address)
                .then();
    }
}
