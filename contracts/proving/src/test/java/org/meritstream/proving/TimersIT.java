package org.meritstream.proving;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.mutiny.sqlclient.Tuple;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meritstream.events.EvaluateLearner;
import org.meritstream.events.Topics;
import org.meritstream.log.Agenda;
import org.meritstream.log.Loop;
import org.meritstream.log.LoopHealth;
import org.meritstream.log.Timekeeper;
import org.meritstream.log.Timer;
import org.meritstream.log.postgres.Timers;

/** What falls due reaches the log, and its effect the store, once: real broker, real PostgreSQL. */
class TimersIT {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @TempDir
    Path data;

    private ServerProcess broker;
    private LoopBench bench;
    private Timers timers;
    private Topic commands;

    @BeforeEach
    void start() {
        broker = LoopBench.broker(data, "0", "0");
        String kafka = "127.0.0.1:" + broker.port("kafka");
        bench = new LoopBench(kafka);
        timers = new Timers(bench.database());
        commands = new Topic(kafka, Topics.EVIDENCE_COMMANDS);
    }

    @AfterEach
    void stop() {
        bench.close();
        broker.close();
    }

    @Test
    void appendsWhatIsDueAtTheTimeItFellDueAndNothingElse() {
        set(timer("due", NOON), timer("later", NOON.plusSeconds(1)));
        LoopHealth health = new LoopHealth();

        try (Loop loop = loop("a", health);
                Timekeeper time = time("a", timers, health, NOON)) {
            assertThat(stored(1)).isTrue();
        }

        assertThat(commands.all(LoopBench.PATIENCE)).singleElement().satisfies(record -> {
            assertThat(Topic.header(record, "ce_time")).isEqualTo(NOON.toString());
            assertThat(EventContract.refusals(record)).isEmpty();
        });
        assertThat(names()).containsExactly("later");
    }

    @Test
    void setsOnlyWhatIsNotSetWhereItIsAskedTo() {
        set(timer("set", NOON));

        bench.database()
                .inTransaction(List.of(Timers.whereNone(
                        LoopBench.SERVICE,
                        List.of(timer("set", NOON.minusSeconds(9)), timer("new", NOON.plusSeconds(9))))));

        assertThat(timers.take(NOON.minusSeconds(1), 10)).isEmpty();
        assertThat(names()).containsExactly("new", "set");
    }

    @Test
    void repeatsUnderTheSameIdWhatAReplicaAppendedAndDidNotRemove() throws InterruptedException {
        set(timer("due", NOON));
        LoopHealth health = new LoopHealth();
        KilledBeforeRemoval killed = new KilledBeforeRemoval(timers, new CountDownLatch(1));

        try (Loop loop = loop("a", health)) {
            try (Timekeeper first = time("a", killed, health, NOON)) {
                assertThat(killed.reached().await(60, TimeUnit.SECONDS)).isTrue();
            }
            assertThat(names()).containsExactly("due");
            try (Timekeeper second =
                    time("b", timers, health, NOON.plus(Agenda.HELD).plusSeconds(1))) {
                assertThat(LoopBench.holds(() -> names().isEmpty())).isTrue();
            }
            assertThat(stored(1)).isTrue();
            assertThat(bench.evaluationsSeen(1)).hasSize(1);
        }

        assertThat(appended(2)).hasSize(2);
        assertThat(bench.allEvaluations()).hasSize(1);
    }

    @Test
    void letsTwoReplicasShareTheWorkInBoundedSteps() {
        set(IntStream.range(0, 2_500).mapToObj(n -> timer("due-" + n, NOON)).toArray(Timer[]::new));
        LoopHealth health = new LoopHealth();

        try (Loop loop = loop("a", health);
                Timekeeper one = time("a", timers, health, NOON);
                Timekeeper other = time("b", timers, health, NOON)) {
            assertThat(stored(2_500)).isTrue();
            assertThat(LoopBench.holds(() -> names().isEmpty())).isTrue();
        }

        assertThat(commands.all(LoopBench.PATIENCE))
                .as("no replica appended what another had in hand")
                .hasSize(2_500);
    }

