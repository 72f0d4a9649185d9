package org.meritstream.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import org.meritstream.quickstart.client.Api;
import org.meritstream.quickstart.client.Staff;
import org.meritstream.quickstart.data.DataDirectory;
import org.meritstream.quickstart.data.PublicAddress;
import org.meritstream.quickstart.data.Secrets;
import org.meritstream.quickstart.oidc.DevelopmentIssuer;

/**
 * Issuance alone: the broker and PostgreSQL of the quickstart, both writing durably, and processes of the real jar with the options that the image
 * gives them in a pod of the chart. Nothing else runs.
 */
final class Alone implements AutoCloseable {
    private static final List<String> ROLES =
            List.of("postgres", "meritstream_assessment", "meritstream_evidence", "meritstream_issuance");
    private static final String DATABASE = "meritstream_issuance";

    /** Half of the pod's 768 MiB, and the collector that a JVM chooses there (deploy/images/Dockerfile, helm). */
    private static final String SERVICE_OPTIONS =
            "-XX:+UseSerialGC -Xmx384m -XX:MaxDirectMemorySize=64m -XX:+ExitOnOutOfMemoryError";

    /** As on a server of its own with four gigabytes (docs/operations/deploy.md): what is written often stays in memory, and pages are logged whole seldom. */
    private static final String POSTGRES_OPTIONS =
            "-c shared_buffers=1GB -c max_wal_size=8GB -c checkpoint_timeout=15min -c wal_compression=on";

    private static final String SERVERS_OPTIONS = "-XX:+UseParallelGC -XX:ParallelGCThreads=2 -Xmx512m";
    private static final int PATIENCE_SECONDS = 90;

    private final DataDirectory data;
    private final PublicAddress address;
    private final Process servers;
    private final Map<String, Process> services = new ConcurrentSkipListMap<>();

