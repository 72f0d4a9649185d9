package org.meritstream.evidence.flow;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.meritstream.evidence.judgement.Fixtures.result;
import static org.meritstream.evidence.judgement.Fixtures.score;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.meritstream.events.Message;
import org.meritstream.log.Inbound;
import org.meritstream.proving.OpenApi;
import org.meritstream.proving.RealServers;
import org.meritstream.proving.Settled;
import org.meritstream.proving.StaffTokens;
import org.meritstream.proving.Topic;

/** The running service as staff and the log meet it. */
public final class RunningEvidence {
    static final String DRAFT = Files.read("drafts/data-literacy.json");

    private RunningEvidence() {}

    /** A request of a member of staff; every answer is judged by the API's description. */
    public static RequestSpecification staff(String tenant, String... roles) {
        return given().filter(new OpenApi("evidence")).auth().oauth2(StaffTokens.of(tenant, roles));
    }

    public static void publish(String tenant) {
        publish(tenant, DRAFT);
    }

    public static void publish(String tenant, String draft) {
        staff(tenant, "designer")
                .contentType(ContentType.JSON)
                .body(draft)
                .post("/api/achievements")
                .then()
                .statusCode(201);
        staff(tenant, "designer")
                .filter(new Settled())
                .post("/api/achievements/data-literacy/versions")
                .then()
                .statusCode(202)
                .body("state", equalTo("done"));
    }

    static Inbound passing(String tenant, UUID learner) {
        return Happenings.fact(
                result("assignment/355", score("80", "100")).of(tenant, learner).build());
    }

    static boolean isConferral(String tenant, ConsumerRecord<String, byte[]> award) {
        return award.key().startsWith(tenant + "/")
                && Topic.header(award, "ce_type").equals("org.meritstream.award.conferred.v1");
    }

    /** A record of a topic as whoever wrote it made it. */
    static Message message(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = new LinkedHashMap<>();
        record.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return new Message(record.topic(), record.key(), headers, record.value());
    }

    public static void append(List<Message> messages) {
        messages.stream()
                .collect(Collectors.groupingBy(Message::topic))
                .forEach((topic, some) -> log(topic).append(some));
    }

    static Topic log(String topic) {
        return new Topic(RealServers.kafka(), topic);
    }
}
