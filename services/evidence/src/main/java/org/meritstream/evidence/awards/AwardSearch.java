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
    /** What {@link #award} reads, of a table {@code a}. */
    public static final String COLUMNS = AwardRow.COLUMNS;

    private static final String FIND = "select " + AwardRow.COLUMNS + " from award a where a.tenant = $1 and a.id = $2";
    private static final String OF_TENANT = "select " + AwardRow.COLUMNS + " from award a where a.tenant = $1";
    private static final String IN_STATE = " and a.state = $?";
    private static final String OF_LEARNER = """
             and a.learner in (
              select $?::uuid union all select l.person from learner l where l.tenant = $1 and l.id = $?)""";
    /** Those that the event made, be it a fact, a profile or a link, and those that rest on its fact. */
    private static final String OF_EVENT = """
             and a.id in (
              select m.id from award m where m.tenant = $1 and m.cause = $?
              union
              select r.id from fact f
              join learner l on l.tenant = f.tenant and l.id = f.learner
              join award r on r.tenant = l.tenant and r.learner = l.person
              where f.id = $? and f.tenant = $1 and r.facts @> array[f.id])""";

    /** By a digest of the id: drawn evenly, and the same at every look. */
    private static final String OF_BATCH = OF_TENANT + " " + """
             and a.id in (
              select i.award from award_batch b join award_batch_item i on i.batch = b.id
              where b.tenant = $1 and b.id = $2) order by md5(a.id::text) limit 20""";

    private static final String BEFORE = """
             and (a.earned_at, a.id) < (select b.earned_at, b.id from award b where b.tenant = $1 and b.id = $?)""";
    private static final String ORDER = " order by a.earned_at desc, a.id desc limit $?";

    /** A learner's awards are fewer. */
    private static final int MOST = 500;

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

    /** The award in a row that has {@link #COLUMNS}. */
    public static Award award(Row row) {
        return AwardRow.award(row);
    }

    /** A few awards of a batch, drawn evenly and the same at every look. */
    public Uni<List<AwardView>> sampleOf(String tenant, UUID batch) {
        return pool.preparedQuery(OF_BATCH)
                .execute(Tuple.of(tenant, batch))
                .map(rows -> awards(rows).stream().map(AwardView::of).toList());
    }

    /** Every award of a person, by its id or one that was linked to it; the newest first. */
    public Uni<List<Award>> ofLearner(String tenant, UUID learner) {
        return some(tenant, new Wanted(null, learner, null, null, MOST));
    }

    /** Only what is asked for becomes part of the statement, so that each question finds its index. */
    Uni<List<Award>> some(String tenant, Wanted wanted) {
        Statement statement = new Statement(tenant);
        statement.add(IN_STATE, wanted.state());
        statement.add(OF_LEARNER, wanted.learner());
        statement.add(OF_EVENT, wanted.event());
        statement.add(BEFORE, wanted.before());
        statement.add(ORDER, wanted.limit());
        return pool.preparedQuery(statement.sql.toString())
                .execute(statement.params)
                .map(AwardSearch::awards);
    }

    /** A statement that grows by conditions. */
    private static final class Statement {
        private final StringBuilder sql = new StringBuilder(OF_TENANT);
        private final Tuple params;

        Statement(String tenant) {
            params = Tuple.of(tenant);
        }

        /** Adds a condition unless its value is null; every {@code $?} in it stands for the value. */
        void add(String condition, @Nullable Object value) {
            if (value != null) {
                params.addValue(value);
                sql.append(" ").append(condition.replace("$?", "$" + params.size()));
            }
        }
    }

    private static List<Award> awards(RowSet<Row> rows) {
        List<Award> awards = new ArrayList<>();
        rows.forEach(row -> awards.add(AwardRow.award(row)));
        return awards;
    }
}
