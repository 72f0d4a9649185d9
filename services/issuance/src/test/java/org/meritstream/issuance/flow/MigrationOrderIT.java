package org.meritstream.issuance.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.meritstream.proving.RealServers;

/** A migration that is run beside the release before locks tables in the order in which a turn writes them, or the two would wait for each other. */
class MigrationOrderIT {
    private static final String SCHEMA = "migration_order";
    private static final Map<String, String> SERVER = RealServers.configuration("issuance");

    @Test
    void theSuspensionsOfCredentialsWaitForATurnOfABulkOperation() throws Exception {
        Flyway before = flyway("169");
        before.clean();
        before.migrate();
        try (Connection turn = connection()) {
            turn.setAutoCommit(false);
            run(turn, "update bulk set done = done where false");

            CompletableFuture<Void> migration =
                    CompletableFuture.runAsync(() -> flyway("170").migrate());
            awaitThatItWaits();

            assertThatCode(() -> run(turn, "update credential set number = number where false"))
                    .doesNotThrowAnyException();
            turn.commit();
            assertThat(migration).succeedsWithin(Duration.ofSeconds(30));
        }
        assertThat(flyway("170").info().current().getVersion().getVersion()).isEqualTo("170");
    }

    private static void awaitThatItWaits() throws SQLException {
        Instant end = Instant.now().plusSeconds(30);
        try (Connection connection = connection()) {
            while (!waits(connection)) {
                assertThat(Instant.now()).as("the migration waits").isBefore(end);
                Thread.onSpinWait();
            }
        }
    }

    private static boolean waits(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select 1 from pg_locks l where not l.granted and l.relation = '"
                                + SCHEMA + ".bulk'::regclass")) {
            return rows.next();
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connection() throws SQLException {
        return DriverManager.getConnection(
                address() + "?currentSchema=" + SCHEMA,
                SERVER.get("quarkus.datasource.username"),
                SERVER.get("quarkus.datasource.password"));
    }

    private static String address() {
        return String.valueOf(SERVER.get("quarkus.datasource.jdbc.url"));
    }

    private static Flyway flyway(String target) {
        return Flyway.configure()
                .dataSource(
                        address(), SERVER.get("quarkus.datasource.username"), SERVER.get("quarkus.datasource.password"))
                .schemas(SCHEMA)
                .locations("classpath:db/log", "classpath:db/issuance")
                .outOfOrder(true)
                .cleanDisabled(false)
                .target(target)
                .load();
    }
}
