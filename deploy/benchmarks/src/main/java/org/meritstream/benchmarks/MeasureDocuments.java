package org.meritstream.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.apache.kafka.clients.admin.Admin;
import org.meritstream.benchmarks.Graduation.Target;
import org.meritstream.benchmarks.KeepAlive.Answer;
import org.meritstream.events.Visibility;
import org.meritstream.events.VisibilityChanged;
import org.meritstream.quickstart.client.Json;

/** Prints how many public documents a second the role without keys serves, and what of the processors one takes. */
public final class MeasureDocuments {
    private static final int PORT = 19880;
    private static final int PUBLIC = 1;
    private static final int SHARED = 20_000;
    private static final int CONNECTIONS = 32;
    private static final Duration EACH = Duration.ofSeconds(10);
    private static final String VC = "application/vc";

    private final Alone alone;
    private final List<String> shared = new ArrayList<>();
    private final List<String> tags = new ArrayList<>();

    private MeasureDocuments(Alone alone) {
        this.alone = alone;
    }

    /** Argument: how many credentials are shared. */
    public static void main(String[] arguments)
            throws IOException, InterruptedException, ExecutionException, SQLException {
        int credentials = arguments.length > 0 ? Integer.parseInt(arguments[0]) : SHARED;
        Path directory = Files.createTempDirectory("meritstream-documents");
        try (Alone alone = Alone.up(directory, PORT, 6)) {
            alone.start("sign", 0);
            MeasureDocuments measure = new MeasureDocuments(alone);
            measure.share(credentials);
            alone.stop("sign", 0);
            alone.start("public", PUBLIC);
            measure.measure();
        }
        Product.remove(directory);
    }

    private void share(int credentials) throws IOException, InterruptedException, ExecutionException, SQLException {
        Graduation graduation = new Graduation(alone.kafka());
        alone.staff(Graduation.TENANT)
                .put("/api/issuers/" + Graduation.TENANT, Graduation.issuer())
                .orRefuse("The issuer");
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", alone.kafka()))) {
            await(admin, graduation.enrol(0, credentials), credentials);
            alone.analyze();
            await(admin, graduation.confer(0, credentials), credentials);
            List<VisibilityChanged> choices = new ArrayList<>();
            new Subscriber(alone.kafka()).each("meritstream.credential", record -> choices.add(choice(record.body())));
            await(admin, graduation.append(0, credentials, choices::get), credentials);
            alone.analyze();
            choices.forEach(choice -> shared.add("/credentials/" + choice.credential()));
        }
    }

    private static VisibilityChanged choice(String issued) {
        try {
            JsonNode event = Json.parse(issued);
            return new VisibilityChanged(
                    Graduation.TENANT,
                    UUID.fromString(event.path("learner").asText()),
                    UUID.fromString(event.path("credential").asText()),
                    Visibility.PUBLIC,
                    Instant.parse("2026-11-02T08:00:00Z"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void await(Admin admin, Target target, int all) throws InterruptedException, ExecutionException {
        while (Graduation.reached(admin, target) < all) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private void measure() throws IOException, InterruptedException {
        learnTags();
        IntFunction<byte[]> documents = n -> KeepAlive.request(shared.get(n % shared.size()), VC, "");
        run("to warm up", documents, 200);
        run("credentials", documents, 200);
        run(
                "credentials unchanged",
                n -> KeepAlive.request(shared.get(n % shared.size()), VC, tags.get(n % tags.size())),
                304);
        byte[] list = KeepAlive.request("/status/" + Graduation.TENANT + "-1", VC, "");
        run("status list", n -> list, 200);
        byte[] keys = KeepAlive.request("/issuers/" + Graduation.TENANT + "/did.json", "application/did+json", "");
        run("did.json", n -> keys, 200);
    }

    private void learnTags() throws IOException {
        try (KeepAlive connection = new KeepAlive(alone.port(PUBLIC))) {
            for (String path : shared) {
                Answer answer = connection.send(KeepAlive.request(path, VC, ""));
                if (answer.status() != 200) {
                    throw new IllegalStateException(path + " was answered " + answer.status());
                }
                tags.add(answer.tag());
            }
        }
    }

    private void run(String what, IntFunction<byte[]> requests, int expected) throws InterruptedException {
        Cpu before = alone.cpu();
        Machine idle = Machine.now();
        AtomicInteger next = new AtomicInteger();
        List<Long> micros = new ArrayList<>();
        long began = System.nanoTime();
        long end = began + EACH.toNanos();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            threads.add(Thread.ofPlatform().start(() -> ask(requests, expected, next, end, micros)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        double took = (System.nanoTime() - began) / 1e9;
        Cpu spent = alone.cpu().since(before);
        report(what, micros, took, spent, idle);
    }

    private void ask(IntFunction<byte[]> requests, int expected, AtomicInteger next, long end, List<Long> micros) {
        List<Long> own = new ArrayList<>();
        try (KeepAlive connection = new KeepAlive(alone.port(PUBLIC))) {
            for (long now = System.nanoTime(); now < end; ) {
                Answer answer = connection.send(requests.apply(next.getAndIncrement()));
                if (answer.status() != expected) {
                    throw new IllegalStateException("It was answered " + answer.status());
                }
                long then = now;
                now = System.nanoTime();
                own.add((now - then) / 1000);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        synchronized (micros) {
            micros.addAll(own);
        }
    }

    private static void report(String what, List<Long> micros, double took, Cpu spent, Machine idle) {
        int all = micros.size();
        System.out.printf(
                "%s: %,.0f requests/s over %d connections, p50 %.1f ms, p99 %.1f ms%n",
                what,
                all / took,
                CONNECTIONS,
                Figures.percentile(micros, 0.5) / 1e3,
                Figures.percentile(micros, 0.99) / 1e3);
        System.out.printf("  CPU per request: %s%n", spent.told(all));
        System.out.printf(
                "  the processors meanwhile: %s%n", Machine.now().since(idle).told(spent.sum(), took));
    }
}
