package org.meritstream.evidence.awards;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Awards as staff look for them. */
@ApplicationScoped
public class AwardSearch {
    private static final String FIND = "select " + AwardRow.COLUMNS + " from award a where a.tenant = $1 and a.id = $2";
    /** An event's awards are those that its fact, or a roster or link event, made, and those that rest on its fact. */
    private static final String SOME = "select " + AwardRow.COLUMNS + """
             from award a where a.tenant = $1
              and ($2::text is null or a.state = $2)
              and ($3::uuid is null or a.learner = $3 or a.learner =
                (select l.person from learner l where l.tenant = $1 and l.id = $3))
              and ($4::text is null or a.cause = $4 or (a.facts @> array[$4] and a.learner in (
                select l.person from fact f join learner l on l.tenant = f.tenant and l.id = f.learner
                where f.id = $4 and f.tenant = $1)))
              and ($5::uuid is null or (a.earned_at, a.id) < (
                select b.earned_at, b.id from award b where b.tenant = $1 and b.id = $5))
            order by a.earned_at desc, a.id desc limit $6""";

    private final Pool pool;

    public AwardSearch(Pool pool) {
        this.pool = pool;
    }

    /**
     * What is looked for; null where it does not matter.
     *
     * @param learner a person, or an id that was linked to it
     * @param event id of an event they came from
     * @param before the last award of the page before
     * @param limit at most so many, the newest first
     */
    record Wanted(
            @Nullable String state,
            @Nullable UUID learner,
            @Nullable String event,
            @Nullable UUID before,
            int limit) {}

    Uni<@Nullable Award> find(String tenant, UUID id) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(tenant, id))
                .map(AwardSearch::awards)
                .map(found -> found.isEmpty() ? null : found.getFirst());
    }

    Uni<List<Award>> some(String tenant, Wanted wanted) {
        Tuple params = Tuple.tuple()
                .addString(tenant)
                .addString(wanted.state())
                .addUUID(wanted.learner())
                .addString(wanted.event())
                .addUUID(wanted.before())
                .addInteger(wanted.limit());
        return pool.preparedQuery(SOME).execute(params).map(AwardSearch::awards);
    }

    private static List<Award> awards(RowSet<Row> rows) {
        List<Award> awards = new ArrayList<>();
        rows.forEach(row -> awards.add(AwardRow.award(row)));
        return awards;
    }
}
