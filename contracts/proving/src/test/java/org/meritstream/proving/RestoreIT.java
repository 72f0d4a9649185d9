package org.meritstream.proving;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.mutiny.sqlclient.Tuple;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meritstream.events.Topics;
import org.meritstream.log.Loop;
import org.meritstream.log.LoopHealth;

/** A store put back to an older copy while the log went on (DESIGN.md, rule 10): real broker, real PostgreSQL. */
class RestoreIT {
    private static final List<String> TABLES = List.of("handled", "input_position", "waiting", "proof_fact");
    private static final String POISON = "event-1500";

    @TempDir
    Path data;

    private ServerProcess broker;
    private LoopBench bench;
    private Topic input;
    private Topic deadLetters;
    private int sent;

    @BeforeEach
    void start() {
        broker = LoopBench.broker(data, "0", "0");
        String kafka = "127.0.0.1:" + broker.port("kafka");
        bench = new LoopBench(kafka);
        input = new Topic(kafka, Topics.ASSESSMENT);
        deadLetters = new Topic(kafka, Topics.deadLetters(LoopBench.SERVICE));
    }

    @AfterEach
    void stop() {
        bench.close();
        broker.close();
    }

    @Test
    void losesNothingAndAnnouncesNothingTwiceAfterARestore() {
        runTo(600, 600);
        copy();
        runTo(2_000, 1_999);
        restore();
        assertThat(bench.facts()).isEqualTo(600);

        runTo(2_200, 2_199);

        assertOnce(2_199);
    }

    @Test
    void doesSoWhenItIsStoppedBeforeTheStoreHasCaughtUp() {
        runTo(600, 600);
        copy();
        runTo(2_000, 1_999);
        restore();
        try (Loop stopped = loop()) {
            assertThat(LoopBench.holds(() -> bench.facts() > 600)).isTrue();
        }

        runTo(2_200, 2_199);

        assertOnce(2_199);
    }

    @Test
    void doesSoWithAStoreThatLostEverything() {
        copy();
        runTo(2_000, 1_999);
        restore();

        runTo(2_200, 2_199);

        assertOnce(2_199);
    }

    @Test
    void seesToNothingNewBeforeAllIsReadAgain() {
        runTo(600, 600);
        copy();
        runTo(2_000, 1_999);
        restore();
        input.append(LoopBench.events(2_000, 2_200));
        sent = 2_200;

        runTo(2_200, 2_199);

        assertOnce(2_199);
        assertThat(place("max", "< 2000")).isLessThan(place("min", ">= 2000"));
    }

    /** The last or the first place at which an event of these numbers was stored. */
    private long place(String which, String numbers) {
        return bench.database()
                .query(
                        "select " + which + "(n) from proof_fact where split_part(id, '-', 2)::int " + numbers,
                        Tuple.tuple())
                .iterator()
                .next()
                .getLong(0);
    }

    @Test
    void announcesNothingTwiceWhenTheLogForgotTheGroup() {
        runTo(600, 600);
        assertThat(LoopBench.holds(() -> forgotten("meritstream-" + LoopBench.SERVICE)))
                .isTrue();

        runTo(2_200, 2_199);

        assertOnce(2_199);
    }

    /** Whether the broker has forgotten a group, as it does with one that stood empty for a week; it refuses while it counts a member. */
    private boolean forgotten(String group) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", "127.0.0.1:" + broker.port("kafka")))) {
            admin.deleteConsumerGroups(List.of(group)).all().get();
            return true;
        } catch (ExecutionException refused) {
            return refused.getCause() instanceof GroupIdNotFoundException;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Appends events up to a number, and lets a loop run until the store has as many facts and the topic as many answers. */
    private void runTo(int events, int facts) {
        try (Loop loop = loop()) {
            input.append(LoopBench.events(sent, events));
            sent = events;
            assertThat(LoopBench.holds(() -> bench.facts() == facts))
                    .as("stored")
                    .isTrue();
            assertThat(bench.evaluationsSeen(facts)).hasSize(facts);
        }
    }

    /** Once the loop has ended. */
    private void assertOnce(int facts) {
        Map<String, Integer> seen = bench.allEvaluations();
        List<ConsumerRecord<String, byte[]>> dead = deadLetters.all(LoopBench.PATIENCE);
        assertThat(bench.facts()).isEqualTo(facts);
        assertThat(seen).hasSize(facts);
        assertThat(seen.values()).containsOnly(1);
        assertThat(dead).hasSize(1);
    }

    private Loop loop() {
        return bench.start("a", new LoopHealth(), POISON);
    }

    private void copy() {
        for (String table : TABLES) {
            run("drop table if exists copy_of_" + table);
            run("create table copy_of_" + table + " as table " + table);
        }
    }

    private void restore() {
        for (String table : TABLES) {
            run("truncate " + table);
            run("insert into " + table + " select * from copy_of_" + table);
        }
    }

    private void run(String sql) {
        bench.database().query(sql, Tuple.tuple());
    }
}
