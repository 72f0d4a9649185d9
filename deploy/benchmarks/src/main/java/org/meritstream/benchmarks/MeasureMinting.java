package org.meritstream.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.meritstream.benchmarks.Graduation.Target;
import org.meritstream.quickstart.client.Json;

/**
 * Prints how many credentials a second issuance makes of awards that stand on their topic: recorded, checked, signed, stored and told, the records of
 * it committed; with PostgreSQL and the broker on this machine and nothing else.
 */
public final class MeasureMinting {
    private static final int PORT = 19780;
    private static final int MANY = 100_000;
    private static final int WARM_UP = 20_000;
    /** As in production (helm/meritstream/files/topics.tsv). */
    private static final int PARTITIONS = 24;

    /** As the chart starts them. */
    private static final int REPLICAS = 2;

    private static final int PARTS = 10;
    private static final String DOCUMENTS = "meritstream.credential-document";

    /** How many of the credentials are verified. */
    private static final int SAMPLE = 100;

    private final Alone alone;
    private final Graduation graduation;
    private final Admin admin;

    private MeasureMinting(Alone alone, Admin admin) {
        this.alone = alone;
        this.graduation = new Graduation(alone.kafka());
        this.admin = admin;
    }

    /** Arguments: how many credentials, and by how many replicas of issuance. */
    public static void main(String[] arguments)
            throws IOException, InterruptedException, ExecutionException, SQLException {
        int credentials = arguments.length > 0 ? Integer.parseInt(arguments[0]) : MANY;
        int replicas = arguments.length > 1 ? Integer.parseInt(arguments[1]) : REPLICAS;
        Path directory = Files.createTempDirectory("meritstream-minting");
        try (Alone alone = Alone.up(directory, PORT, PARTITIONS);
                Admin admin = Admin.create(Map.of("bootstrap.servers", alone.kafka()))) {
            for (int number = 0; number < replicas; number++) {
                alone.start("sign", number);
            }
            new MeasureMinting(alone, admin).measure(credentials);
        }
        Product.remove(directory);
    }

    private void measure(int credentials) throws IOException, InterruptedException, ExecutionException, SQLException {
        alone.staff(Graduation.TENANT)
                .put("/api/issuers/" + Graduation.TENANT, Graduation.issuer())
                .orRefuse("The issuer");
        int all = WARM_UP + credentials;
        Cpu before = alone.cpu();
        long began = System.nanoTime();
        await(graduation.enrol(0, 2_000), 2_000);
        alone.analyze();
        await(graduation.enrol(2_000, all), all - 2_000);
        alone.analyze();
        System.out.printf("roster: %,d learners in %.1f s%n", all, seconds(began));
        reportCpu(before, all, "learner");
        before = alone.cpu();
        await(graduation.confer(0, 2_000), 2_000);
        alone.analyze();
        await(graduation.confer(2_000, WARM_UP), WARM_UP - 2_000);
        alone.analyze();
        reportCpu(before, WARM_UP, "credential of the first " + WARM_UP + ", to warm up");
        Map<String, Long> live = live();
        mint(graduation.confer(WARM_UP, all), credentials, live);
        verify(all);
        verifySample(all);
    }

    private void mint(Target awards, int credentials, Map<String, Long> live)
            throws IOException, InterruptedException, ExecutionException {
        Cpu before = alone.cpu();
        Machine idle = Machine.now();
        List<Tenth> tenths = new ArrayList<>();
        long began = System.nanoTime();
        long reached = 0;
        while (reached < credentials) {
            TimeUnit.MILLISECONDS.sleep(100);
            reached = Graduation.reached(admin, awards);
            while (tenths.size() < PARTS && reached >= (long) credentials * (tenths.size() + 1) / PARTS) {
                tenths.add(new Tenth(seconds(began), resident()));
            }
        }
        double took = seconds(began);
        Cpu spent = alone.cpu().since(before);
        System.out.printf(
                "minted: %,d credentials in %.1f s = %,.0f credentials/s on %d processors%n",
                credentials, took, credentials / took, Runtime.getRuntime().availableProcessors());
        System.out.printf("  CPU per credential: %s%n", spent.told(credentials));
        System.out.printf(
                "  the processors meanwhile: %s%n", Machine.now().since(idle).told(spent.sum(), took));
        report(tenths, credentials / PARTS, live);
    }

