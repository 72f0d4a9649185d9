package org.meritstream.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Issuance's database of a running product: copied as it is, and put back to that copy as an operator would after a loss. */
final class RestoredStore implements AutoCloseable {
    /** Others refer to them. */
    private static final List<String> FIRST = List.of("issuer", "status_list", "credential");

    /** What is in the hands of holders and must be the same afterwards. */
    private static final String PUBLISHED = """
            select count(*), coalesce(md5(string_agg(concat_ws(' ', id, status_list, status_index, document), ',' order by id)), '')
            from credential""";

    private final Connection connection;

    private RestoredStore(Connection connection) {
        this.connection = connection;
    }

    /**
     * Credentials of a store.
     *
     * @param digest of their ids, entries and documents
     */
    record Published(int credentials, String digest) {}

    /** Opens it as the service itself reaches it. */
    static RestoredStore of(Map<String, String> environment) throws SQLException {
        return new RestoredStore(DriverManager.getConnection(
                Objects.requireNonNull(environment.get("QUARKUS_DATASOURCE_JDBC_URL")),
                environment.get("QUARKUS_DATASOURCE_USERNAME"),
                environment.get("QUARKUS_DATASOURCE_PASSWORD")));
    }

    /** Keeps a copy of every table, while nobody writes. */
    void copy() throws SQLException {
        List<String> statements = new ArrayList<>(List.of("create schema backup"));
        tables().forEach(table -> statements.add("create table backup." + table + " as table public." + table));
        inTransaction(statements);
    }

    /** Puts the copy back, while the service does nothing. */
    void putBack() throws SQLException {
        List<String> tables = tables();
        List<String> statements = new ArrayList<>();
        statements.add("set local lock_timeout = '10s'");
        statements.add("truncate " + String.join(", ", tables));
        tables.forEach(table -> statements.add("insert into public." + table + " select * from backup." + table));
        inTransaction(statements);
    }

    Published published() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(PUBLISHED)) {
            row.next();
            return new Published(row.getInt(1), row.getString(2));
        }
    }

    private List<String> tables() throws SQLException {
        List<String> tables = new ArrayList<>(FIRST);
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select tablename from pg_tables where schemaname = 'public'")) {
            while (rows.next()) {
                String table = rows.getString(1);
                if (!FIRST.contains(table) && !table.equals("flyway_schema_history")) {
                    tables.add(table);
                }
            }
        }
        return tables;
    }

    private void inTransaction(List<String> statements) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
            connection.commit();
        } finally {
            connection.setAutoCommit(true);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
