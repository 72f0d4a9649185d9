package org.meritstream.benchmarks;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.meritstream.events.EventType;
import org.meritstream.events.Topics;
import org.meritstream.quickstart.data.PublicAddress;

/**
 * Prints what judging one more result costs while evidence holds about a thousand dossiers, and again, in the same run, while it holds
 * about a million: the processors' time of the service and of its database sessions per delivery, and by which indexes they read.
 */
public final class DossierScale {
    private static final int PORT = 19180;
    private static final int WARM_UP = 600;
    private static final int COHORT = 300;
    private static final int SAMPLES = 3;
    private static final long MANY = 1_000_000;

    private final Product product;
    private final Subscriber subscriber;
    private final ManyDossiers dossiers;
    private int cohorts;

    private DossierScale(Product product, ManyDossiers dossiers) {
        this.product = product;
        this.subscriber = new Subscriber(product.kafka());
        this.dossiers = dossiers;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        long many = arguments.length > 0 ? Long.parseLong(arguments[0]) : MANY;
        Path directory = Files.createTempDirectory("meritstream-dossiers");
        try (Product product = Product.up(directory, PORT);
                ManyDossiers dossiers = ManyDossiers.of(product, new PublicAddress(PORT, false))) {
            new DossierScale(product, dossiers).compare(many);
        }
        Product.remove(directory);
    }

    /**
     * What one delivery cost.
     *
     * @param service microseconds of the service's process
     * @param sessions microseconds of its database sessions
     */
    private record Cost(long service, long sessions) {
        long both() {
            return service + sessions;
        }
    }

    private void compare(long many) throws IOException, InterruptedException, SQLException {
        cohort(WARM_UP);
        Cost few = costs();
        long began = System.nanoTime();
        dossiers.fill(many);
        System.out.printf("filled in %d s%n", (System.nanoTime() - began) / 1_000_000_000);
        // Sessions plan anew with the statistics as they are now, and memory that the fill pushed out is read again.
        cohort(WARM_UP);
        Map<String, Long> before = dossiers.reads();
        Cost lots = costs();
        System.out.printf("CPU per delivery, a million to a thousand: %.2f times%n", (double) lots.both() / few.both());
        dossiers.reads().forEach((name, reads) -> {
            long since = reads - before.getOrDefault(name, 0L);
            if (since > 0 || name.startsWith("sequential")) {
                System.out.printf("  %-32s %d%n", name, since);
            }
        });
    }

    /** The median of several cohorts. */
    private Cost costs() throws IOException, InterruptedException, SQLException {
        List<Cost> costs = new ArrayList<>();
        for (int i = 0; i < SAMPLES; i++) {
            costs.add(cohort(COHORT));
        }
        costs.sort((one, other) -> Long.compare(one.both(), other.both()));
        Cost median = costs.get(SAMPLES / 2);
        System.out.printf(
                "among %,d dossiers: evidence %d us, its database sessions %d us CPU per delivery (of %s)%n",
                dossiers.count(),
                median.service(),
                median.sessions(),
                costs.stream().map(Cost::both).toList());
        return median;
    }

    /** A cohort from its first delivery until nothing moves any more. */
    private Cost cohort(int learners) throws IOException, InterruptedException, SQLException {
        Workload workload =
                new Workload(3, "D" + cohorts++, learners, Instant.now().truncatedTo(ChronoUnit.SECONDS));
        product.staff("northgate")
                .put("/api/learners", workload.roster(0, learners))
                .orRefuse("The roster");
        subscriber.untilQuiet();
        long minted = minted();
        List<Workload.Delivery> deliveries = workload.deliveries();
        Map<String, Double> before = spent();
        try (Senders senders = new Senders(product.data(), product.url(), 64)) {
            List<HttpRequest> requests = senders.requests(deliveries);
            senders.send(requests, 0);
        }
        subscriber.untilQuiet();
        Map<String, Double> after = spent();
        if (minted() - minted != workload.qualified()) {
            throw new IllegalStateException(
                    "Of " + workload.qualified() + " credentials " + (minted() - minted) + " were issued");
        }
        return new Cost(
                each(before, after, "evidence", deliveries.size()), each(before, after, "sessions", deliveries.size()));
    }

    private Map<String, Double> spent() throws SQLException {
        Map<String, Double> spent = new LinkedHashMap<>(Cpu.of(product).seconds());
        spent.put("sessions", dossiers.sessions());
        return spent;
    }

    private static long each(Map<String, Double> before, Map<String, Double> after, String who, int deliveries) {
        return Math.round(1e6 * (after.getOrDefault(who, 0.0) - before.getOrDefault(who, 0.0)) / deliveries);
    }

    private long minted() {
        return subscriber.all(Topics.CREDENTIAL).stream()
                .filter(seen -> seen.type().equals(EventType.CREDENTIAL_ISSUED.ceType()))
                .count();
    }
}
