package org.meritstream.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.meritstream.quickstart.data.PublicAddress;

/**
 * The disk with all data, of the servers, of the services and of the launcher, becomes full while deliveries come. The broker and
 * PostgreSQL end, nobody is ready and the user is told why; when there is room again everything goes on by itself, with nothing lost and
 * nothing twice.
 */
class FullDiskIT {
    private static final int PORT = FreePorts.base(PublicAddress.LAST);
    private static final Duration OUTAGE = Duration.ofSeconds(60);
    private static final List<Integer> ALL = IntStream.range(0, Product.SERVICES.size())
            .map(new PublicAddress(PORT, false)::managementPort)
            .boxed()
            .toList();
    private static final long SEED =
            Long.getLong("meritstream.seed", ThreadLocalRandom.current().nextLong(1_000_000));

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path place;

    private Optional<SmallDisk> mounted = Optional.empty();

    @BeforeEach
    void mounts() throws Exception {
        mounted = SmallDisk.at(place, "2g");
    }

    @AfterEach
    void unmounts() throws Exception {
        if (mounted.isPresent()) {
            mounted.get().close();
        }
    }

    @Test
    @Outage
    void nothingIsLostWhenTheDiskFillsUp() throws Exception {
        assumeTrue(
                mounted.isPresent(),
                "NOT RUN: a disk that fills up under load, for want of the right to mount a file system (be root)");
        System.out.println("seed " + SEED);
        try (Product product = Product.up(Files.createDirectory(place.resolve("data")), PORT);
                Readiness readiness = new Readiness()) {
            Ledger ledger = new Ledger(new Subscriber(product.kafka()), new Aftermath(product));
            Load load = new Load(product, SEED);
            load.goesThrough("Planted", 10, ledger);

            CompletableFuture<Void> sending = load.begun("F", 300);
            mounted.get().fill();
            List<Readiness.Answer> answers = readiness.during(OUTAGE, ALL);
            String told = product.status();
            long free = mounted.get().free();
            mounted.get().makeRoom();

            for (int port : ALL) {
                readiness.verifyReady(port, new Aftermath(product));
            }
            sending.join();
            ledger.verify(load.expected());
            assertThat(free).as("bytes free while it was full").isLessThan(1 << 20);
            Readiness.verifyNeverReady(answers, ALL);
            assertThat(told)
                    .contains("The disk that holds " + place.resolve("data")
                            + " has 0 MB free, and Meritstream needs 100 MB"
                            + " to go on: free some space. Whatever has ended is started again by itself.");
            assertThat(product.status()).doesNotContain("The disk").contains("ready");
        }
    }
}
