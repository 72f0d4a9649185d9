package org.meritstream.evidence.imports;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.evidence.learners.LearnerKey;

/** What became of credentials of other issuers, as their learners and staff look for it. */
@ApplicationScoped
public class ImportSearch {
    private static final int MOST = 100;
    /** The person behind a learner id, within the tenant of the row. */
    private static final String IDS = """
            (select l.id from learner l where l.tenant = $1 and l.person = coalesce(
                (select k.person from learner k where k.tenant = $1 and k.id = $2), $2)
              union select $2)""";

    private static final String SELECT = """
            select i.id, i.learner, i.requested_at, i.issuer, i.achievement, i.issuer_name, i.achievement_name, i.valid_until, i.refusal, i.retry_at, i.concluded_at,
              h.lapse, h.lapsed_at
            from import_request i left join import_request h on h.tenant = i.tenant and h.id = i.credential
            where i.tenant = $1 and i.learner in\s""" + IDS;
    /** A lapse that is told before what lapsed leaves a row that nobody asked for. */
    private static final String OF_LEARNER = SELECT
            + " and (i.requested_at is not null or i.concluded_at is not null)"
            + " order by coalesce(i.requested_at, i.concluded_at) desc, i.id desc limit " + MOST;

    private static final String FIND = SELECT + " and i.id = $3";
    private static final String PRESSURE = """
            select count(*) filter (where concluded_at is null) as pending, count(*) as today from import_request
            where tenant = $1 and learner = $2 and requested_at > $3""";
    private static final Duration DAY = Duration.ofDays(1);

    private final Pool pool;

    ImportSearch(Pool pool) {
        this.pool = pool;
    }

    /** How much a learner has handed in within a day, and how much of it has not been looked at. */
    record Pressure(long pending, long today) {}

    /** What a learner handed in, under any id of theirs, the newest first. */
    public Uni<List<ImportView>> of(LearnerKey learner, Instant now) {
        return pool.preparedQuery(OF_LEARNER)
                .execute(Tuple.of(learner.tenant(), learner.id()))
                .map(rows -> views(rows, now));
    }

    /** One of them; null where the learner has none of this id. */
    public Uni<@Nullable ImportView> find(LearnerKey learner, UUID id, Instant now) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(learner.tenant(), learner.id(), id))
                .map(rows -> {
                    List<ImportView> found = views(rows, now);
                    return found.isEmpty() ? null : found.getFirst();
                });
    }

    Uni<Pressure> pressure(LearnerKey learner, Instant now) {
        return pool.preparedQuery(PRESSURE)
                .execute(Tuple.of(learner.tenant(), learner.id(), now.minus(DAY).atOffset(ZoneOffset.UTC)))
                .map(rows -> {
                    Row row = rows.iterator().next();
                    return new Pressure(row.getLong("pending"), row.getLong("today"));
                });
    }

    private static List<ImportView> views(RowSet<Row> rows, Instant now) {
        List<ImportView> views = new ArrayList<>();
        rows.forEach(row -> views.add(ImportView.of(
                new ImportView.Told(
                        row.getUUID("id"),
                        row.getUUID("learner"),
                        time(row, "requested_at"),
                        row.getString("issuer"),
                        row.getString("achievement"),
                        row.getString("issuer_name"),
                        row.getString("achievement_name"),
                        time(row, "valid_until"),
                        row.getString("refusal"),
                        time(row, "retry_at"),
                        time(row, "concluded_at"),
                        row.getString("lapse"),
                        time(row, "lapsed_at")),
                now)));
        return List.copyOf(views);
    }

    private static @Nullable Instant time(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}
