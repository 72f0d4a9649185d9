package org.meritstream.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.meritstream.quickstart.client.Api;
import org.meritstream.quickstart.client.Json;

/**
 * Prints how many dossiers a second are judged again when learners are moved to a later version: loaded, judged, stored and told, by one
 * evidence service with PostgreSQL and the broker on this machine. Dossiers by the earlier version are made by the product itself.
 */
public final class MeasureMoves {
    private static final int PORT = 19080;
    private static final int FEW = 20_000;
    private static final String ACHIEVEMENTS = "/api/achievements";
    private static final String MOVES = ACHIEVEMENTS + "/moving/moves";

    private final Product product;
    private final Api staff;
    private final @Nullable Replica second;
    private final Connection store;

    private MeasureMoves(Product product, @Nullable Replica second, Connection store) throws IOException {
        this.product = product;
        this.staff = product.staff("northgate");
        this.second = second;
        this.store = store;
    }

    /** Arguments: how many learners are moved, and by how many replicas of evidence, one or two. They are moved twice; the first time is to warm up. */
    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        int learners = arguments.length == 0 ? FEW : Integer.parseInt(arguments[0]);
        Path directory = Files.createTempDirectory("meritstream-moves");
        boolean two = arguments.length > 1 && arguments[1].equals("2");
        try (Product product = Product.up(directory, PORT);
                Connection store = store(product);
                Replica second = two ? Replica.of(product, "evidence", PORT + 800) : null) {
            new MeasureMoves(product, second, store).measure(learners);
        }
    }

    private void measure(int learners) throws IOException, InterruptedException, SQLException {
        ObjectNode draft = resource();
        staff.post(ACHIEVEMENTS, draft).orRefuse("The draft");
        fill(1, learners);
        Map<String, Double> cpu = cpuSeconds();
        publish(1, true);
        report("judged one by one at publication", learners, awaitDossiers(1, learners));
        reportCpu(cpu, learners);
        for (int version = 2; version <= 3; version++) {
            ask(draft, version);
            publish(version, false);
            analyze();
            move(version, learners);
        }
    }

    /** The later versions ask for other thresholds, so that some gain and some lose, and everybody is told. */
    private void ask(ObjectNode draft, int version) throws IOException, InterruptedException {
        ArrayNode criteria = (ArrayNode) draft.path("criteria");
        threshold(criteria, 0, version == 2 ? "0.7" : "0.4");
        threshold(criteria, 1, version == 2 ? "0.3" : "0.6");
        staff.put(ACHIEVEMENTS + "/moving", draft).orRefuse("The next draft");
    }

    private static void threshold(ArrayNode criteria, int index, String threshold) {
        ((ObjectNode) criteria.get(index).path("rule")).put("threshold", threshold);
    }

    private void move(int to, int learners) throws IOException, InterruptedException {
        String query = "?from=" + (to - 1) + "&to=" + to + "&seconds=60";
        long began = System.nanoTime();
        JsonNode preview =
                staff.get(MOVES + "/preview" + query).orRefuse("The preview").body();
        System.out.printf("preview of %s: %.1f s%n", preview.path("counts"), seconds(began));
        Map<String, Double> cpu = cpuSeconds();
        began = System.nanoTime();
        ObjectNode asked = Json.object().put("from", to - 1).put("to", to);
        JsonNode answer = staff.post(MOVES, asked).orRefuse("The move").body();
        JsonNode move = awaitEnd(answer.path("link").asText());
        double seconds = seconds(began);
        if (move.path("moved").asInt() != learners) {
            throw new IllegalStateException("Not everybody was moved: " + move);
        }
        System.out.println(move);
        report("moved to version " + to, learners, seconds);
        reportCpu(cpu, learners);
    }

    private void reportCpu(Map<String, Double> before, int dossiers) {
        cpuSeconds()
                .forEach((name, total) -> System.out.printf(
                        "  %-14s %.0f µs CPU per dossier%n",
                        name, 1e6 * (total - before.getOrDefault(name, 0.0)) / dossiers));
    }

    private Map<String, Double> cpuSeconds() {
        Map<String, Double> seconds = new HashMap<>(Cpu.of(product).seconds());
        if (second != null) {
            seconds.put("evidence, 2nd", second.cpuSeconds());
        }
        return seconds;
    }

    private JsonNode awaitEnd(String address) throws IOException, InterruptedException {
        JsonNode move = staff.get(address).orRefuse("How far it is").body();
        while (move.path("state").asText().equals("UNDER_WAY")) {
            TimeUnit.MILLISECONDS.sleep(100);
            move = staff.get(address).orRefuse("How far it is").body();
        }
        return move;
    }

    private void publish(int version, boolean retroactive) throws IOException, InterruptedException {
        ObjectNode how = Json.object().put("retroactive", retroactive);
        JsonNode answer = staff.post(ACHIEVEMENTS + "/moving/versions", how)
                .orRefuse("Version " + version)
                .body();
        if (!answer.path("state").asText().equals("done")) {
            throw new IllegalStateException("Version " + version + " was not published: " + answer);
        }
    }

    private double awaitDossiers(int version, int expected) throws SQLException, InterruptedException {
        long began = System.nanoTime();
        while (dossiers(version) < expected) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return seconds(began);
    }

    private int dossiers(int version) throws SQLException {
        try (PreparedStatement statement =
                store.prepareStatement("select count(*) from dossier where achievement = 'moving' and version = ?")) {
            statement.setInt(1, version);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private void fill(int first, int last) throws IOException, SQLException {
        try (PreparedStatement statement = store.prepareStatement(text("learners.sql"))) {
            statement.setInt(1, first);
            statement.setInt(2, last);
            statement.executeUpdate();
        }
        analyze();
    }

    /** As the server does by itself some time after a table was filled. */
    private void analyze() throws SQLException {
        try (Statement statement = store.createStatement()) {
            statement.execute("analyze learner, fact, dossier");
        }
    }

    private static void report(String what, int dossiers, double seconds) {
        System.out.printf(
                "%s: %d dossiers in %.1f s = %.0f dossiers/s on %d processors%n",
                what,
                dossiers,
                seconds,
                dossiers / seconds,
                Runtime.getRuntime().availableProcessors());
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    /** The record of the evidence service, as that service reaches it. */
    private static Connection store(Product product) throws IOException, SQLException {
        Map<String, String> environment =
                Running.of(product.pid("evidence").orElseThrow()).environment();
        return DriverManager.getConnection(
                Objects.requireNonNull(environment.get("QUARKUS_DATASOURCE_JDBC_URL")),
                environment.get("QUARKUS_DATASOURCE_USERNAME"),
                environment.get("QUARKUS_DATASOURCE_PASSWORD"));
    }

    private static ObjectNode resource() {
        return Json.resource(MeasureMoves.class, "moving.json");
    }

    private static String text(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(MeasureMoves.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
