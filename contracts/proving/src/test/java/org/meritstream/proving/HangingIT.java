package org.meritstream.proving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meritstream.events.Message;
import org.meritstream.events.Topics;
import org.meritstream.log.Inbound;
import org.meritstream.log.Loop;
import org.meritstream.log.LoopHealth;

/** A transaction that partitions hold open and no coordinator knows, on a real broker that is killed. */
class HangingIT {
    private static final String NO_POISON = "";
    private static final String OFFSETS = "__consumer_offsets";
    private static final String GROUP = "meritstream-" + LoopBench.SERVICE;

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

    /**
     * Apache Kafka 4.4.0 aborts what is over while its partitions have no leader yet, and then leaves out the markers (KAFKA-20734). Where it
     * does not, nothing hangs, and there is nothing to see.
     */
    @Test
    void tellsEachEventOnceAfterTheBrokerEndedWhileATurnWasTold() {
        tells200();
        List<Inbound> batch = storesMore();
        killedWhileItTells(batch, Duration.ofSeconds(3));
        startAgain();
        assumeThat(left()).isEqualTo(Set.of(OFFSETS, Topics.EVALUATION));

        goesOn(() -> {});
    }

    /** Nothing stands still, but what is committed next in the partition would be committed with what hangs there. */
    @Test
    void tellsEachEventOnceThoughTheMarkerOfATurnWithoutOffsetsWasLost() {
        tells200();
        List<Inbound> batch = storesMore();
        try (KafkaProducer<String, byte[]> producer = producer("a", Duration.ofSeconds(10))) {
            HalfTold.begin(producer, GROUP, caused(batch), Map.of());
            producer.abortTransaction();
            assertThat(LoopBench.holds(() -> open().isEmpty())).as("aborted").isTrue();
            broker.kill();
            producer.close(Duration.ZERO);
        }
        losesTheLastOf(Topics.EVALUATION);
        startAgain();
        assertThat(open()).isEqualTo(Set.of(Topics.EVALUATION));

        goesOn(() -> {});
    }

    @Test
    void tellsEachEventOnceThoughTheBrokerForgotWhoHoldsTheOffsets() {
        forgets();

        goesOn(() -> assertThat(LoopBench.holds(() -> "TimeoutException".equals(health.notReady(Instant.now()))))
                .as("not ready while the offsets are pending")
                .isTrue());
    }

    @Test
    void leavesTheTransactionAloneThatAnotherReplicaHasOpen() {
        forgets();
        try (KafkaProducer<String, byte[]> other = producer("b", Duration.ofMinutes(10))) {
            Message told = LoopBench.event("told-by-b");
            HalfTold.begin(
                    other,
                    GROUP,
                    List.of(told),
                    Map.of(new TopicPartition(Topics.CREDENTIAL, 0), new OffsetAndMetadata(7)));
            try (Loop loop = bench.start("a", health, NO_POISON)) {
                assertThat(LoopBench.holds(() -> health.notReady(Instant.now()) == null))
                        .as("goes on")
                        .isTrue();
            }
            assertThat(open()).contains(OFFSETS);

            other.commitTransaction();
        }
        assertThat(bench.allEvaluations())
                .hasSize(301)
                .containsEntry("told-by-b", 1)
                .values()
                .containsOnly(1);
    }

    private void tells200() {
        try (Loop loop = bench.start("a", new LoopHealth(), NO_POISON)) {
            input().append(LoopBench.events(0, 200));
            assertThat(bench.evaluationsSeen(200)).hasSize(200);
        }
    }

    /** Of 100 more a replica has stored what they cause, and told nothing. */
    private List<Inbound> storesMore() {
        input().append(LoopBench.events(200, 300));
        List<Inbound> batch = input().all(LoopBench.PATIENCE).stream()
                .map(HalfTold::inbound)
                .filter(event -> Integer.parseInt(event.id().substring("event-".length())) >= 200)
                .toList();
        assertThat(caused(batch)).hasSize(100);
        return batch;
    }

    /** What a batch caused, as the store says. */
    private List<Message> caused(List<Inbound> batch) {
        return bench.turns(NO_POISON).handle(batch);
    }

