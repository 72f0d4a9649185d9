package org.meritstream.evidence.flow;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.meritstream.evidence.flow.RunningEvidence.append;
import static org.meritstream.evidence.flow.RunningEvidence.isConferral;
import static org.meritstream.evidence.flow.RunningEvidence.log;
import static org.meritstream.evidence.flow.RunningEvidence.passing;
import static org.meritstream.evidence.flow.RunningEvidence.publish;
import static org.meritstream.evidence.flow.RunningEvidence.staff;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.meritstream.events.Message;
import org.meritstream.events.Topics;
import org.meritstream.log.postgres.Database;
import org.meritstream.proving.OpenApi;
import org.meritstream.proving.RealServers;
import org.meritstream.proving.StaffTokens;

/** A record among thousands can not be processed: it is set aside with its reason, shown to its own tenant, and replayed once mended. */
@QuarkusTest
@QuarkusTestResource(StaffTokens.class)
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "evidence"))
class DeadLettersIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String LETTERS = "/api/evidence/dead-letters";
    private static final byte[] TRUNCATED =
            "{\"tenant\":\"shown\",\"source\":{\"id\":\"canvas\"".getBytes(StandardCharsets.UTF_8);
    private static final int LEARNERS = 2_000;
    private static final int BROKEN = 1_100;

    @Inject
    Database database;

    @Test
    void replaysOneBrokenRecordAmongThousandsOnceItsCauseIsMended() {
        String tenant = "mended";
        publish(tenant);
        database.query(
                "alter table fact add constraint forgotten check (learner <> '" + learner(BROKEN) + "')",
                Tuple.tuple());
        append(everyoneKnownAndPassing(tenant));

        assertThat(conferrals(tenant, LEARNERS - 1))
                .hasSize(LEARNERS - 1)
                .doesNotContainKey(tenant + "/" + learner(BROKEN));
        Map<String, String> letter = letters(tenant, 1).getFirst();
        assertThat(letter)
                .containsEntry("reason", "the store refuses the data: 23514")
                .containsEntry("type", "org.meritstream.assessment.completed.v1")
                .containsEntry("event", passing(tenant, learner(BROKEN)).id());
        assertThat(letter.get("origin")).startsWith(Topics.ASSESSMENT + ":");

        replay(tenant, letter);
        Map<String, String> again = letters(tenant, 2).getLast();
        assertThat(again.get("origin")).as("not mended yet").startsWith(Topics.EVIDENCE_COMMANDS + ":");
        database.query("alter table fact drop constraint forgotten", Tuple.tuple());
        replay(tenant, letter);
        replay(tenant, again);
        replay(tenant, letter);
        Message whole = passing(tenant, learner(BROKEN)).message();
        append(List.of(new Message(Topics.EVIDENCE_COMMANDS, whole.key(), whole.headers(), TRUNCATED)));

        assertThat(letters(tenant, 3))
                .as("a letter keyed like the replays, so they were read before it")
                .hasSize(3);
        Map<String, Long> conferrals = counted(tenant, log(Topics.AWARD).all(PATIENCE));
        assertThat(conferrals).hasSize(LEARNERS).containsKey(tenant + "/" + learner(BROKEN));
        assertThat(conferrals.values()).containsOnly(1L);
    }

    @Test
    void showsADeadLetterToItsOwnTenantsAdministratorsAlone() {
        Message whole = passing("shown", learner(0)).message();
        append(List.of(new Message(whole.topic(), whole.key(), whole.headers(), TRUNCATED)));
        Map<String, String> letter = letters("shown", 1).getFirst();

        staff("another", "admin").get(LETTERS).then().statusCode(200).body("deadLetters", hasSize(0));
        String unknown = refusedReplay("another", "0-999999");
        assertThat(refusedReplay("another", id(letter))).isEqualTo(unknown);
        staff("shown", "registrar", "designer", "auditor").get(LETTERS).then().statusCode(403);
        staff("shown", "registrar")
                .post(LETTERS + "/" + id(letter) + "/replays")
                .then()
                .statusCode(403);
        given().filter(new OpenApi("evidence")).get(LETTERS).then().statusCode(401);
        assertThat(letters("shown", 1)).as("nothing was replayed").containsExactly(letter);
        assertThat(letter.toString()).as("payloads are not shown").doesNotContain("canvas");
    }

    @Test
    void showsOperatorsAloneWhatNamesNoTenantAndReplaysItForThem() throws Exception {
        String event = "nobodys-" + UUID.randomUUID();
        appendWithoutKey(event);
        Map<String, String> letter = nobodys(event, 1).getFirst();

        assertThat(letter).containsEntry("reason", "the record has no key or no value");
        assertThat(letter.toString()).as("payloads are not shown").doesNotContain("canvas");
        assertThat(letters("shown-nothing", 0)).isEmpty();
        refusedReplay("shown-nothing", id(letter));
        staff("any", "operator")
                .post(LETTERS + "/" + id(letter) + "/replays")
                .then()
                .statusCode(202);
        assertThat(nobodys(event, 2))
                .as("and it comes back, for it is broken still")
                .extracting(one -> one.getOrDefault("origin", ""))
                .anyMatch(origin -> origin.startsWith(Topics.EVIDENCE_COMMANDS + ":"));
    }

    @Test
    void showsOperatorsNothingOfATenant() {
        Message whole = passing("kept", learner(0)).message();
        append(List.of(new Message(whole.topic(), whole.key(), whole.headers(), TRUNCATED)));
        String letter = id(letters("kept", 1).getFirst());

        staff("kept", "operator").get(LETTERS).then().statusCode(200).body("deadLetters.id", not(hasItem(letter)));
        staff("kept", "operator")
                .post(LETTERS + "/" + letter + "/replays")
                .then()
                .statusCode(404);
    }

    @Test
    void listsWhatLiesBeyondTheFirstThousand() {
        String tenant = "many-letters";
        append(IntStream.rangeClosed(0, 1_000)
                .mapToObj(number -> passing(tenant, learner(number)).message())
                .map(whole -> new Message(whole.topic(), whole.key(), whole.headers(), TRUNCATED))
                .toList());
        Set<String> events = IntStream.rangeClosed(0, 1_000)
                .mapToObj(number -> passing(tenant, learner(number)).id())
                .collect(Collectors.toSet());

        assertThat(eventsOf(tenant, events.size())).containsExactlyInAnyOrderElementsOf(events);
        staff(tenant, "admin").get(LETTERS + "?after=nowhere").then().statusCode(400);
    }

    /** The events of all the tenant's letters, page by page, once there are as many. */
    private static List<String> eventsOf(String tenant, int expected) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            List<String> events = new ArrayList<>();
            String next = "";
            while (next != null) {
                JsonPath page = staff(tenant, "admin").get(LETTERS + next).jsonPath();
                events.addAll(page.getList("deadLetters.event"));
                assertThat(page.getList("deadLetters")).hasSizeLessThanOrEqualTo(1_000);
                next = page.getString("next") == null ? null : "?after=" + page.getString("next");
            }
            if (events.size() >= expected || System.nanoTime() > end) {
                return events;
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    /** As a sender that knows no keys writes it. */
    private static void appendWithoutKey(String event) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", RealServers.kafka(), "acks", "all");
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(Topics.ASSESSMENT, TRUNCATED);
        record.headers().add("ce_id", event.getBytes(StandardCharsets.UTF_8));
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(record).get();
        }
    }

    /** The letters of an event that names no tenant, once there are as many. */
    private static List<Map<String, String>> nobodys(String event, int expected) {
        return lettersOf("any", "operator", "deadLetters.findAll { it.event == '" + event + "' }", expected);
    }

    private static void replay(String tenant, Map<String, String> letter) {
        staff(tenant, "admin")
                .post(LETTERS + "/" + id(letter) + "/replays")
                .then()
                .statusCode(202);
    }

    private static String id(Map<String, String> letter) {
        return letter.getOrDefault("id", "");
    }

    private static String refusedReplay(String tenant, String letter) {
        return staff(tenant, "admin")
                .post(LETTERS + "/" + letter + "/replays")
                .then()
                .statusCode(404)
                .extract()
                .asString();
    }

    private static List<Message> everyoneKnownAndPassing(String tenant) {
        return IntStream.range(0, LEARNERS)
                .mapToObj(DeadLettersIT::learner)
                .flatMap(learner -> Stream.of(
                        Happenings.profiled(tenant, learner).message(),
                        passing(tenant, learner).message()))
                .toList();
    }

    /** How often each learner's award was conferred, once there are as many. */
    private static Map<String, Long> conferrals(String tenant, int expected) {
        return counted(
                tenant, log(Topics.AWARD).readUntil(seen -> of(tenant, seen).size() >= expected, PATIENCE));
    }

    private static Map<String, Long> counted(String tenant, List<ConsumerRecord<String, byte[]>> awards) {
        return awards.stream()
                .filter(award -> isConferral(tenant, award))
                .collect(Collectors.groupingBy(ConsumerRecord::key, Collectors.counting()));
    }

    private static List<ConsumerRecord<String, byte[]>> of(String tenant, List<ConsumerRecord<String, byte[]>> awards) {
        return awards.stream().filter(award -> isConferral(tenant, award)).toList();
    }

    /** The tenant's letters in the order of their failing, once there are as many. */
    private static List<Map<String, String>> letters(String tenant, int expected) {
        return lettersOf(tenant, "admin", "deadLetters", expected);
    }

    private static List<Map<String, String>> lettersOf(String tenant, String role, String path, int expected) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            List<Map<String, String>> letters = staff(tenant, role)
                    .get(LETTERS)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath()
                    .getList(path);
            if (letters.size() >= expected || System.nanoTime() > end) {
                assertThat(letters).hasSize(expected);
                return letters.stream()
                        .sorted(Comparator.comparing(letter -> letter.getOrDefault("failedAt", "")))
                        .toList();
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private static UUID learner(int number) {
        return new UUID(0xdead_8000L, 0x8000_0000_0000_0000L + number);
    }
}
