package org.meritstream.evidence.batches;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Batches as registrars put them together: each change is one statement. */
@ApplicationScoped
public class BatchDrafts {
    private static final int MOST = 200_000;
    private static final int LISTED = 100;

    /** The oldest first, so that what does not fit is the newest. */
    private static final String COLLECT = """
            with batch as (
              insert into award_batch (id, tenant, achievement, version, earned_before, created_by, created_at)
              values ($1, $2, $3::text, $4::int, $5::timestamptz, $6, $7) returning id, tenant)
            insert into award_batch_item (batch, award, learner)
            select b.id, a.id, a.learner from batch b join award a on a.tenant = b.tenant and a.state = 'EARNED'
            where a.release = 'AFTER_APPROVAL' and a.approved_at is null
              and ($3::text is null or a.achievement = $3) and ($4::int is null or a.version = $4)
              and ($5::timestamptz is null or a.earned_at < $5)
            order by a.earned_at, a.id limit\s""" + MOST;

    private static final String SEEN = """
            select b.id, b.achievement, b.version, b.earned_before, b.created_at, b.approved_at,
              i.collected, i.excluded, i.waiting, i.withdrawn, i.pending, i.conferred, i.awaits_date, i.withheld, i.already, i.left_out
            from award_batch b cross join lateral (
              select count(*) as collected, count(i.excluded_by) as excluded,
                count(*) filter (where i.excluded_by is null and a.state = 'EARNED' and a.approved_at is null) as waiting,
                count(*) filter (where i.excluded_by is null and a.state = 'WITHDRAWN') as withdrawn,
                count(*) filter (where i.excluded_by is null and i.outcome is null) as pending,
                count(*) filter (where i.outcome = 'CONFERRED') as conferred,
                count(*) filter (where i.outcome = 'AWAITS_DATE') as awaits_date,
                count(*) filter (where i.outcome = 'WITHHELD') as withheld,
                count(*) filter (where i.outcome = 'ALREADY') as already,
                count(*) filter (where i.outcome = 'LEFT_OUT') as left_out
              from award_batch_item i left join award a on a.id = i.award where i.batch = b.id) as i
            where b.tenant = $1""";

    private static final String ONE = SEEN + " and b.id = $2";
    private static final String NEWEST = SEEN + " order by b.created_at desc, b.id limit " + LISTED;

    /** Holds the draft's row, so that an approval comes before or after. */
    private static final String DRAFT = """
            with draft as (
              select id from award_batch where tenant = $1 and id = $2 and approved_at is null for share)""";

    private static final String EXCLUDE = DRAFT + """
             update award_batch_item i set excluded_by = $4, excluded_for = $5 from draft
            where i.batch = draft.id and i.award = any($3::uuid[]) and cardinality($3::uuid[]) = (
              select count(*) from award_batch_item h where h.batch = draft.id and h.award = any($3::uuid[]))""";
    private static final String INCLUDE = DRAFT + """
             update award_batch_item i set excluded_by = null, excluded_for = null from draft
            where i.batch = draft.id and i.award = $3""";
    private static final String EXCLUDED = """
            select i.award, i.learner, i.excluded_for from award_batch b join award_batch_item i on i.batch = b.id
            where b.tenant = $1 and b.id = $2 and i.excluded_by is not null order by i.award limit 1000""";
    private static final String DISCARD =
            "delete from award_batch where tenant = $1 and id = $2 and approved_at is null";

    private final Pool pool;

    public BatchDrafts(Pool pool) {
        this.pool = pool;
    }

    /**
     * An award that was taken out.
     *
     * @param reason why
     */
    public record Exclusion(UUID award, UUID learner, String reason) {}

    /**
     * Who asks, and when.
     *
     * @param subject of the token
     */
    record By(String tenant, String subject, OffsetDateTime at) {}

