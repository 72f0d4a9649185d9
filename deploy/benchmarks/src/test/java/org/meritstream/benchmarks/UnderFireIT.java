package org.meritstream.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meritstream.quickstart.client.Reply;
import org.meritstream.quickstart.data.PublicAddress;
import org.meritstream.quickstart.seed.Sender;

/**
 * The whole product while its parts are killed, frozen and doubled, under load. After each: every learner who qualifies has exactly one
 * credential, a {@code read_committed} reader of the feed saw each exactly once, status indexes are unique, nothing is in a dead-letter
 * topic.
 */
class UnderFireIT {
    private static final Instant BEGAN = Instant.parse("2026-03-02T09:00:00Z");
    private static final int PORT = 17080;
    private static final int REPLICAS = PORT + 120;
    private static final int ROUNDS = 3;
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final List<Integer> ALL = IntStream.range(0, Product.SERVICES.size())
            .map(new PublicAddress(PORT, false)::managementPort)
            .boxed()
            .toList();
    private static final List<Integer> ON_POSTGRES = ALL.subList(0, 3);

    @TempDir
    static Path directory;

    private static Product product;
    private static Aftermath aftermath;
    private static Ledger ledger;
    private static Postgres postgres;
    private static final Readiness readiness = new Readiness();
    private static int expected;
    private static final long SEED =
            Long.getLong("meritstream.seed", ThreadLocalRandom.current().nextLong(1_000_000));

    private static final Workload FIRST = new Workload(SEED, "Planted", 5, BEGAN);

    @BeforeAll
    static void up() throws Exception {
        System.out.println("seed " + SEED);
        product = Product.up(directory, PORT);
        postgres = new Postgres(product.data());
        aftermath = new Aftermath(product);
        ledger = new Ledger(new Subscriber(product.kafka()), aftermath);
        // A service is shot at only after it did something: a few learners go through all four first.
        roster(FIRST, 0, FIRST.learners());
        send(FIRST);
        expected += FIRST.qualified();
        ledger.await(expected);
    }

    @AfterAll
    static void down() throws Exception {
        product.close();
        readiness.close();
    }

    /** Names, addresses, student numbers and LMS accounts, in deliveries that are read and in some that can not be. */
    @Test
    void personalDataStayWhereTheyBelong() throws Exception {
        for (Workload.Delivery delivery : FIRST.deliveries()) {
            byte[] truncated = Arrays.copyOf(delivery.body(), delivery.body().length - 1);
            Sender.Request request =
                    Sender.of(product.data(), "northgate", delivery.source()).request(truncated);
            Reply answer = product.staff("northgate").deliver(request.path(), request.headers(), request.body());
            assertThat(answer.status()).isEqualTo(400);
        }

        ledger.keepsApart(FIRST.planted());
        assertThat(product.logged()).contains("started in").doesNotContain(FIRST.planted());
    }

