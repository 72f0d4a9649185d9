package org.meritstream.benchmarks;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.meritstream.benchmarks.RestoredStore.Published;

/**
 * Prints how fast an issuance whose store was put back to an older copy takes back what it published (docs/adr/0030): documents a second and
 * the memory that it takes meanwhile. The credentials are issued from end to end by the product itself.
 */
public final class MeasureAdoption {
    private static final int PORT = 19580;
    private static final int DOCUMENTS = 10_000;
    private static final int BEFORE_THE_COPY = 100;
    private static final int ROSTER = 10_000;
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final Product product;
    private final Subscriber subscriber;

    private MeasureAdoption(Product product) {
        this.product = product;
        this.subscriber = new Subscriber(product.kafka());
    }

    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        int documents = arguments.length > 0 ? Integer.parseInt(arguments[0]) : DOCUMENTS;
        Path directory = Files.createTempDirectory("meritstream-adoption");
        try (Product product = Product.up(directory, PORT)) {
            new MeasureAdoption(product).measure(documents);
        }
        Product.remove(directory);
    }

    private void measure(int documents) throws IOException, InterruptedException, SQLException {
        issue("B", BEFORE_THE_COPY);
        try (RestoredStore store = RestoredStore.of(
                Running.of(product.pid("issuance").orElseThrow()).environment())) {
            store.copy();
            Published older = store.published();
            issue("A", learners(documents));
            Published before = store.published();
            long resident = product.residentMegabytes("issuance").orElse(0);

            // Frozen, so that it writes nothing; killed, so that it begins as after a restore.
            product.signal("STOP", "issuance");
            store.putBack();
            product.kill("issuance");
            Taken taken = watch();

            verify(before, store.published());
            report(before.credentials() - older.credentials(), taken, resident);
        }
    }

    /**
     * What taking back took.
     *
     * @param megabytes resident at most
     */
    private record Taken(double seconds, long megabytes) {}

    private Taken watch() throws IOException, InterruptedException {
        awaitLine("log.taking-back");
        long began = System.nanoTime();
        long most = 0;
        while (!said("log.taken-back")) {
            most = Math.max(most, product.residentMegabytes("issuance").orElse(0));
            if (System.nanoTime() - began > PATIENCE.toNanos()) {
                throw new IllegalStateException("It was not taken back within " + PATIENCE);
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return new Taken((System.nanoTime() - began) / 1e9, most);
    }

    private void awaitLine(String line) throws IOException, InterruptedException {
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (!said(line)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Issuance did not say " + line);
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private boolean said(String line) throws IOException {
        try (Stream<String> lines = Files.lines(product.data().log("issuance"))) {
            return lines.anyMatch(one -> one.contains(line));
        }
    }

    private void verify(Published before, Published after) throws SQLException {
        if (!after.equals(before)) {
            throw new IllegalStateException("Published were " + before.credentials() + " credentials, taken back "
                    + after.credentials() + (before.credentials() == after.credentials() ? ", and not the same" : ""));
        }
    }

    private static void report(int documents, Taken taken, long resident) {
        System.out.printf(
                "taken back: %,d documents in %.1f s = %.0f documents/s on %d processors, to the byte as published%n",
                documents,
                taken.seconds(),
                documents / taken.seconds(),
                Runtime.getRuntime().availableProcessors());
        System.out.printf(
                "issuance meanwhile: %d MB resident at most (%d MB before, having issued them)%n",
                taken.megabytes(), resident);
    }

    /** So many that about so many qualify. */
    private static int learners(int documents) {
        return Math.ceilDiv(documents * 5, 4);
    }

    private void issue(String prefix, int learners) throws IOException, InterruptedException {
        Workload workload = new Workload(4, prefix, learners, Instant.now().truncatedTo(ChronoUnit.SECONDS));
        for (int from = 0; from < learners; from += ROSTER) {
            product.staff("northgate")
                    .put("/api/learners", workload.roster(from, Math.min(learners, from + ROSTER)))
                    .orRefuse("The roster");
        }
        try (Senders senders = new Senders(product.data(), product.url(), 64)) {
            List<HttpRequest> requests = senders.requests(workload.deliveries());
            senders.send(requests, 0);
        }
        subscriber.untilQuiet();
    }
}