    /**
     * The end of a tenth.
     *
     * @param resident megabytes by process of issuance
     */
    private record Tenth(double seconds, Map<String, Long> resident) {}

    private void report(List<Tenth> tenths, int each, Map<String, Long> before)
            throws IOException, InterruptedException {
        StringBuilder rates = new StringBuilder();
        double began = 0;
        for (Tenth tenth : tenths) {
            rates.append(String.format(" %.0f", each / (tenth.seconds() - began)));
            began = tenth.seconds();
        }
        System.out.printf("  credentials/s by tenths:%s%n", rates);
        Map<String, Long> after = live();
        after.forEach((name, live) -> {
            StringBuilder resident = new StringBuilder();
            tenths.forEach(tenth -> resident.append(" ").append(tenth.resident().get(name)));
            System.out.printf(
                    "  %s: MB resident by tenths:%s; of its heap live: %d MB before, %d MB after%n",
                    name, resident, before.get(name), live);
        });
    }

    private Map<String, Long> resident() {
        Map<String, Long> megabytes = new TreeMap<>();
        alone.services().forEach((name, process) -> megabytes.put(name, Memory.resident(process.pid())));
        return megabytes;
    }

    private Map<String, Long> live() throws IOException, InterruptedException {
        Map<String, Long> megabytes = new TreeMap<>();
        for (Map.Entry<String, ProcessHandle> service : alone.services().entrySet()) {
            megabytes.put(service.getKey(), Memory.live(service.getValue().pid()));
        }
        return megabytes;
    }

    private void await(Target target, int all) throws InterruptedException, ExecutionException {
        while (Graduation.reached(admin, target) < all) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    /** Every award has one credential and one document, as a {@code read_committed} reader sees it. */
    private void verify(int all) {
        for (String topic : List.of("meritstream.credential", DOCUMENTS)) {
            Set<String> keys = new HashSet<>();
            int[] seen = new int[1];
            new Subscriber(alone.kafka()).each(topic, record -> {
                keys.add(record.id());
                seen[0]++;
            });
            if (seen[0] != all || keys.size() != all) {
                throw new IllegalStateException(
                        topic + " has " + seen[0] + " records of " + keys.size() + ", not " + all);
            }
        }
        System.out.printf("every one of %,d awards has one credential and one document%n", all);
    }

    /** By the role without keys, which canonicalizes in full: a signature that was quickly made and covers something else would be worth nothing. */
    private void verifySample(int all) throws IOException, InterruptedException {
        List<JsonNode> sample = new ArrayList<>();
        int[] seen = new int[1];
        int every = Math.max(1, all / SAMPLE);
        new Subscriber(alone.kafka()).each(DOCUMENTS, record -> {
            if (seen[0]++ % every == 0) {
                sample.add(credential(record.body()));
            }
        });
        alone.stop("sign", 0);
        alone.start("public", 0);
        long bytes = 0;
        for (JsonNode credential : sample) {
            JsonNode answer = alone.staff(Graduation.TENANT)
                    .post("/api/verify", credential)
                    .orRefuse("A credential that was minted")
                    .body();
            if (!answer.path("verified").asBoolean()) {
                throw new IllegalStateException(credential.path("id") + " does not verify: " + answer);
            }
            bytes += credential.toString().getBytes(StandardCharsets.UTF_8).length;
        }
        System.out.printf(
                "%d of them, from the first to the last, verify; %,d bytes each%n",
                sample.size(), bytes / sample.size());
    }

    private static JsonNode credential(String event) {
        try {
            return Json.parse(Json.parse(event).at("/forms/0/document").asText());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void reportCpu(Cpu before, int all, String what) {
        System.out.printf("  CPU per %s: %s%n", what, alone.cpu().since(before).told(all));
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