    @Test
    void everyQualifiedLearnerHasExactlyOneCredentialThoughEverythingIsKilled() throws Exception {
        Workload workload = workload("K", 1_000);
        roster(workload, 0, workload.learners() / 2);
        CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> send(workload));
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            for (String service : Product.SERVICES) {
                pause(Duration.ofMillis(1_000 + random.nextInt(2_000)));
                product.kill(service);
            }
            if (round == 1) {
                product.kill("servers");
                roster(workload, workload.learners() / 2, workload.learners());
            }
        }
        sending.join();

        ledger.verify(expected);
    }

    /** Nobody but the launcher starts it again. */
    @Test
    void nothingIsLostWhenPostgresAloneIsKilled() throws Exception {
        CompletableFuture<Void> sending = beginUnderLoad("D", 300);
        postgres.kill();
        sending.join();

        ledger.verify(expected);
        assertThat(product.logged())
                .contains("PostgreSQL ended with code 137; it is started again.", "PostgreSQL answers again after");
    }

    @Test
    @Tag("outage")
    void nothingIsLostWhilePostgresHangsForTwoMinutes() throws Exception {
        CompletableFuture<Void> sending = beginUnderLoad("P", 300);
        postgres.freeze();
        List<Readiness.Answer> answers = readiness.during(LONG, ON_POSTGRES);
        postgres.thaw();

        verifyNotReadyThenWhole(answers, ON_POSTGRES, sending);
    }

    @Test
    @Tag("outage")
    void nothingIsLostWhilePostgresIsGoneForTwoMinutes() throws Exception {
        CompletableFuture<Void> sending = beginUnderLoad("S", 300);
        postgres.loseMachine();
        List<Readiness.Answer> answers = readiness.during(LONG, ON_POSTGRES);
        postgres.comeBack();

        verifyNotReadyThenWhole(answers, ON_POSTGRES, sending);
    }

    @ParameterizedTest
    @Tag("outage")
    @ValueSource(ints = {20, 120})
    void nothingIsLostWhileTheBrokerHangs(int seconds) throws Exception {
        CompletableFuture<Void> sending = beginUnderLoad("B" + seconds, 300);
        product.signal("STOP", "servers");
        List<Readiness.Answer> answers = readiness.during(Duration.ofSeconds(seconds), ALL);
        product.signal("CONT", "servers");

        verifyNotReadyThenWhole(answers, ALL, sending);
    }

    @Test
    @Tag("outage")
    void nothingIsLostOrDoubledWhileReplicasComeAndGo() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> sendUntil(over));
        try {
            for (int round = 0; round < ROUNDS; round++) {
                letReplicasComeAndGo();
                assertThat(sending).as("deliveries under way").isNotDone();
            }
        } finally {
            over.set(true);
        }
        sending.join();

        ledger.verify(expected);
    }

    /** Deliveries on their way, and the first of them already through. */
    private static CompletableFuture<Void> beginUnderLoad(String prefix, int learners) throws Exception {
        Workload workload = workload(prefix, learners);
        roster(workload, 0, workload.learners());
        CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> send(workload));
        pause(Duration.ofSeconds(3));
        return sending;
    }

    private static void verifyNotReadyThenWhole(
            List<Readiness.Answer> answers, List<Integer> away, CompletableFuture<Void> sending) throws Exception {
        for (int port : ALL) {
            assertThat(readiness.awaited(port))
                    .as(() -> "ready again: " + port + "\n" + aftermath.told())
                    .isTrue();
        }
        sending.join();
        ledger.verify(expected);

        assertThat(answers).extracting(Readiness.Answer::managementPort).hasSameElementsAs(away);
        assertThat(answers).allMatch(answer -> answer.status() == Readiness.NOT_READY);
    }

    private static Workload workload(String prefix, int learners) {
        Workload workload = new Workload(SEED, prefix, learners, BEGAN);
        expected += workload.qualified();
        return workload;
    }

    private static void roster(Workload workload, int from, int to) throws IOException, InterruptedException {
        boolean accepted = false;
        for (int attempt = 0; !accepted && attempt < 120; attempt++) {
            try {
                accepted = product.staff("northgate")
                        .put("/api/learners", workload.roster(from, to))
                        .success();
            } catch (IOException away) {
                pause(Duration.ofMillis(500));
            }
        }
        assertThat(accepted).as("the roster was accepted").isTrue();
    }

    private static void send(Workload workload) {
        try (Senders senders = new Senders(product.data(), product.url(), 16)) {
            senders.send(senders.requests(workload.underWay()), 60);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void letReplicasComeAndGo() throws Exception {
        try (Replica evidence = Replica.of(product, "evidence", REPLICAS);
                Replica issuance = Replica.of(product, "issuance", REPLICAS + 2)) {
            assertThat(readiness.awaited(evidence.managementPort()))
                    .as("evidence joined")
                    .isTrue();
            assertThat(readiness.awaited(issuance.managementPort()))
                    .as("issuance joined")
                    .isTrue();
            pause(Duration.ofSeconds(5));
        }
    }

    /** Cohort after cohort, for a replica takes its time to come. */
    private static void sendUntil(AtomicBoolean over) {
        try {
            for (int cohort = 0; !over.get(); cohort++) {
                Workload workload = workload("R" + cohort, 300);
                roster(workload, 0, workload.learners());
                send(workload);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The roster could not be sent", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What is measured here is time that passes: an outage lasts as long as it is said to. */
    private static void pause(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }
}
