package org.meritstream.quickstart.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.meritstream.quickstart.processes.Unavailable;
import org.meritstream.quickstart.processes.Watched;

/**
 * A real PostgreSQL beside this process. Passwords are required on every connection, it listens on loopback only, and it stops when
 * this process ends, however that ends.
 */
final class Postgres implements AutoCloseable {
    /** One database and role per service that keeps its record in PostgreSQL. */
    static final List<String> DATABASES =
            List.of("meritstream_assessment", "meritstream_evidence", "meritstream_issuance");

    /** More options for the server, such as {@code -c shared_buffers=1GB}: a small machine's are too few to measure on. */
    private static final String OPTIONS_VARIABLE = "MERITSTREAM_POSTGRES_OPTIONS";

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int LAST_WORDS = 20;

    private final Watched process;

    private Postgres(Watched process) {
        this.process = process;
    }

    /**
     * Where and how to run.
     *
     * @param home of the unpacked binaries
     * @param directory of the cluster; made when it is new
     * @param durable whether a committed transaction survives a power cut; tests do without
     */
    record Place(Path home, Path directory, int port, boolean durable) {}

    /** Makes the cluster if there is none, starts it, makes roles and databases, and returns when it answers. */
    static Postgres start(Place place, Settings settings) throws IOException, InterruptedException {
        Path binaries = PostgresBinaries.in(place.home()).resolve("bin");
        if (!Files.exists(place.directory().resolve("PG_VERSION"))) {
            initialise(binaries, place.directory(), settings.password("postgres"));
        }
        Path log = place.directory().resolveSibling("postgres.log");
        Watched process = Watched.start(new Watched.Plan(
                command(binaries, place),
                Map.of(),
                place.directory().resolveSibling("postgres.pid"),
                log,
                "INT",
                Duration.ofSeconds(10)));
        Postgres postgres = new Postgres(process);
        try (Connection connection = postgres.connect(place.port(), settings.password("postgres"), log)) {
            prepare(connection, settings);
        } catch (SQLException refused) {
            postgres.close();
            throw new Unavailable("PostgreSQL refused to be set up: " + refused.getMessage());
        } catch (RuntimeException failed) {
            postgres.close();
            throw failed;
        }
        return postgres;
    }

    private static void initialise(Path binaries, Path directory, String password)
            throws IOException, InterruptedException {
        Files.createDirectories(directory.resolveSibling(""));
        Path secret = Files.createTempFile(directory.resolveSibling(""), "initdb", ".secret");
        Path log = directory.resolveSibling("initdb.log");
        try {
            Files.writeString(secret, password);
            List<String> command = new ArrayList<>(asOrdinaryUser());
            command.addAll(List.of(binaries.resolve("initdb").toString(), "--username=postgres", "--encoding=UTF8"));
            command.addAll(List.of("--locale=C.UTF-8", "--auth=scram-sha-256", "--pwfile=" + secret, "--no-sync"));
            command.addAll(List.of("-D", directory.toString()));
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (process.waitFor() != 0) {
                throw new Unavailable("PostgreSQL could not make its data directory: " + lastLine(log));
            }
        } finally {
            Files.delete(secret);
        }
    }

    private static List<String> command(Path binaries, Place place) {
        List<String> command = new ArrayList<>(asOrdinaryUser());
        command.add(binaries.resolve("postgres").toString());
        command.addAll(List.of("-D", place.directory().toString(), "-p", Integer.toString(place.port())));
        List<String> settings = List.of(
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "max_connections=100",
                "shared_buffers=64MB",
                "fsync=" + (place.durable() ? "on" : "off"),
                "log_min_messages=warning",
                "timezone=UTC");
        settings.forEach(setting -> command.addAll(List.of("-c", setting)));
        String more = System.getenv(OPTIONS_VARIABLE);
        if (more != null) {
            // Of two values of one setting the last counts.
            command.addAll(List.of(more.trim().split("\\s+", -1)));
        }
        return command;
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own the same process has no such name. */
    private static List<String> asOrdinaryUser() {
        return System.getProperty("user.name").equals("root") ? List.of("unshare", "--user") : List.of();
    }

    private Connection connect(int port, String password, Path log) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        Properties login = new Properties();
        login.setProperty("user", "postgres");
        login.setProperty("password", password);
        String reason = "it did not answer within " + PATIENCE.toSeconds() + " s";
        while (process.alive() && Instant.now().isBefore(end)) {
            try {
                return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", login);
            } catch (SQLException notYet) {
                reason = notYet.getMessage();
                Thread.sleep(50);
            }
        }
        throw new Unavailable("PostgreSQL did not start: " + (process.alive() ? reason : lastLine(log)));
    }

    private static void prepare(Connection connection, Settings settings) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String name : DATABASES) {
                if (!exists(statement, "select 1 from pg_roles where rolname = '" + name + "'")) {
                    statement.execute("create role " + name + " login");
                }
                statement.execute("alter role " + name + " password '"
                        + settings.password(name).replace("'", "''") + "'");
                if (!exists(statement, "select 1 from pg_database where datname = '" + name + "'")) {
                    statement.execute("create database " + name + " owner " + name);
                    statement.execute("revoke connect on database " + name + " from public");
                }
            }
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet result = statement.executeQuery(query)) {
            return result.next();
        }
    }

    /** Without its time and process, so that the same reason reads the same again; a full disk is told where the end alone is not. */
    private static String lastLine(Path log) {
        try {
            List<String> lines = Files.readAllLines(log);
            List<String> last = lines.subList(Math.max(0, lines.size() - LAST_WORDS), lines.size());
            if (last.stream().anyMatch(line -> line.contains("No space left on device"))) {
                return "its disk is full";
            }
            return last.isEmpty()
                    ? "it said nothing"
                    : last.getLast().replaceFirst("^[-0-9]+ [0-9:.]+ \\S+ \\[\\d+\\] ", "");
        } catch (IOException unreadable) {
            return "its log could not be read";
        }
    }

    /** Waits until it has ended, whoever ended it; its exit code, 128 + n after signal n. */
    int await() throws InterruptedException {
        return process.await();
    }

    @Override
    public void close() {
        process.stop();
    }
}