    private void startAgain() {
        broker = LoopBench.broker(data, kafka.substring(kafka.indexOf(':') + 1), "0");
    }

    /** Coordinators of transactions lose their memory while a turn is told. */
    private void forgets() {
        tells200();
        killedWhileItTells(storesMore(), Duration.ofMinutes(10));
        forget(data.resolve("kafka"));
        startAgain();
    }

    private void killedWhileItTells(List<Inbound> batch, Duration timeout) {
        try (KafkaProducer<String, byte[]> producer = producer("a", timeout)) {
            HalfTold.begin(producer, GROUP, caused(batch), HalfTold.next(batch));
            broker.kill();
            producer.close(Duration.ZERO);
        }
    }

    /** All that is there and 100 more is told by a new life of the replica, and each once. */
    private void goesOn(Runnable meanwhile) {
        try (Loop loop = bench.start("a", health, NO_POISON)) {
            input().append(LoopBench.events(300, 400));
            meanwhile.run();
            assertThat(LoopBench.holds(() -> bench.facts() == 400))
                    .as("goes on")
                    .isTrue();
            assertThat(bench.evaluationsSeen(400)).hasSize(400);
            assertThat(LoopBench.holds(() -> health.notReady(Instant.now()) == null))
                    .as("ready again")
                    .isTrue();
        }
        assertThat(bench.allEvaluations()).hasSize(400).values().containsOnly(1);
    }

    /** The topics with open transactions after the coordinator has done with that of the replica. */
    private Set<String> left() {
        String replica = GROUP + "-a";
        assertThat(LoopBench.holds(() -> asked(admin -> admin.describeTransactions(List.of(replica))
                                .description(replica)
                                .get()
                                .state()
                        == TransactionState.COMPLETE_ABORT)))
                .as("the coordinator has done with it")
                .isTrue();
        return open();
    }

    private Set<String> open() {
        return asked(admin -> {
            List<TopicPartition> partitions =
                    admin.describeTopics(List.of(OFFSETS, Topics.EVALUATION)).allTopicNames().get().values().stream()
                            .flatMap(topic -> topic.partitions().stream()
                                    .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                            .toList();
            return admin.describeProducers(partitions).all().get().entrySet().stream()
                    .filter(there -> there.getValue().activeProducers().stream()
                            .anyMatch(one -> one.currentTransactionStartOffset().isPresent()))
                    .map(there -> there.getKey().topic())
                    .collect(Collectors.toSet());
        });
    }

    /** What Kafka's admin is asked. */
    private interface Question<A> {
        A ask(Admin admin) throws ExecutionException, InterruptedException;
    }

    private <A> A asked(Question<A> question) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            return question.ask(admin);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The broker does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while asking", e);
        }
    }

    private Topic input() {
        return new Topic(kafka, Topics.ASSESSMENT);
    }

    private KafkaProducer<String, byte[]> producer(String replica, Duration timeout) {
        return HalfTold.producer(kafka, GROUP + "-" + replica, timeout);
    }

    /** Whatever was written last to partitions of a topic is not whole, and the broker will cut it off. */
    private void losesTheLastOf(String topic) {
        Path of = data.resolve("kafka");
        try (Stream<Path> found = Files.walk(of)) {
            List<Path> logs = found.filter(
                            path -> of.relativize(path).toString().startsWith(topic + "-")
                                    && path.toString().endsWith(".log")
                                    && path.toFile().length() > 0)
                    .toList();
            assertThat(logs).isNotEmpty();
            for (Path log : logs) {
                try (FileChannel channel = FileChannel.open(log, StandardOpenOption.WRITE)) {
                    channel.truncate(channel.size() - 1);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The log could not be damaged", e);
        }
    }

    /** What coordinators of transactions know is gone from the disk. */
    private static void forget(Path logs) {
        try (Stream<Path> found = Files.walk(logs)) {
            List<Path> memory = found.filter(
                            path -> logs.relativize(path).toString().startsWith("__transaction_state-"))
                    .sorted(Comparator.reverseOrder())
                    .toList();
            assertThat(memory).isNotEmpty();
            for (Path path : memory) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("What coordinators know could not be deleted", e);
        }
    }
}
