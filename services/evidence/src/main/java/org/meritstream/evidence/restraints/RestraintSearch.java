package org.meritstream.evidence.restraints;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.WithholdingReason;

/** Holds and pauses as staff look for them, with what was written beside them. */
@ApplicationScoped
public class RestraintSearch {
    private static final int MOST = 500;

    private static final String SEEN = """
            select r.id, r.tenant, r.kind, r.learner, r.achievement, r.placed_at, r.lifted_at, n.text as reason,
              (
                select count(*) from award a
                where a.tenant = r.tenant and a.state = 'WITHHELD' and (r.achievement is null or a.achievement = r.achievement)
                  and (r.learner is null or a.learner = (
                    select l.person from learner l where l.tenant = r.tenant and l.id = r.learner))) as withheld
            from restraint r left join note n on n.id = r.id
            where r.tenant = $1 and r.kind = $2""";

    private static final String ONE = SEEN + " and r.id = $3";
    private static final String HOLDING =
            SEEN + " and r.lifted_at is null order by r.placed_at desc, r.id limit " + MOST;

    private final Pool pool;

    public RestraintSearch(Pool pool) {
        this.pool = pool;
    }

    /** Those that hold, the newest first. */
    Uni<List<RestraintView>> holding(String tenant, WithholdingReason kind) {
        return pool.preparedQuery(HOLDING)
                .execute(Tuple.of(tenant, kind.name()))
                .map(rows -> {
                    List<RestraintView> views = new ArrayList<>();
                    rows.forEach(row -> views.add(view(row)));
                    return views;
                });
    }

    /** One, holding or lifted. */
    Uni<@Nullable RestraintView> find(String tenant, WithholdingReason kind, UUID id) {
        return pool.preparedQuery(ONE)
                .execute(Tuple.of(tenant, kind.name(), id))
                .map(rows -> rows.iterator().hasNext() ? view(rows.iterator().next()) : null);
    }

    private static RestraintView view(Row row) {
        return RestraintView.of(Restraints.restraint(row), row.getString("reason"), row.getLong("withheld"));
    }
}