    /** Collects what waits for approval. */
    Uni<Void> collect(UUID id, BatchView.Filter filter, By by) {
        Tuple params = Tuple.tuple()
                .addUUID(id)
                .addString(by.tenant())
                .addString(filter.achievement())
                .addInteger(filter.version())
                .addOffsetDateTime(
                        filter.earnedBefore() == null
                                ? null
                                : filter.earnedBefore().atOffset(ZoneOffset.UTC))
                .addString(by.subject())
                .addOffsetDateTime(by.at());
        return pool.preparedQuery(COLLECT).execute(params).replaceWithVoid();
    }

    Uni<@Nullable BatchView> find(String tenant, UUID id) {
        return pool.preparedQuery(ONE)
                .execute(Tuple.of(tenant, id))
                .map(rows -> rows.iterator().hasNext() ? view(rows.iterator().next()) : null);
    }

    /** The newest first. */
    Uni<List<BatchView>> newest(String tenant) {
        return pool.preparedQuery(NEWEST).execute(Tuple.of(tenant)).map(rows -> list(rows, BatchDrafts::view));
    }

    /** Takes awards out of a draft, all of them or none; how many. */
    Uni<Integer> exclude(UUID batch, Collection<UUID> awards, String reason, By by) {
        Tuple params = Tuple.of(by.tenant(), batch, awards.toArray(UUID[]::new), by.subject(), reason);
        return pool.preparedQuery(EXCLUDE).execute(params).map(RowSet::rowCount);
    }

    /** Puts an award back into a draft; how many of it there are. */
    Uni<Integer> include(UUID batch, UUID award, String tenant) {
        return pool.preparedQuery(INCLUDE)
                .execute(Tuple.of(tenant, batch, award))
                .map(RowSet::rowCount);
    }

    /** What was taken out, a thousand at most. */
    Uni<List<Exclusion>> excluded(String tenant, UUID batch) {
        return pool.preparedQuery(EXCLUDED)
                .execute(Tuple.of(tenant, batch))
                .map(rows -> list(
                        rows,
                        row -> new Exclusion(
                                row.getUUID("award"), row.getUUID("learner"), row.getString("excluded_for"))));
    }

    /** Throws a draft away; how many. */
    Uni<Integer> discard(String tenant, UUID batch) {
        return pool.preparedQuery(DISCARD).execute(Tuple.of(tenant, batch)).map(RowSet::rowCount);
    }

    private static BatchView view(Row row) {
        OffsetDateTime approved = row.getOffsetDateTime("approved_at");
        OffsetDateTime before = row.getOffsetDateTime("earned_before");
        BatchView.Filter filter = new BatchView.Filter(
                row.getString("achievement"), row.getInteger("version"), before == null ? null : before.toInstant());
        return new BatchView(
                row.getUUID("id"),
                approved == null ? "DRAFT" : "APPROVED",
                filter,
                row.getLong("collected"),
                row.getLong("excluded"),
                approved == null ? preview(row) : null,
                approved == null ? null : progress(row),
                row.getOffsetDateTime("created_at").toInstant(),
                approved == null ? null : approved.toInstant(),
                null);
    }

    private static BatchView.Preview preview(Row row) {
        long waiting = row.getLong("waiting");
        long withdrawn = row.getLong("withdrawn");
        long left = row.getLong("collected") - row.getLong("excluded");
        return new BatchView.Preview(waiting, withdrawn, left - waiting - withdrawn);
    }

    private static BatchView.Progress progress(Row row) {
        return new BatchView.Progress(
                row.getLong("pending"),
                row.getLong("conferred"),
                row.getLong("awaits_date"),
                row.getLong("withheld"),
                row.getLong("already"),
                row.getLong("left_out"));
    }

    private static <T> List<T> list(RowSet<Row> rows, Function<Row, T> value) {
        List<T> list = new ArrayList<>();
        rows.forEach(row -> list.add(value.apply(row)));
        return list;
    }
}
