package org.meritstream.issuance.flow;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.jwt.Claim;
import io.quarkus.test.security.jwt.JwtSecurity;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.meritstream.events.Event;
import org.meritstream.events.EventFormat;
import org.meritstream.events.Message;
import org.meritstream.issuance.status.Bitstring;
import org.meritstream.log.postgres.Database;
import org.meritstream.proving.RealServers;
import org.meritstream.proving.Topic;

/** How long after a registrar's request the origin serves the list with the bit: by the command, the loop, a signature and the store. */
@QuarkusTest
@TestProfile(OnTheLog.class)
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "issuance"))
class StatusDelayIT {
    private static final String TENANT = "delayed";
    private static final int LEARNERS = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    Database database;

    @Test
    @TestSecurity(
            user = "it",
            roles = {"admin", "registrar"})
    @JwtSecurity(claims = @Claim(key = "tenant", value = TENANT))
    void servesTheListWithTheBitOfEachAndPrintsHowSoon() {
        issueToAll();
        List<Duration> delays = new ArrayList<>();

        for (Row credential : credentials()) {
            delays.add(delay(credential));
        }

        List<Duration> sorted = delays.stream().sorted().toList();
        System.out.printf(
                "status.delay median=%d ms longest=%d ms of=%d%n",
                sorted.get(LEARNERS / 2).toMillis(), sorted.getLast().toMillis(), LEARNERS);
        assertThat(sorted).as("bits that were served").hasSize(LEARNERS);
    }

    private Duration delay(Row credential) {
        long asked = System.nanoTime();
        given().contentType("application/json")
                .body(Map.of("reason", "ISSUED_IN_ERROR"))
                .post("/api/credentials/" + credential.getUUID("id") + "/revocations")
                .then()
                .statusCode(202);
        await(() -> served(credential.getString("status_list")).isSet(credential.getInteger("status_index")));
        return Duration.ofNanos(System.nanoTime() - asked);
    }

    private static Bitstring served(String list) {
        return Bitstring.decoded(given().get("/status/" + list).jsonPath().getString("credentialSubject.encodedList"));
    }

    private void issueToAll() {
        Story story = new Story(TENANT);
        given().contentType("application/json")
                .body(Map.of("name", "University", "url", "https://u.example"))
                .put("/api/issuers/" + TENANT)
                .then()
                .statusCode(201);
        List<Event<?>> events = new ArrayList<>(List.of(story.published(3)));
        IntStream.range(0, LEARNERS).forEach(n -> {
            events.add(story.profiled(n, "Learner " + n, 1));
            events.add(story.conferred(n, 10));
        });
        events.stream()
                .map(EventFormat::write)
                .collect(Collectors.groupingBy(Message::topic))
                .forEach((topic, messages) -> new Topic(RealServers.kafka(), topic).append(messages));
        await(() -> credentials().size() == LEARNERS);
    }

    private List<Row> credentials() {
        List<Row> rows = new ArrayList<>();
        database.query(
                        "select id, status_list, status_index from issued_credential where tenant = $1 order by id",
                        Tuple.of(TENANT))
                .forEach(rows::add);
        return rows;
    }

    private static void await(BooleanSupplier holds) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }
}
