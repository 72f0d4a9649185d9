package org.meritstream.evidence.moves;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.MoveLearners;
import org.meritstream.evidence.moves.BeginMoveDecision.Shown;

/** Moves as staff look for them, and what a request for one has to fit into. */
@ApplicationScoped
class MoveSearch {
    private static final int MOST = 50;

    private static final String SEEN = "select " + Moves.COLUMNS + """
            , case when bool_or(p.state = 'UNDER_WAY') then 'UNDER_WAY' when bool_or(p.state = 'STOPPED') then 'STOPPED' else 'DONE' end as state,
              sum(p.moved)::bigint as moved, sum(p.gained)::bigint as gained, sum(p.lost)::bigint as lost, sum(p.stayed)::bigint as stayed,
              sum(case when p.state = 'DONE' then 0 else greatest(p.total - p.moved - p.stayed, 0) end)::bigint as left
            from move m join move_part p on p.move = m.id
            where m.tenant = $1 and m.achievement = $2""";

    private static final String ONE = SEEN + " and m.id = $3 group by m.id";
    private static final String NEWEST = SEEN + " group by m.id order by m.begun_at desc, m.id limit " + MOST;
    private static final String VERSIONS =
            "select version, retired_at is not null as retired from achievement where tenant = $1 and achievement = $2";

    private static final String UNDER_WAY = "select " + Moves.COLUMNS + """
             from move m where m.tenant = $1 and m.achievement = $2 and m.from_version = $3
            and exists (select from move_part p where p.move = m.id and p.state = 'UNDER_WAY') limit 1""";

    private final Pool pool;

    MoveSearch(Pool pool) {
        this.pool = pool;
    }

    /** The newest moves within an achievement. */
    Uni<List<MoveView>> newest(String tenant, String achievement) {
        return pool.preparedQuery(NEWEST).execute(Tuple.of(tenant, achievement)).map(rows -> {
            List<MoveView> views = new ArrayList<>();
            rows.forEach(row -> views.add(view(row)));
            return views;
        });
    }

    /** One, or null when there is none such. */
    Uni<@Nullable MoveView> find(String tenant, String achievement, UUID id) {
        return pool.preparedQuery(ONE)
                .execute(Tuple.of(tenant, achievement, id))
                .map(rows -> rows.iterator().hasNext() ? view(rows.iterator().next()) : null);
    }

    /** What the request has to fit into, as it is now; the turn that decides it looks again. */
    Uni<Shown> shown(MoveLearners asked) {
        return pool.preparedQuery(VERSIONS)
                .execute(Tuple.of(asked.tenant(), asked.achievement()))
                .chain(versions -> underWay(asked).map(other -> shown(versions, other)));
    }

    private Uni<@Nullable Move> underWay(MoveLearners asked) {
        return pool.preparedQuery(UNDER_WAY)
                .execute(Tuple.of(asked.tenant(), asked.achievement(), asked.from()))
                .map(rows ->
                        rows.iterator().hasNext() ? Moves.move(rows.iterator().next()) : null);
    }

    private static Shown shown(RowSet<Row> versions, @Nullable Move underWay) {
        Set<Integer> published = new HashSet<>();
        Set<Integer> retired = new HashSet<>();
        for (Row row : versions) {
            published.add(row.getInteger("version"));
            if (row.getBoolean("retired")) {
                retired.add(row.getInteger("version"));
            }
        }
        return new Shown(published, retired, underWay);
    }

    private static MoveView view(Row row) {
        Counts counts =
                new Counts(row.getLong("moved"), row.getLong("gained"), row.getLong("lost"), row.getLong("stayed"));
        return MoveView.of(Moves.move(row), Part.State.valueOf(row.getString("state")), counts, row.getLong("left"));
    }
}
