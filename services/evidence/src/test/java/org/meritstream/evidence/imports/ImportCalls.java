package org.meritstream.evidence.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.meritstream.evidence.artifacts.HandingIn.learner;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.CredentialVerified;
import org.meritstream.events.EventData;
import org.meritstream.events.EventFormat;
import org.meritstream.events.ImportRequested;
import org.meritstream.events.Topics;
import org.meritstream.evidence.flow.Happenings;
import org.meritstream.proving.RealServers;
import org.meritstream.proving.Topic;

/** Importing over HTTP as the learner of student number s-4711, and what issuance says to it on the log. */
final class ImportCalls {
    static final String IMPORTS = "/api/imports";
    static final String NUMBER = "s-4711";
    static final Instant MORNING = Instant.parse("2026-11-28T08:00:00Z");
    static final String ISSUER = "did:web:badges.southfield.example:issuers:southfield";
    static final String MAPS = "https://badges.southfield.example/achievements/southfield.maps/1";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private ImportCalls() {}

    static UUID handed(String tenant, String body) {
        Response answer = post(tenant, body.getBytes(StandardCharsets.UTF_8));
        answer.then().statusCode(202).body("state", equalTo("pending"));
        return UUID.fromString(answer.jsonPath().getString("id"));
    }

    static Response post(String tenant, byte[] body) {
        return learner(tenant, NUMBER)
                .contentType("application/octet-stream")
                .body(body)
                .post(IMPORTS);
    }

    static ValidatableResponse outcome(String tenant, UUID request) {
        return learner(tenant, NUMBER)
                .get("/api/evidence/commands/" + request)
                .then()
                .statusCode(200);
    }

    static ValidatableResponse state(String tenant, UUID request, String state) {
        return eventually(
                        () -> learner(tenant, NUMBER).get(IMPORTS + "/" + request),
                        answer -> state.equals(answer.jsonPath().getString("state")))
                .then()
                .statusCode(200);
    }

    static Response eventually(Supplier<Response> ask, Predicate<Response> good) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Response answer = ask.get();
        while (!good.test(answer) && System.nanoTime() < end) {
            LockSupport.parkNanos(50_000_000);
            answer = ask.get();
        }
        assertThat(good.test(answer)).as(answer.asString()).isTrue();
        return answer;
    }

    static void say(EventData said) {
        new Topic(RealServers.kafka(), Topics.CREDENTIAL)
                .append(List.of(Happenings.inbound(said, MORNING).message()));
    }

    /** A request brought a credential that its issuer does not name, held as this. */
    static CredentialVerified verified(String tenant, UUID request, UUID credential, UUID learner) {
        return new CredentialVerified(tenant, request, credential, learner, ISSUER, MAPS, null, null, null, MORNING);
    }

    /** A request brought a credential that is called so. */
    static CredentialVerified named(String tenant, UUID request, UUID learner, @Nullable String issuer, String name) {
        return new CredentialVerified(tenant, request, request, learner, ISSUER, MAPS, issuer, name, null, MORNING);
    }

    static ImportRequested requested(String tenant, UUID request) {
        Predicate<ConsumerRecord<String, byte[]>> it = record -> record.key().startsWith(tenant + "/")
                && Topic.header(record, "ce_id").equals(request.toString());
        ConsumerRecord<String, byte[]> found = new Topic(RealServers.kafka(), Topics.IMPORT)
                .readUntil(seen -> seen.stream().anyMatch(it), PATIENCE).stream()
                        .filter(it)
                        .findFirst()
                        .orElseThrow();
        Map<String, String> headers = new HashMap<>();
        found.headers().forEach(h -> headers.put(h.key(), new String(h.value(), StandardCharsets.UTF_8)));
        return (ImportRequested) EventFormat.read(headers, found.value()).data();
    }
}
