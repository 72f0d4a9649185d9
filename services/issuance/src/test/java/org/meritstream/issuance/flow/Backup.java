package org.meritstream.issuance.flow;

import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import org.meritstream.log.postgres.Database;

/** A copy of every table of the store, taken while nobody writes, and put back as an operator would. */
final class Backup {
    /** Others refer to them. */
    private static final List<String> FIRST = List.of("issuer", "status_list", "credential");

    private final Database database;
    private final List<String> tables;

    private Backup(Database database, List<String> tables) {
        this.database = database;
        this.tables = tables;
    }

    static Backup of(Database database) {
        List<String> tables = new ArrayList<>(FIRST);
        database.query(
                        "select tablename from pg_tables where schemaname = 'public' and tablename <> 'flyway_schema_history'",
                        Tuple.tuple())
                .forEach(row -> {
                    if (!FIRST.contains(row.getString(0))) {
                        tables.add(row.getString(0));
                    }
                });
        Backup backup = new Backup(database, tables);
        backup.run("drop schema if exists backup cascade");
        backup.run("create schema backup");
        tables.forEach(table -> backup.run("create table backup." + table + " as table public." + table));
        return backup;
    }

    void putBack() {
        run("truncate " + String.join(", ", tables));
        tables.forEach(table -> run("insert into public." + table + " select * from backup." + table));
    }

    private void run(String sql) {
        database.query(sql, Tuple.tuple());
    }
}
