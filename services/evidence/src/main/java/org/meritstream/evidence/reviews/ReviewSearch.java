package org.meritstream.evidence.reviews;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.AchievementPublished;
import org.meritstream.events.EventFormat;
import org.meritstream.events.EventType;
import org.meritstream.events.Fact;
import org.meritstream.events.FactFiled;
import org.meritstream.evidence.catalogue.Achievements;

/** Reviews as those at the desk look for them: never their own work, never a try that they have another place at. */
@ApplicationScoped
public class ReviewSearch {
    private static final String COLUMNS = "select " + ReviewRow.COLUMNS + """
            , a.definition::text as definition, a.published_at, a.retroactive, coalesce(c.reviewer = $3, false) as mine,
            c.until as claimed_until,\s"""
            + "(" + Fit.NOT_OWN + ") as foreign_work, (" + Fit.NOT_INVOLVED + ") as uninvolved, "
            + "r.seat = any($6::text[]) as seated";
    private static final String FROM = """
             from review r
            join achievement a on a.tenant = r.tenant and a.achievement = r.achievement and a.version = r.version
            left join review_claim c on c.review = r.id and c.until > $4
            where r.tenant = $1\s""";
    private static final String FIND = COLUMNS + FROM + " and r.id = $2 limit $5";
    private static final String OPEN =
            COLUMNS + FROM + " and r.state = $2 and r.seat = any($6::text[]) and " + Fit.FOR_REVIEWER;
    /** What somebody decided or had begun. */
    private static final String ENDED = COLUMNS + FROM + """
             and r.state = $2 and (r.reviewer = $3 or exists (
              select from review_draft d where d.review = r.id and d.reviewer = $3))""";

    private static final String MINE = " and c.reviewer = $3";
    private static final String OF_ACHIEVEMENT = " and r.achievement = $?";
    private static final String OF_CRITERION = " and r.criterion = $?";
    private static final String AFTER =
            " and (r.opened_at, r.id) > (select b.opened_at, b.id from review b where b.tenant = $1 and b.id = $?)";
    private static final String ORDER = " order by r.opened_at, r.id limit $5";
    private static final String FACTS = """
            select f.said::text as said from fact f
            where f.tenant = $1 and f.type = 'fact.filed.v1' and f.area = ':achievement' and f.name = $2 and f.learner in (
              select $3::uuid union select l.id from learner l where l.tenant = $1 and l.person = $3)""";

    private final Pool pool;

    ReviewSearch(Pool pool) {
        this.pool = pool;
    }

    /**
     * What is looked for; null where it does not matter.
     *
     * @param mine only what whoever looks has taken on
     * @param after the last review of the page before
     * @param limit at most so many, the oldest first
     */
    public record Wanted(
            String state,
            boolean mine,
            @Nullable String achievement,
            @Nullable String criterion,
            @Nullable UUID after,
            int limit) {}

    /**
     * A review as it is for whoever looks.
     *
     * @param version of the achievement that it is judged by
     * @param claimedUntil null where nobody has it
     * @param mine whether whoever looks has it
     * @param foreignWork whether it is not their own work
     * @param uninvolved whether they have no other place at the try
     * @param seated whether their role may take the place
     */
    public record Found(
            ReviewTask task,
            AchievementPublished version,
            @Nullable Instant claimedUntil,
            boolean mine,
            boolean foreignWork,
            boolean uninvolved,
            boolean seated) {}

    Uni<List<Found>> some(Reviewer reviewer, Wanted wanted, Instant now) {
        StringBuilder sql = new StringBuilder(wanted.state().equals("OPEN") ? OPEN : ENDED);
        List<@Nullable Object> params = params(reviewer, wanted.state(), now, wanted.limit());
        if (wanted.mine()) {
            sql.append(MINE);
        }
        add(sql, params, OF_ACHIEVEMENT, wanted.achievement());
        add(sql, params, OF_CRITERION, wanted.criterion());
        add(sql, params, AFTER, wanted.after());
        return pool.preparedQuery(sql + ORDER).execute(Tuple.from(params)).map(ReviewSearch::found);
    }

    Uni<@Nullable Found> find(Reviewer reviewer, UUID id, Instant now) {
        Tuple params = Tuple.from(params(reviewer, id, now, 1));
        return pool.preparedQuery(FIND).execute(params).map(rows -> {
            List<Found> found = found(rows);
            return found.isEmpty() ? null : found.getFirst();
        });
    }

    /** What is known of the learner in the achievement. */
    Uni<List<Fact>> facts(ReviewTask task) {
        Tuple params = Tuple.of(
                task.learner().tenant(), task.achievement(), task.learner().id());
        return pool.preparedQuery(FACTS).execute(params).map(rows -> {
            List<Fact> facts = new ArrayList<>();
            for (Row row : rows) {
                byte[] said = row.getString("said").getBytes(StandardCharsets.UTF_8);
                facts.add(((FactFiled) EventFormat.data(EventType.FACT_FILED, said)).fact());
            }
            return facts;
        });
    }

    /** Those of {@link Fit}. */
    private static List<@Nullable Object> params(Reviewer reviewer, Object second, Instant now, int limit) {
        List<@Nullable Object> params = new ArrayList<>();
        params.add(reviewer.tenant());
        params.add(second);
        params.add(reviewer.id());
        params.add(now.atOffset(ZoneOffset.UTC));
        params.add(limit);
        params.add(Fit.seats(reviewer));
        params.add(reviewer.learner());
        params.add(reviewer.subject());
        return params;
    }

    private static void add(
            StringBuilder sql, List<@Nullable Object> params, String condition, @Nullable Object value) {
        if (value != null) {
            params.add(value);
            sql.append(condition.replace("$?", "$" + params.size()));
        }
    }

    private static List<Found> found(RowSet<Row> rows) {
        List<Found> found = new ArrayList<>();
        rows.forEach(row -> found.add(found(row)));
        return found;
    }

    private static Found found(Row row) {
        ReviewTask task = ReviewRow.task(row);
        OffsetDateTime until = row.getOffsetDateTime("claimed_until");
        return new Found(
                task,
                Achievements.published(row),
                until == null ? null : until.toInstant(),
                row.getBoolean("mine"),
                row.getBoolean("foreign_work"),
                row.getBoolean("uninvolved"),
                row.getBoolean("seated"));
    }
}