    private Alone(DataDirectory data, PublicAddress address, Process servers) {
        this.data = data;
        this.address = address;
        this.servers = servers;
        // Whoever ends the measurement ends what it started; the servers notice it themselves.
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> services.values().forEach(Process::destroyForcibly), "stop"));
    }

    /** Starts the servers, every topic with so many partitions; returns when they answer. */
    static Alone up(Path directory, int port, int partitions) throws IOException {
        DataDirectory data = new DataDirectory(directory).create();
        PublicAddress address = new PublicAddress(port, false);
        DevelopmentIssuer.of(data).publish(data.run().resolve("jwks.json"));
        Path module = Product.repository().resolve("deploy/quickstart/target");
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(List.of(SERVERS_OPTIONS.split(" ", -1)));
        command.addAll(List.of("-cp", jar(module) + ":" + module.resolve("lib") + "/*"));
        command.add("org.meritstream.quickstart.servers.Servers");
        command.addAll(List.of("--only", "kafka,postgres", "--partitions", Integer.toString(partitions)));
        command.addAll(List.of("--kafka", Integer.toString(address.kafka())));
        command.addAll(List.of("--postgres", Integer.toString(address.postgres())));
        command.addAll(List.of("--data", data.servers().toString()));
        command.addAll(List.of("--passwords", passwords(data).toString()));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectError(data.log("servers").toFile());
        builder.environment().putIfAbsent("MERITSTREAM_POSTGRES_OPTIONS", POSTGRES_OPTIONS);
        Process servers = builder.start();
        awaitReady(servers.inputReader(StandardCharsets.UTF_8));
        return new Alone(data, address, servers);
    }

    /**
     * Starts a process of issuance; returns when it is ready.
     *
     * @param role of it, {@code sign} or {@code public}
     * @param number 0 for the one at the public address
     */
    void start(String role, int number) throws IOException, InterruptedException {
        String name = "issuance, " + role + " " + number;
        String options = Optional.ofNullable(System.getenv("MERITSTREAM_SERVICE_JAVA_OPTIONS"))
                .orElse(SERVICE_OPTIONS);
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(List.of(options.trim().split("\\s+", -1)));
        command.addAll(List.of(
                "-jar",
                Product.repository()
                        .resolve("services/issuance/target/quarkus-app/quarkus-run.jar")
                        .toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(data.log("issuance-" + role + "-" + number).toFile());
        builder.environment().putAll(environment(role, number));
        Process process = builder.start();
        services.put(name, process);
        awaitReady(address.managementPort(number), process);
    }

    /** Ends a process of issuance, as an orderly stop does. */
    void stop(String role, int number) throws InterruptedException {
        Process process = services.remove("issuance, " + role + " " + number);
        if (process != null) {
            process.destroy();
            process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
    }

    private Map<String, String> environment(String role, int number) throws IOException {
        Secrets secrets = new Secrets(data);
        Map<String, String> variables = new HashMap<>();
        variables.put("QUARKUS_PROFILE", "quickstart");
        variables.put("MERITSTREAM_ROLES", role);
        variables.put("MERITSTREAM_REPLICA", "issuance-" + role + "-" + number);
        variables.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        variables.put("QUARKUS_HTTP_PORT", Integer.toString(port(number)));
        variables.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        variables.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(address.managementPort(number)));
        variables.put("KAFKA_BOOTSTRAP_SERVERS", kafka());
        variables.put("MERITSTREAM_PUBLIC_URL", address.url());
        variables.put("MERITSTREAM_ID_KEY_FILE", secrets.idKey().toString());
        variables.put(
                "MERITSTREAM_KEY_ENCRYPTION_KEY_FILE",
                secrets.keyEncryptionKey().toString());
        variables.put(
                "MP_JWT_VERIFY_PUBLICKEY_LOCATION",
                data.run().resolve("jwks.json").toUri().toString());
        variables.put("MP_JWT_VERIFY_ISSUER", DevelopmentIssuer.ISSUER);
        variables.put("QUARKUS_DATASOURCE_REACTIVE_URL", database());
        variables.put("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:" + database());
        variables.put("QUARKUS_DATASOURCE_USERNAME", DATABASE);
        variables.put("QUARKUS_DATASOURCE_PASSWORD", password(DATABASE));
        // As in the image.
        variables.put("MALLOC_ARENA_MAX", "2");
        return variables;
    }

    /** The port of a process. */
    int port(int number) {
        return number == 0 ? address.port() : address.servicePort(number);
    }

    String kafka() {
        return "127.0.0.1:" + address.kafka();
    }

    /** The address of the database, without {@code jdbc:}. */
    String database() {
        return "postgresql://127.0.0.1:" + address.postgres() + "/" + DATABASE;
    }

    /** The password of a role of PostgreSQL. */
    String password(String role) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(passwords(data))) {
            properties.load(reader);
        }
        return properties.getProperty(role);
    }

    /** As the server does by itself within a minute, once tables have grown. */
    void analyze() throws IOException, SQLException {
        try (Connection store = store();
                Statement statement = store.createStatement()) {
            statement.execute("analyze");
        }
    }

    /** The record of issuance, as issuance reaches it. */
    Connection store() throws IOException, SQLException {
        return DriverManager.getConnection("jdbc:" + database(), DATABASE, password(DATABASE));
    }

    /** What staff of a tenant may do. */
    Api staff(String tenant) throws IOException {
        return Staff.of(data, address).of(tenant);
    }

    DataDirectory data() {
        return data;
    }

    /** The processes of issuance by name, those that run. */
    Map<String, ProcessHandle> services() {
        Map<String, ProcessHandle> running = new LinkedHashMap<>();
        services.forEach((name, process) -> running.put(name, process.toHandle()));
        return running;
    }

    /** What its processes have spent of the processors, in seconds by process; {@code measuring} is this one. */
    Cpu cpu() {
        Map<String, Double> seconds = new LinkedHashMap<>();
        services().forEach((name, process) -> seconds.put(name, Cpu.of(process)));
        seconds.put(
                "postgresql",
                new Postgres(data).processes().mapToDouble(Cpu::of).sum());
        seconds.put("broker", Cpu.of(servers.toHandle()));
        seconds.put("measuring", Cpu.of(ProcessHandle.current()));
        return new Cpu(seconds);
    }

    private static Path passwords(DataDirectory data) throws IOException {
        return new Secrets(data).databasePasswords(ROLES);
    }

    private static Path jar(Path target) throws IOException {
        try (var jars = Files.newDirectoryStream(target, "quickstart-*.jar")) {
            return jars.iterator().next();
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static void awaitReady(BufferedReader said) throws IOException {
        String line = said.readLine();
        while (!"ready".equals(line)) {
            if (line == null) {
                throw new IOException("The servers did not start");
            }
            line = said.readLine();
        }
    }

    private void awaitReady(int managementPort, Process process) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + managementPort + "/q/health/ready"))
                .build();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        try (HttpClient http = HttpClient.newHttpClient()) {
            while (!ready(http, request)) {
                if (System.nanoTime() > end || !process.isAlive()) {
                    throw new IllegalStateException("Issuance is not ready; its log is in " + data.logs());
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
    }

    private static boolean ready(HttpClient http, HttpRequest request) throws InterruptedException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Services first, so that they can still say goodbye. */
    @Override
    public void close() throws IOException {
        services.values().forEach(Process::destroy);
        services.values()
                .forEach(process -> process.onExit()
                        .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                        .join());
        servers.getOutputStream().close();
        servers.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }
}
