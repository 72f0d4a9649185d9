package org.meritstream.assessment.flow;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.meritstream.assessment.Tokens;
import org.meritstream.events.Topics;
import org.meritstream.proving.RealServers;
import org.meritstream.proving.StaffTokens;
import org.meritstream.proving.Topic;

/** The running service as senders, staff and the log meet it. */
final class RunningAssessment {
    /** Of the source that {@code source/moodle.json} describes. */
    static final String PASSWORD = "planted-secret-of-moodle";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private RunningAssessment() {}

    static void source(String tenant, String id, String settings) {
        staff(tenant)
                .contentType("application/json")
                .body(settings)
                .put("/api/sources/" + id)
                .then()
                .statusCode(200)
                .body("id", equalTo(id));
    }

    static void putRoster(String tenant, String csv) {
        staff(tenant)
                .contentType("text/csv")
                .body(csv.getBytes(StandardCharsets.UTF_8))
                .put("/api/learners")
                .then()
                .statusCode(200);
    }

    static String deliverCanvas(String tenant, JsonNode event) {
        return accepted(postCanvas(tenant, Tokens.sign(event.toString())));
    }

    static String deliverMoodle(String tenant, JsonNode statements) {
        return accepted(post(tenant, statements, PASSWORD));
    }

    static Response postCanvas(String tenant, String body) {
        return given().contentType("application/jwt")
                .body(body.getBytes(StandardCharsets.US_ASCII))
                .post("/intake/" + tenant + "/canvas");
    }

    static Response post(String tenant, JsonNode statements, String password) {
        return postMoodle(tenant, "moodle", statements.toString(), password);
    }

    static Response postMoodle(String tenant, String source, String body, String password) {
        return given().auth()
                .preemptive()
                .basic("moodle", password)
                .contentType("application/json")
                .header("X-Experience-API-Version", "1.0.3")
                .body(body)
                .post("/intake/" + tenant + "/" + source + "/statements");
    }

    /** The delivery's id. */
    static String accepted(Response answer) {
        return answer.then().statusCode(200).extract().header("Meritstream-Delivery");
    }

    static RequestSpecification staff(String tenant) {
        return given().auth().oauth2(StaffTokens.of(tenant, "admin", "registrar"));
    }

    static JsonPath settled(String tenant, String delivery) {
        return await(tenant, "/api/intake/deliveries/" + delivery, path -> !"RECEIVED".equals(path.getString("state")));
    }

    /** Asks until it is so; the log needs a moment. */
    static JsonPath await(String tenant, String address, Predicate<JsonPath> enough) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            JsonPath found =
                    staff(tenant).get(address).then().statusCode(200).extract().jsonPath();
            if (enough.test(found)) {
                return found;
            }
            LockSupport.parkNanos(20_000_000);
        }
        throw new AssertionError("Not in time: " + address);
    }

    static List<ConsumerRecord<String, byte[]>> facts(String tenant, int expected) {
        return read(Topics.ASSESSMENT, tenant, expected);
    }

    static List<ConsumerRecord<String, byte[]>> read(String topic, String tenant, int expected) {
        return new Topic(RealServers.kafka(), topic)
                .readUntil(seen -> of(tenant, seen).size() >= expected, PATIENCE).stream()
                        .filter(record -> record.key().startsWith(tenant + "/"))
                        .toList();
    }

    private static List<ConsumerRecord<String, byte[]>> of(String tenant, List<ConsumerRecord<String, byte[]>> seen) {
        return seen.stream()
                .filter(record -> record.key().startsWith(tenant + "/"))
                .toList();
    }
}
