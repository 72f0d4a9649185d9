package org.meritstream.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.meritstream.events.EventType;
import org.meritstream.events.Topics;
import org.meritstream.quickstart.client.Json;

/**
 * Prints how fast the whole product is on this machine: how soon a sender is answered, how soon a credential is issued, and how many
 * credentials a second it mints from end to end.
 */
public final class Measure {
    private static final int WARM_UP = 1_500;
    private static final int LATENCY_LEARNERS = 1_000;
    private static final int LATENCY_RATE = 100;
    private static final int THROUGHPUT_LEARNERS = 2000;
    private static final int PORT = 19080;

    private final Product product;
    private final Subscriber subscriber;

    private Measure(Product product) {
        this.product = product;
        this.subscriber = new Subscriber(product.kafka());
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("meritstream-measure");
        try (Product product = Product.up(directory, PORT)) {
            Measure measure = new Measure(product);
            measure.throughput("W", WARM_UP);
            measure.latency();
            measure.report(measure.throughput("T", THROUGHPUT_LEARNERS));
        }
        Product.remove(directory);
    }

    /** A result of a throughput run. */
    private record Minted(int credentials, double seconds, Map<String, Double> cpuSeconds) {}

    private void latency() throws IOException, InterruptedException {
        Workload workload = new Workload(1, "L", LATENCY_LEARNERS, now());
        product.staff("northgate")
                .put("/api/learners", workload.roster(0, workload.learners()))
                .orRefuse("The roster");
        subscriber.untilQuiet();
        int before = issued(subscriber.all(Topics.CREDENTIAL)).size();
        CompletableFuture<List<Subscriber.Seen>> reading = CompletableFuture.supplyAsync(() -> issued(subscriber.read(
                Topics.CREDENTIAL,
                seen -> issued(seen).size() >= before + workload.qualified(),
                Duration.ofMinutes(3))));
        List<Long> answered;
        try (Senders senders = new Senders(product.data(), product.url(), 32)) {
            List<HttpRequest> requests = senders.requests(workload.deliveries());
            answered = senders.send(requests, LATENCY_RATE);
        }
        List<Long> issuedAfter = delays(reading.join().subList(before, before + workload.qualified()));
        System.out.printf(
                "LMS answered at %d/s: p50 %d ms, p95 %d ms, p99 %d ms (%d deliveries)%n",
                LATENCY_RATE, millis(answered, 0.5), millis(answered, 0.95), millis(answered, 0.99), answered.size());
        System.out.printf(
                "delivery to credential.issued: p50 %d ms, p95 %d ms, p99 %d ms (%d credentials)%n",
                Figures.percentile(issuedAfter, 0.5),
                Figures.percentile(issuedAfter, 0.95),
                Figures.percentile(issuedAfter, 0.99),
                issuedAfter.size());
    }

    /** From the receipt of the delivery that completed the award (the award's time is the result's receipt) to the subscriber. */
    private List<Long> delays(List<Subscriber.Seen> credentials) throws IOException {
        Map<String, Long> received = new HashMap<>();
        for (Subscriber.Seen seen : subscriber.all(Topics.ASSESSMENT)) {
            JsonNode data = Json.parse(seen.body());
            long at = Instant.parse(data.path("receivedAt").asText()).toEpochMilli();
            received.merge(data.path("learner").asText(), at, Math::max);
        }
        List<Long> delays = new ArrayList<>();
        for (Subscriber.Seen credential : credentials) {
            Long at = received.get(Json.parse(credential.body()).path("learner").asText());
            if (at != null) {
                delays.add(credential.seen() - at);
            }
        }
        return delays;
    }

    private Minted throughput(String prefix, int learners) throws IOException, InterruptedException {
        Workload workload = new Workload(2, prefix, learners, now());
        product.staff("northgate")
                .put("/api/learners", workload.roster(0, learners))
                .orRefuse("The roster");
        subscriber.untilQuiet();
        int before = issued(subscriber.all(Topics.CREDENTIAL)).size();
        int expected = before + workload.qualified();
        Cpu spentBefore;
        long began;
        try (Senders senders = new Senders(product.data(), product.url(), 64)) {
            List<HttpRequest> requests = senders.requests(workload.deliveries());
            spentBefore = Cpu.of(product);
            began = System.nanoTime();
            senders.send(requests, 0);
        }
        List<Subscriber.Seen> seen =
                subscriber.read(Topics.CREDENTIAL, all -> issued(all).size() >= expected, Duration.ofMinutes(10));
        double seconds = (System.nanoTime() - began) / 1e9;
        return new Minted(
                issued(seen).size() - before,
                seconds,
                Cpu.of(product).since(spentBefore).seconds());
    }

    private void report(Minted minted) {
        System.out.printf(
                "end to end: %d credentials in %.1f s = %.0f credentials/s on %d processors%n",
                minted.credentials(),
                minted.seconds(),
                minted.credentials() / minted.seconds(),
                Runtime.getRuntime().availableProcessors());
        minted.cpuSeconds()
                .forEach((name, seconds) -> System.out.printf(
                        "  %-12s %.2f ms CPU per credential%n", name, 1000 * seconds / minted.credentials()));
        for (String service : Product.SERVICES) {
            product.residentMegabytes(service)
                    .ifPresent(
                            megabytes -> System.out.printf("  %-12s %d MB resident afterwards%n", service, megabytes));
        }
    }

    private static List<Subscriber.Seen> issued(List<Subscriber.Seen> seen) {
        return seen.stream()
                .filter(record -> record.type().equals(EventType.CREDENTIAL_ISSUED.ceType()))
                .toList();
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    private static long millis(List<Long> nanos, double share) {
        return Figures.percentile(nanos, share) / 1_000_000;
    }
}
