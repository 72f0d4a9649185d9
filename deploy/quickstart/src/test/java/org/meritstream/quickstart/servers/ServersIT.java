package org.meritstream.quickstart.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.meritstream.events.Topics;
import org.meritstream.quickstart.processes.Ports;
import org.meritstream.quickstart.processes.Watched;

@Timeout(180)
final class ServersIT {
    @TempDir
    Path directory;

    @Test
    void createsEveryTopicWithTheSamePartitions() throws Exception {
        RunningServers servers = RunningServers.start("--only", "kafka", "--partitions", "3");

        Map<String, TopicDescription> topics = topics(servers.port("kafka"));

        assertThat(topics.keySet())
                .containsAll(Topics.COMPACTED)
                .containsAll(Topics.KEPT)
                .contains(Topics.commands("evidence"), Topics.deadLetters("wallet-sync"));
        assertThat(topics.values()).allMatch(topic -> topic.partitions().size() == 3);
        assertThat(servers.stop()).isZero();
    }

    @Test
    void letsARoleIntoItsOwnDatabaseOnlyAndOnlyWithItsPassword() throws Exception {
        RunningServers servers = RunningServers.start("--only", "postgres");
        int port = servers.port("postgres");

        try (Connection connection = connect(port, "meritstream_evidence", "meritstream_evidence", "meritstream")) {
            assertThat(connection.isValid(30)).isTrue();
        }

        assertThatThrownBy(() -> connect(port, "meritstream_evidence", "meritstream_evidence", "guessed"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
        assertThatThrownBy(() -> connect(port, "meritstream_issuance", "meritstream_evidence", "meritstream"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
        assertThat(servers.stop()).isZero();
    }

    @Test
    void keepsDataOverASigkill() throws Exception {
        // Linux gives ports from 32768 on to connections that go out, and PostgreSQL is to come back to its own.
        String port = Integer.toString(ThreadLocalRandom.current()
                .ints(10_000, 32_000)
                .filter(Ports::free)
                .findFirst()
                .orElseThrow());
        RunningServers killed = RunningServers.start("--data", directory.toString(), "--postgres", port);
        try (Connection connection = connect(
                        killed.port("postgres"), "meritstream_evidence", "meritstream_evidence", "meritstream");
                Statement statement = connection.createStatement()) {
            statement.execute("create table kept as select 42 as answer");
        }
        killed.process.destroyForcibly().waitFor();

        // On the same port at once, though PostgreSQL takes its time to end.
        RunningServers again = RunningServers.start("--data", directory.toString(), "--postgres", port);

        try (Connection connection =
                        connect(again.port("postgres"), "meritstream_evidence", "meritstream_evidence", "meritstream");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select answer from kept")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getInt(1)).isEqualTo(42);
        }
        assertThat(topics(again.port("kafka"))).containsKey(Topics.INTAKE);
        assertThat(again.port("mongo")).isPositive();
        assertThat(again.stop()).isZero();
    }

    /** Its busy backend does not notice, and holds the shared memory that the next one is refused while it does. */
    @Test
    void startsPostgresAgainThatWasKilledAloneAndLosesNothing() throws Exception {
        RunningServers servers = RunningServers.start("--only", "postgres", "--data", directory.toString());
        int port = servers.port("postgres");
        Connection busy = connect(port, "meritstream_evidence", "meritstream_evidence", "meritstream");
        try (Statement statement = busy.createStatement()) {
            statement.execute("create table kept as select 42 as answer");
        }
        Thread.ofPlatform().daemon().start(() -> count(busy));
        await(port, "select 1 from pg_stat_activity where state = 'active' and query like 'do %'");
        OptionalLong first = Watched.pidIn(directory.resolve("postgres/postgres.pid"));

        ProcessHandle.of(first.orElseThrow()).orElseThrow().destroyForcibly();

        await(port, "select answer from kept where answer = 42");
        assertThat(Watched.pidIn(directory.resolve("postgres/postgres.pid"))).isNotEqualTo(first);
        assertThat(servers.stop()).isZero();
        assertThat(servers.process.errorReader(StandardCharsets.UTF_8).lines())
                .contains("PostgreSQL ended with code 137; it is started again.")
                .anyMatch(line -> line.matches("PostgreSQL answers again after \\d+ ms\\."));
        assertThat(directory.resolve("postgres/data/postmaster.pid")).doesNotExist();
    }

    /** For some seconds, looking at nothing else. */
    private static void count(Connection busy) {
        try (Statement statement = busy.createStatement()) {
            statement.execute("do $$ begin for n in 1..400000000 loop end loop; end $$");
        } catch (SQLException gone) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks until there is a row. */
    private static void await(int port, String query) {
        boolean found = false;
        while (!found) {
            try (Connection connection = connect(port, "meritstream_evidence", "meritstream_evidence", "meritstream");
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(query)) {
                found = row.next();
            } catch (SQLException notYet) {
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void leavesNoPostgresBehind() throws Exception {
        RunningServers servers = RunningServers.start("--only", "postgres", "--data", directory.toString());
        OptionalLong postgres = Watched.pidIn(directory.resolve("postgres/postgres.pid"));
        assertThat(ProcessHandle.of(postgres.orElseThrow())).isPresent();

        assertThat(servers.stop()).isZero();

        assertThat(ProcessHandle.of(postgres.getAsLong()).filter(ProcessHandle::isAlive))
                .isEmpty();
        assertThat(directory.resolve("postgres/data/postmaster.pid")).doesNotExist();
    }

    @Test
    void saysWhichPortIsInUse() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());

            RunningServers servers = RunningServers.start("--only", "mongo", "--mongo", port);

            assertThat(servers.process.waitFor()).isEqualTo(2);
            assertThat(servers.errors())
                    .containsExactly("Port " + port + ", meant for mongo, is in use by another program.");
        }
    }

    @Test
    void saysWhichOptionItCannotRead() throws Exception {
        RunningServers servers = RunningServers.start("--only", "oracle");

        assertThat(servers.process.waitFor()).isEqualTo(2);
        assertThat(servers.errors()).containsExactly("unknown server oracle; known are kafka, postgres and mongo");
    }

    private static Map<String, TopicDescription> topics(int port) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", "127.0.0.1:" + port))) {
            Set<String> names = admin.listTopics().names().get();
            return admin.describeTopics(names).allTopicNames().get();
        }
    }

    private static Connection connect(int port, String database, String role, String password) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + database, role, password);
    }
}
