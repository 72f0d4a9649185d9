package org.meritstream.evidence.reviews;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How long reviews take. */
@ApplicationScoped
public class TurnAround {
    /** How far a measurement looks back. */
    static final int DAYS = 90;

    private static final String SINCE = """
            select r.achievement,
              count(*) filter (where r.state = 'DECIDED') as decided,
              percentile_cont(0.5) within group (order by extract(epoch from r.ended_at - r.opened_at)::float8)
                filter (where r.state = 'DECIDED') as median,
              percentile_cont(0.9) within group (order by extract(epoch from r.ended_at - r.opened_at)::float8)
                filter (where r.state = 'DECIDED') as ninth,
              percentile_cont(0.5) within group (order by extract(epoch from r.ended_at - c.claimed_at)::float8)
                filter (where r.state = 'DECIDED' and c.claimed_at is not null) as work,
              count(*) filter (where r.state = 'OPEN') as open,
              min(r.opened_at) filter (where r.state = 'OPEN') as oldest
            from review r left join review_claim c on c.review = r.id and c.reviewer = r.reviewer
            where r.tenant = $1 and (r.state = 'OPEN' or (r.state = 'DECIDED' and r.ended_at >= $2))
              and ($3::text is null or r.achievement = $3)
            group by r.achievement order by r.achievement""";

    private final Pool pool;

    TurnAround(Pool pool) {
        this.pool = pool;
    }

    /**
     * Of one achievement, in whole seconds; absent where nothing was decided or is open.
     *
     * @param decided how many were
     * @param medianSeconds from when a review became due until it was decided; half were faster
     * @param ninetiethSeconds nine of ten were faster
     * @param workSeconds the median from when it was taken on until it was decided
     * @param open how many wait
     * @param oldestOpen since when the oldest does
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Of(
            String achievement,
            long decided,
            @Nullable Long medianSeconds,
            @Nullable Long ninetiethSeconds,
            @Nullable Long workSeconds,
            long open,
            @Nullable Instant oldestOpen) {}

    Uni<List<Of>> since(String tenant, Instant since, @Nullable String achievement) {
        return pool.preparedQuery(SINCE)
                .execute(Tuple.of(tenant, since.atOffset(ZoneOffset.UTC), achievement))
                .map(TurnAround::found);
    }

    private static List<Of> found(RowSet<Row> rows) {
        List<Of> found = new ArrayList<>();
        for (Row row : rows) {
            OffsetDateTime oldest = row.getOffsetDateTime("oldest");
            found.add(new Of(
                    row.getString("achievement"),
                    row.getLong("decided"),
                    seconds(row, "median"),
                    seconds(row, "ninth"),
                    seconds(row, "work"),
                    row.getLong("open"),
                    oldest == null ? null : oldest.toInstant()));
        }
        return found;
    }

    private static @Nullable Long seconds(Row row, String column) {
        Double seconds = row.getDouble(column);
        return seconds == null ? null : Math.round(seconds);
    }
}
