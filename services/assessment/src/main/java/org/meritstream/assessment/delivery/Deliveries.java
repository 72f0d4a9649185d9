package org.meritstream.assessment.delivery;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.meritstream.events.AssessmentEvent;
import org.meritstream.events.EventFormat;
import org.meritstream.events.EventType;
import org.meritstream.log.postgres.Database;

/** Deliveries, facts and waiting facts in PostgreSQL, as the loop reads them: one statement for a batch. */
public final class Deliveries {
    private static final String TAKEN = """
            select id from result where id = any($1::uuid[])
            union all select id from unjoined where id = any($1::uuid[])""";
    private static final String UNJOINED = """
            select id, tenant, email_key, account, delivery, place, type, data from unjoined
            where email_key = any($1::uuid[])""";
    private static final String BY_ID = """
            select id, tenant, source, received_at, events, revision from delivery where id = any($1::uuid[])""";

    private Deliveries() {}

    /** Which of these facts came before. */
    public static List<UUID> taken(Database database, List<UUID> facts) {
        List<UUID> taken = new ArrayList<>();
        if (!facts.isEmpty()) {
            query(database, TAKEN, facts).forEach(row -> taken.add(row.getUUID("id")));
        }
        return taken;
    }

    /** What waits for these e-mail addresses. */
    public static List<Unjoined> unjoined(Database database, List<UUID> emailKeys) {
        List<Unjoined> unjoined = new ArrayList<>();
        if (!emailKeys.isEmpty()) {
            query(database, UNJOINED, emailKeys).forEach(row -> unjoined.add(waiting(row)));
        }
        return unjoined;
    }

    /** Deliveries by id. */
    public static List<Delivery> byId(Database database, List<UUID> ids) {
        List<Delivery> deliveries = new ArrayList<>();
        if (!ids.isEmpty()) {
            query(database, BY_ID, ids)
                    .forEach(row -> deliveries.add(new Delivery(
                            row.getUUID("id"),
                            row.getString("tenant"),
                            row.getString("source"),
                            row.getOffsetDateTime("received_at").toInstant(),
                            Delivery.outcomes(row.getString("events")),
                            row.getInteger("revision"))));
        }
        return deliveries;
    }

    private static RowSet<Row> query(Database database, String sql, List<UUID> ids) {
        return database.query(sql, Tuple.of(ids.toArray(UUID[]::new)));
    }

    private static Unjoined waiting(Row row) {
        byte[] data = row.getString("data").getBytes(StandardCharsets.UTF_8);
        return new Unjoined(
                row.getUUID("id"),
                row.getString("tenant"),
                row.getUUID("email_key"),
                row.getUUID("account"),
                row.getUUID("delivery"),
                row.getInteger("place"),
                (AssessmentEvent) EventFormat.data(type(row.getString("type")), data));
    }

    private static EventType type(String schemaName) {
        return Arrays.stream(EventType.values())
                .filter(type -> type.schemaName().equals(schemaName))
                .findFirst()
                .orElseThrow();
    }
}
