package org.meritstream.issuance.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.BulkOperation;
import org.meritstream.events.EventFormat;
import org.meritstream.log.http.Problem;

/** Bulk operations as the edge reads them. */
@ApplicationScoped
class BulkSearch {
    private static final int NEWEST = 100;
    private static final String COLUMNS = """
            select b.id, b.operation, b.reason, cardinality(b.credentials) as named, b.achievement, b.version, b.issued_from,
              b.issued_before, b.credential_state, b.methods, b.begun_at, b.over, b.done, b.refused, %s as total
            from bulk b where b.tenant = $1""";
    /** What was done no longer matches, so what is left is counted. */
    private static final String ONE =
            COLUMNS.formatted("""
            coalesce(b.total, b.done + b.refused + (select count(*) from credential c where c.id > b.reached and %s)
              + case when b.methods is null or b.over then 0 else (select count(*) from %s d) end)""".formatted(Bulks.MATCHES, Bulks.DOCUMENTS)) + " and b.id = $2";

    private static final String LATEST =
            COLUMNS.formatted("b.total") + " order by b.begun_at desc, b.id limit " + NEWEST;
    private static final String ROWS = """
            select r.credential, r.result, r.problem from bulk_row r join bulk b on b.id = r.bulk
            where b.tenant = $1 and b.id = $2 and r.credential > $3
              and ($4::text is null or ($4 = 'REFUSED') = (r.problem is not null))
            order by r.credential limit $5""";

    private final Pool pool;

    BulkSearch(Pool pool) {
        this.pool = pool;
    }

    /** The newest of a tenant. */
    Uni<List<BulkView>> latest(String tenant) {
        return pool.preparedQuery(LATEST)
                .execute(Tuple.of(tenant))
                .map(rows -> stream(rows).map(BulkSearch::view).toList());
    }

    /** One of a tenant, or null. */
    Uni<@Nullable BulkView> find(String tenant, UUID id) {
        return pool.preparedQuery(ONE)
                .execute(Tuple.of(tenant, id))
                .map(rows -> stream(rows).map(BulkSearch::view).findFirst().orElse(null));
    }

    /**
     * What became of its credentials, in the order of their ids.
     *
     * @param after the one that the page before ended with
     * @param verdict of which alone, or null
     */
    Uni<List<BulkRow>> rows(String tenant, UUID id, UUID after, BulkRow.@Nullable Outcome verdict, int limit) {
        return pool.preparedQuery(ROWS)
                .execute(Tuple.of(tenant, id, after, verdict == null ? null : verdict.name(), limit))
                .map(rows -> stream(rows).map(BulkSearch::row).toList());
    }

    private static java.util.stream.Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }

    private static BulkRow row(Row row) {
        String problem = row.getString("problem");
        return new BulkRow(
                row.getUUID("credential"),
                problem == null ? BulkRow.Outcome.DONE : BulkRow.Outcome.REFUSED,
                row.getUUID("result"),
                problem == null ? null : problem(problem));
    }

    private static Problem problem(String json) {
        try {
            return EventFormat.JSON.readValue(json, Problem.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was stored is a problem", e);
        }
    }

    private static BulkView view(Row row) {
        String[] methods = row.getArrayOfStrings("methods");
        UUID id = row.getUUID("id");
        String why = row.getString("reason");
        boolean suspends = row.getString("operation").equals(BulkOperation.SUSPEND.name());
        return new BulkView(
                id,
                row.getString("operation"),
                suspends ? null : why,
                suspends ? why : null,
                new BulkView.Select(
                        row.getInteger("named"),
                        row.getString("achievement"),
                        row.getInteger("version"),
                        row.getOffsetDateTime("issued_from"),
                        row.getOffsetDateTime("issued_before"),
                        row.getString("credential_state"),
                        methods == null ? null : List.of(methods)),
                row.getOffsetDateTime("begun_at"),
                row.getBoolean("over") ? BulkView.State.DONE : BulkView.State.UNDER_WAY,
                row.getLong("total"),
                row.getLong("done"),
                row.getLong("refused"),
                Bulk.address(id) + "/rows");
    }
}
