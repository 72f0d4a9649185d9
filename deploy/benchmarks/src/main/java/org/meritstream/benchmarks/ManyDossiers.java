package org.meritstream.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.meritstream.quickstart.data.PublicAddress;

/**
 * Evidence's database of a running product, seen from its inside: how many dossiers it holds, what its sessions spend and by which indexes
 * they read. It is filled by copying the dossiers that are there under other learners, each with its facts, awards and handled events.
 */
final class ManyDossiers implements AutoCloseable {
    private static final String FILL = "copy-dossiers.sql";

    /** The tables that grow with every dossier. */
    private static final List<String> GROWING = List.of("learner", "fact", "dossier", "award", "handled");

    private final Connection connection;

    private ManyDossiers(Connection connection) {
        this.connection = connection;
    }

    /** Opens it as the embedded server's own administrator. */
    static ManyDossiers of(Product product, PublicAddress address) throws IOException, SQLException {
        Properties passwords = new Properties();
        try (Reader reader = Files.newBufferedReader(product.data().secret("postgres.properties"))) {
            passwords.load(reader);
        }
        Properties login = new Properties();
        login.setProperty("user", "postgres");
        login.setProperty("password", passwords.getProperty("postgres"));
        return new ManyDossiers(DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + address.postgres() + "/meritstream_evidence", login));
    }

    long count() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select count(*) from dossier")) {
            result.next();
            return result.getLong(1);
        }
    }

    /**
     * Copies until there are about so many. Indexes that only find rows are taken off meanwhile and made again, because that is faster; the
     * keys stay. Ends with a checkpoint and fresh statistics, so that what is measured next pays for none of it.
     */
    void fill(long dossiers) throws IOException, SQLException {
        long times = Math.max(0, dossiers / count() - 1);
        Map<String, String> indexes = indexes();
        try (Statement statement = connection.createStatement()) {
            statement.execute("set synchronous_commit = off");
            statement.execute("set maintenance_work_mem = '512MB'");
            for (String name : indexes.keySet()) {
                statement.execute("drop index " + name);
            }
            for (String copy : statements()) {
                try (PreparedStatement prepared = connection.prepareStatement(copy)) {
                    prepared.setLong(1, times);
                    prepared.executeUpdate();
                }
            }
            for (String definition : indexes.values()) {
                statement.execute(definition);
            }
            for (String table : GROWING) {
                statement.execute("vacuum analyze " + table);
            }
            statement.execute("checkpoint");
        }
    }

    /** The CPU seconds of the sessions that now serve evidence. They are pooled and live as long as the service does. */
    double sessions() throws SQLException {
        double seconds = 0;
        try (Statement statement = connection.createStatement();
                ResultSet sessions = statement.executeQuery(
                        "select pid from pg_stat_activity where datname = current_database() and usename = current_database()")) {
            while (sessions.next()) {
                seconds += ProcessHandle.of(sessions.getLong(1)).map(Cpu::of).orElse(0.0);
            }
        }
        return seconds;
    }

    /** How often each index of the growing tables has been searched, and ({@code sequential table}) how often a table was read through. */
    Map<String, Long> reads() throws SQLException {
        Map<String, Long> reads = new LinkedHashMap<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                        select indexrelname, idx_scan from pg_stat_user_indexes where relname = any(?)
                        union all
                        select 'sequential ' || relname, seq_scan from pg_stat_user_tables where relname = any(?)
                        order by 1""")) {
            statement.setArray(1, connection.createArrayOf("text", GROWING.toArray()));
            statement.setArray(2, connection.createArrayOf("text", GROWING.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reads.put(rows.getString(1), rows.getLong(2));
                }
            }
        }
        return reads;
    }

    private Map<String, String> indexes() throws SQLException {
        Map<String, String> definitions = new LinkedHashMap<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                select i.indexname, i.indexdef from pg_indexes i
                where i.schemaname = 'public' and i.tablename = any(?)
                  and not exists (select 1 from pg_constraint c where c.conname = i.indexname)""")) {
            statement.setArray(1, connection.createArrayOf("text", GROWING.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    definitions.put(rows.getString(1), rows.getString(2));
                }
            }
        }
        return definitions;
    }

    private static List<String> statements() throws IOException {
        try (InputStream file = ManyDossiers.class.getResourceAsStream(FILL)) {
            if (file == null) {
                throw new IOException(FILL + " is not in the archive");
            }
            List<String> statements = new ArrayList<>();
            for (String statement : new String(file.readAllBytes(), StandardCharsets.UTF_8).split(";", -1)) {
                if (!statement.isBlank()) {
                    statements.add(statement);
                }
            }
            return statements;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
