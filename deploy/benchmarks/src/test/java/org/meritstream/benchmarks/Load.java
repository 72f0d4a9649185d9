package org.meritstream.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * What is sent to one product, and what must come of it. Each cohort has learners of both tenants under the same student numbers: whoever
 * takes one for the other gives somebody a credential too many or too few.
 */
final class Load {
    private static final Instant BEGAN = Instant.parse("2026-03-02T09:00:00Z");
    private static final int SOUTHBANKS_SHARE = 5;
    private static final int PER_SECOND = 60;
    private static final int AT_ONCE = 16;
    private static final Duration THROUGH = Duration.ofSeconds(3);

    private final Product product;
    private final long seed;
    private final Map<String, Integer> expected = new ConcurrentHashMap<>();

    Load(Product product, long seed) {
        this.product = product;
        this.seed = seed;
    }

    /** How many learners of each tenant must hold a credential once everything arrived that was asked for so far. */
    Map<String, Integer> expected() {
        return Map.copyOf(expected);
    }

    /** Northgate's learners, as many as asked for, and a fifth as many of southbank's. */
    List<Workload> cohort(String prefix, int learners) {
        List<Workload> cohort = List.of(
                new Workload(seed, prefix, learners, BEGAN, Campus.NORTHGATE),
                new Workload(seed, prefix, Math.ceilDiv(learners, SOUTHBANKS_SHARE), BEGAN, Campus.SOUTHBANK));
        cohort.forEach(workload -> expected.merge(workload.campus().tenant(), workload.qualified(), Integer::sum));
        return cohort;
    }

    /** Both rosters, whole. */
    void enrol(List<Workload> cohort) throws IOException, InterruptedException {
        for (Workload workload : cohort) {
            enrol(workload, 0, workload.learners());
        }
    }

    /** The learners {@code from} (inclusive) to {@code to} (exclusive), however long assessment is away. */
    void enrol(Workload workload, int from, int to) throws IOException, InterruptedException {
        boolean accepted = false;
        for (int attempt = 0; !accepted && attempt < 120; attempt++) {
            try {
                accepted = product.staff(workload.campus().tenant())
                        .put("/api/learners", workload.roster(from, to))
                        .success();
            } catch (IOException away) {
                LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
            }
        }
        assertThat(accepted).as("the roster was accepted").isTrue();
    }

    /** Sends until everything was accepted. */
    void send(List<Workload> cohort) {
        List<Workload.Delivery> deliveries = new ArrayList<>();
        cohort.forEach(workload -> deliveries.addAll(workload.underWay()));
        Collections.shuffle(deliveries, new Random(seed));
        try (Senders senders = senders()) {
            senders.send(senders.requests(deliveries), PER_SECOND);
        } catch (IOException e) {
            throw new UncheckedIOException("The deliveries could not be signed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A few learners go through all four services: whoever is disturbed later has done something before. */
    List<Workload> goesThrough(String prefix, int learners, Ledger ledger) throws IOException, InterruptedException {
        List<Workload> cohort = cohort(prefix, learners);
        enrol(cohort);
        send(cohort);
        ledger.await(expected());
        return cohort;
    }

    /** Deliveries on their way, and the first of them already through. */
    CompletableFuture<Void> begun(String prefix, int learners) throws IOException, InterruptedException {
        List<Workload> cohort = cohort(prefix, learners);
        enrol(cohort);
        CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> send(cohort));
        LockSupport.parkNanos(THROUGH.toNanos());
        return sending;
    }

    /** Cohort after cohort, for nobody knows how long it takes to kill a service that must first come up. */
    void sendUntil(AtomicBoolean over, String prefix) {
        try {
            for (int number = 0; !over.get(); number++) {
                List<Workload> cohort = cohort(prefix + number + "-", 300);
                enrol(cohort);
                send(cohort);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The roster could not be sent", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One delivery again, once; the status of the answer. A sender waits 15 seconds at most. */
    int sendOnce(Workload.Delivery delivery) {
        try (Senders senders = senders()) {
            HttpRequest request = senders.requests(List.of(delivery)).getFirst();
            return senders.once(request);
        } catch (IOException noAnswer) {
            throw new UncheckedIOException("No answer while a sender waits", noAnswer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Senders senders() {
        return new Senders(product.data(), product.url(), AT_ONCE);
    }
}
