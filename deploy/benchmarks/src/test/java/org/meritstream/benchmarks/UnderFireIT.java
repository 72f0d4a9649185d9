package org.meritstream.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole product while its parts are killed, frozen and doubled, under load. After each: every learner who qualifies has exactly one
 * credential, a {@code read_committed} reader of the feed saw each exactly once, status indexes are unique, nothing is in a dead-letter
 * topic.
 */
class UnderFireIT {
    private static final Instant BEGAN = Instant.parse("2026-03-02T09:00:00Z");
    private static final int PORT = 17080;
    private static final int ROUNDS = 3;

    @TempDir
    static Path directory;

    private static Product product;
    private static Ledger ledger;
    private static int expected;
    private static final long SEED =
            Long.getLong("meritstream.seed", ThreadLocalRandom.current().nextLong(1_000_000));

    @BeforeAll
    static void up() throws Exception {
        System.out.println("seed " + SEED);
        product = Product.up(directory, PORT);
        ledger = new Ledger(new Subscriber(product.kafka()));
        // A service is shot at only after it did something: a few learners go through all four first.
        Workload first = workload("W", 5);
        roster(first, 0, first.learners());
        send(first);
        ledger.await(expected);
    }

    @AfterAll
    static void down() throws Exception {
        product.close();
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

    @Test
    @Tag("outage")
    void nothingIsLostWhilePostgresIsAwayForTwoMinutes() throws Exception {
        Workload workload = workload("P", 300);
        roster(workload, 0, workload.learners());
        CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> send(workload));
        pause(Duration.ofSeconds(3));
        Postgres postgres = Postgres.of(product.data());
        postgres.freeze();
        pause(Duration.ofSeconds(60));
        List<Integer> ready = List.of(readiness(0), readiness(1), readiness(2));
        pause(Duration.ofSeconds(60));
        postgres.thaw();
        sending.join();

        assertThat(ready).as("readiness of the three services on PostgreSQL").containsOnly(503);
        ledger.verify(expected);
    }

    @Test
    @Tag("outage")
    void nothingIsLostWhileTheBrokerAnswersNobodyForTwentySeconds() throws Exception {
        Workload workload = workload("B", 300);
        roster(workload, 0, workload.learners());
        CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> send(workload));
        pause(Duration.ofSeconds(3));
        product.signal("STOP", "servers");
        pause(Duration.ofSeconds(20));
        product.signal("CONT", "servers");
        sending.join();

        ledger.verify(expected);
    }

    @Test
    @Tag("outage")
    void nothingIsLostOrDoubledWhileReplicasComeAndGo() throws Exception {
        Workload workload = workload("R", 500);
        roster(workload, 0, workload.learners());
        CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> send(workload));
        for (int round = 0; round < 2; round++) {
            Replica evidence = Replica.of(product, "evidence", PORT + 40);
            Replica issuance = Replica.of(product, "issuance", PORT + 42);
            pause(Duration.ofSeconds(12));
            evidence.close();
            issuance.close();
            pause(Duration.ofSeconds(3));
        }
        sending.join();

        ledger.verify(expected);
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

    private static int readiness(int service) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + product.managementPort(service) + "/q/health/ready");
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest question = HttpRequest.newBuilder(address)
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return http.send(question, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (HttpTimeoutException silent) {
            // A probe that gets no answer counts as not ready.
            return 503;
        }
    }

    /** What is measured here is time that passes: an outage lasts as long as it is said to. */
    private static void pause(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }
}