    @Test
    void appendsNothingThatWasCancelledAndFollowsWhatWasMoved() {
        set(timer("cancelled", NOON), timer("moved", NOON), timer("earlier", NOON.plusSeconds(60)));
        run(List.of(timer("moved", NOON.plusSeconds(60)), timer("earlier", NOON)), List.of("cancelled"));
        LoopHealth health = new LoopHealth();

        try (Loop loop = loop("a", health);
                Timekeeper time = time("a", timers, health, NOON)) {
            assertThat(stored(1)).isTrue();
        }

        assertThat(ids())
                .containsOnlyKeys(
                        timer("earlier", NOON).fellDue("evidence").headers().get("ce_id"));
        assertThat(names()).containsExactly("moved");
    }

    @Test
    void keepsATimerThatWasMovedWhileItWasAppended() {
        set(timer("moved", NOON));
        List<Agenda.Due> taken = timers.take(NOON, 10);

        set(timer("moved", NOON.plusSeconds(60)));
        timers.done(taken);

        assertThat(names()).containsExactly("moved");
    }

    @Test
    void doesNothingTwiceWhenARestoredStoreHasATimerThatFellDueLongAgo() {
        set(timer("due", NOON));
        bench.database().query("drop table if exists copy_of_timer", Tuple.tuple());
        bench.database().query("create table copy_of_timer as table timer", Tuple.tuple());
        LoopHealth before = new LoopHealth();
        try (Loop loop = loop("a", before);
                Timekeeper time = time("a", timers, before, NOON)) {
            assertThat(stored(1)).isTrue();
            assertThat(bench.evaluationsSeen(1)).hasSize(1);
            assertThat(LoopBench.holds(() -> names().isEmpty())).isTrue();
        }
        for (String table : List.of("handled", "input_position", "proof_fact")) {
            bench.database().query("truncate " + table, Tuple.tuple());
        }
        bench.database().query("insert into timer select * from copy_of_timer", Tuple.tuple());

        LoopHealth after = new LoopHealth();
        try (Loop loop = loop("a", after);
                Timekeeper time = time("a", timers, after, NOON.plusSeconds(3_600))) {
            assertThat(LoopBench.holds(() -> names().isEmpty())).isTrue();
            assertThat(stored(1)).isTrue();
        }

        assertThat(ids()).hasSize(1);
        assertThat(bench.allEvaluations()).hasSize(1).containsValue(1);
    }

    /** Dies after the append. */
    private record KilledBeforeRemoval(Agenda agenda, CountDownLatch reached) implements Agenda {

        @Override
        public List<Due> take(Instant now, int most) {
            return agenda.take(now, most);
        }

        @Override
        public void done(List<Due> appended) {
            reached.countDown();
            throw new IllegalStateException("killed");
        }
    }

    private Loop loop(String replica, LoopHealth health) {
        return bench.start(replica, health, "");
    }

    private Timekeeper time(String replica, Agenda agenda, LoopHealth health, Instant now) {
        return bench.startTime(replica, agenda, health, Clock.fixed(now, ZoneOffset.UTC));
    }

    private void set(Timer... some) {
        run(Arrays.asList(some), List.of());
    }

    private void run(List<Timer> set, List<String> cancelled) {
        bench.database().inTransaction(Timers.writes(LoopBench.SERVICE, set, cancelled));
    }

    private boolean stored(int facts) {
        return LoopBench.holds(() -> bench.facts() == facts);
    }

    private List<ConsumerRecord<String, byte[]>> appended(int count) {
        return commands.readUntil(seen -> seen.size() >= count, LoopBench.PATIENCE);
    }

    /** How often each id was appended, once the loop has ended. */
    private Map<String, Long> ids() {
        return commands.all(LoopBench.PATIENCE).stream()
                .collect(Collectors.groupingBy(record -> Topic.header(record, "ce_id"), Collectors.counting()));
    }

    private List<String> names() {
        return bench.database().query("select name from timer order by name", Tuple.tuple()).stream()
                .map(row -> row.getString("name"))
                .toList();
    }

    private static Timer timer(String name, Instant dueAt) {
        UUID learner = UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return new Timer(name, dueAt, new EvaluateLearner("northgate", learner, "data-literacy", 1));
    }
}
