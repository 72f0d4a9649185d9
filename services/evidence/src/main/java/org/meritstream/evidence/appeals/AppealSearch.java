package org.meritstream.evidence.appeals;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
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
import org.meritstream.evidence.learners.LearnerKey;

/** Appeals as staff and learners look for them, and what they are to be seen beside. */
@ApplicationScoped
public class AppealSearch {
    private static final String APPEALS = """
            select f.said::text as said, r.id as review, r.state
            from fact f
            left join learner l on l.tenant = f.tenant and l.id = f.learner
            left join review r on r.tenant = f.tenant and r.learner = coalesce(l.person, f.learner) and r.achievement = f.name
              and r.seat = 'APPEAL' and (r.misconduct = f.said->'fact'->>'misconduct'
                or (r.criterion = f.said->'fact'->>'criterion' and r.number = (f.said->'fact'->>'number')::int))
            where f.tenant = $1 and f.said->'fact'->>'kind' = 'appealed'\s""";
    private static final String FIND = APPEALS + "and f.id = $2";
    private static final String SOME = APPEALS + """
            and ($2::text is null or r.state = $2) and ($3::text is null or f.name = $3) and ($4::text is null or f.id > $4)
            order by f.id limit $5""";
    private static final String FACTS = """
            select f.said::text as said from fact f
            where f.tenant = $1 and f.type = 'fact.filed.v1' and f.area = ':achievement' and f.name = $2 and f.learner in (
              select l.id from learner l where l.tenant = $1 and l.person = coalesce(
                (select k.person from learner k where k.tenant = $1 and k.id = $3), $3)
              union select $3)""";
    private static final String NEWEST = """
            select a.tenant, a.achievement, a.version, a.definition::text as definition, a.published_at, a.retroactive
            from achievement a
            where a.tenant = $1 and a.achievement = $2 order by a.version desc limit 1""";
    private final Pool pool;

    AppealSearch(Pool pool) {
        this.pool = pool;
    }

    /**
     * An appeal.
     *
     * @param review id of the look that it leads to, or null where none is wanted any more
     * @param state of that look
     */
    record Found(
            FactFiled said, @Nullable UUID review, @Nullable String state) {}

    /**
     * What is looked for; null where it does not matter.
     *
     * @param after id of the last of the page before
     */
    record Wanted(
            @Nullable String state,
            @Nullable String achievement,
            @Nullable String after,
            int limit) {}

    /** The oldest first: ids of commands tell when they were given. */
    Uni<List<Found>> some(String tenant, Wanted wanted) {
        Tuple params = Tuple.of(tenant, wanted.state(), wanted.achievement(), wanted.after(), wanted.limit());
        return pool.preparedQuery(SOME).execute(params).map(AppealSearch::found);
    }

    Uni<@Nullable Found> find(String tenant, UUID id) {
        return pool.preparedQuery(FIND).execute(Tuple.of(tenant, id.toString())).map(rows -> {
            List<Found> found = found(rows);
            return found.isEmpty() ? null : found.getFirst();
        });
    }

    /** What is known of the learner in the achievement. */
    Uni<List<Fact>> facts(FactFiled said) {
        return facts(new LearnerKey(said.tenant(), said.learner()), said.achievement());
    }

    /** What evidence established of a learner in an achievement, under any of the person's ids. */
    public Uni<List<Fact>> facts(LearnerKey learner, String achievement) {
        return pool.preparedQuery(FACTS)
                .execute(Tuple.of(learner.tenant(), achievement, learner.id()))
                .map(rows -> {
                    List<Fact> facts = new ArrayList<>();
                    rows.forEach(row -> facts.add(said(row).fact()));
                    return facts;
                });
    }

    /** The newest version of an achievement, whose criterion names what was decided. */
    Uni<@Nullable AchievementPublished> newest(String tenant, String achievement) {
        return pool.preparedQuery(NEWEST)
                .execute(Tuple.of(tenant, achievement))
                .map(rows -> rows.rowCount() == 0
                        ? null
                        : Achievements.published(rows.iterator().next()));
    }

    private static List<Found> found(RowSet<Row> rows) {
        List<Found> found = new ArrayList<>();
        rows.forEach(row -> found.add(new Found(said(row), row.getUUID("review"), row.getString("state"))));
        return found;
    }

    private static FactFiled said(Row row) {
        byte[] said = row.getString("said").getBytes(StandardCharsets.UTF_8);
        return (FactFiled) EventFormat.data(EventType.FACT_FILED, said);
    }
}
