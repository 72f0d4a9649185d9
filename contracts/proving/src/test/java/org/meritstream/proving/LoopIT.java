package org.meritstream.proving;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.mutiny.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meritstream.events.Message;
import org.meritstream.events.Topics;
import org.meritstream.log.Loop;
import org.meritstream.log.LoopHealth;

/** The loop on a real broker that is killed and a real PostgreSQL. */
class LoopIT {
    private static final String NO_POISON = "";

    @TempDir
    Path data;

    private ServerProcess broker;
    private String kafka;
    private LoopBench bench;
    private final LoopHealth health = new LoopHealth();

    @BeforeEach
    void start() {
        broker = LoopBench.broker(data, LoopBench.port(), "0");
        kafka = "127.0.0.1:" + broker.port("kafka");
        bench = new LoopBench(kafka);
    }

    @AfterEach
    void stop() {
        bench.close();
        broker.close();
    }

    @Test
    void emitsEachEventOnceThoughSendersRepeatAndReplicasComeAndGo() {
        List<Message> sent = withDuplicates(2_000, new Random(7));
        Topic input = new Topic(kafka, Topics.ASSESSMENT);
        Loop first = bench.start("a", health, NO_POISON);
        input.append(sent.subList(0, 700));
        Loop second = bench.start("b", new LoopHealth(), NO_POISON);
        input.append(sent.subList(700, 1_500));
        first.close();
        input.append(sent.subList(1_500, sent.size()));

        Map<String, Integer> seen = bench.evaluationsSeen(2_000);

        second.close();
        assertThat(seen).hasSize(2_000);
        assertThat(seen.values()).containsOnly(1);
        assertThat(bench.facts()).isEqualTo(2_000);
    }

    @Test
    void goesOnByItselfAfterTheBrokerWasAwayForTwentySeconds() {
        outage(Duration.ofSeconds(20));
    }

    @Test
    void goesOnByItselfAfterTheBrokerWasAwayForTwoMinutes() {
        outage(Duration.ofMinutes(2));
    }

    @Test
    void setsABrokenRecordAsideAndLeavesItsNeighboursUnharmed() {
        List<Message> sent = new ArrayList<>(LoopBench.events(0, 500));
        sent.add(250, new Message("", "northgate/broken", sent.get(0).headers(), "{".getBytes(StandardCharsets.UTF_8)));
        new Topic(kafka, Topics.ASSESSMENT).append(sent);
        try (Loop loop = bench.start("a", health, "event-300")) {
            Map<String, Integer> seen = bench.evaluationsSeen(499);
            List<ConsumerRecord<String, byte[]>> dead = new Topic(kafka, Topics.deadLetters(LoopBench.SERVICE))
                    .readUntil(letters -> letters.size() == 2, LoopBench.PATIENCE);

            assertThat(seen).hasSize(499);
            assertThat(dead)
                    .extracting(letter -> Topic.header(letter, "meritstream_reason"))
                    .containsExactlyInAnyOrder(
                            "the data is not a assessment.withdrawn.v1",
                            "the decision failed: IllegalArgumentException");
        }
    }

    @Test
    void waitsWithTheReasonWhileTheSchemaDoesNotFitAndSetsNothingAside() {
        Topic input = new Topic(kafka, Topics.ASSESSMENT);
        try (Loop loop = bench.start("a", health, NO_POISON)) {
            input.append(LoopBench.events(0, 100));
            assertThat(bench.evaluationsSeen(100)).hasSize(100);
            bench.database().query("alter table proof_fact rename to proof_fact_of_the_next_release", Tuple.tuple());
            input.append(LoopBench.events(100, 200));
            assertThat(LoopBench.holds(
                            () -> String.valueOf(health.notReady(Instant.now())).contains("42P01")))
                    .as("not ready, and says why")
                    .isTrue();
            bench.database().query("alter table proof_fact_of_the_next_release rename to proof_fact", Tuple.tuple());

            Map<String, Integer> seen = bench.evaluationsSeen(200);

            assertThat(seen).hasSize(200);
            assertThat(seen.values()).containsOnly(1);
            assertThat(new Topic(kafka, Topics.deadLetters(LoopBench.SERVICE)).all(LoopBench.PATIENCE))
                    .isEmpty();
        }
    }

    private void outage(Duration time) {
        Topic input = new Topic(kafka, Topics.ASSESSMENT);
        try (Loop loop = bench.start("a", health, NO_POISON)) {
            input.append(LoopBench.events(0, 300));
            assertThat(bench.evaluationsSeen(300)).hasSize(300);
            int port = broker.port("kafka");
            broker.kill();
            assertThat(LoopBench.holds(() -> health.notReady(Instant.now()) != null))
                    .as("not ready while the broker is away")
                    .isTrue();
            LockSupport.parkNanos(time.toNanos());
            assertThat(health.notReady(Instant.now())).as("still not ready").isNotNull();
            broker = LoopBench.broker(data, String.valueOf(port), "0");
            input.append(LoopBench.events(300, 600));

            Map<String, Integer> seen = bench.evaluationsSeen(600);

            assertThat(seen).hasSize(600);
            assertThat(seen.values()).containsOnly(1);
            assertThat(LoopBench.holds(() -> health.notReady(Instant.now()) == null))
                    .as("ready again")
                    .isTrue();
        }
    }

    private static List<Message> withDuplicates(int distinct, Random random) {
        List<Message> messages = new ArrayList<>(LoopBench.events(0, distinct));
        IntStream.range(0, distinct / 10).forEach(n -> messages.add(messages.get(random.nextInt(distinct))));
        Collections.shuffle(messages, random);
        return messages;
    }
}
