package org.meritstream.evidence.rulings;

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
import org.meritstream.events.EventFormat;
import org.meritstream.events.EventType;
import org.meritstream.events.Fact;
import org.meritstream.events.FactFiled;
import org.meritstream.evidence.learners.LearnerKey;

/** What was ruled for a learner, with the reasons, for those who may read them. */
@ApplicationScoped
class Rulings {
    private static final String COLUMNS =
            "select f.said::text as said, n.text as reason, n.author as author from fact f "
                    + "left join note n on n.id = f.id::uuid ";
    /** Facts of a platform have other ids than UUIDs; those established here have the id of a command. */
    private static final String OURS = "f.type = 'fact.filed.v1' and f.tenant = $1 ";

    private static final String OF_LEARNER = COLUMNS + "where " + OURS + """
            and f.area = ':achievement' and f.learner in (
              select l.id from learner l where l.tenant = $1 and l.person = coalesce(
                (select k.person from learner k where k.tenant = $1 and k.id = $2), $2))
            order by f.id""";
    private static final String FIND = COLUMNS + "where " + OURS + "and f.id = $2";

    private final Pool pool;

    Rulings(Pool pool) {
        this.pool = pool;
    }

    /**
     * A fact with why it is one.
     *
     * @param reason null where the note is gone
     */
    record Found(
            FactFiled said,
            @Nullable String reason,
            @Nullable String author) {}

    /** Everything established of a learner here, the oldest first. */
    Uni<List<Found>> ofLearner(LearnerKey learner) {
        return pool.preparedQuery(OF_LEARNER)
                .execute(Tuple.of(learner.tenant(), learner.id()))
                .map(Rulings::found);
    }

    /** The finding of misconduct with this id, or null. */
    Uni<@Nullable FactFiled> misconduct(String tenant, UUID id) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(tenant, id.toString()))
                .map(rows -> found(rows).stream()
                        .map(Found::said)
                        .filter(said -> said.fact() instanceof Fact.Misconduct)
                        .findFirst()
                        .orElse(null));
    }

    private static List<Found> found(RowSet<Row> rows) {
        List<Found> found = new ArrayList<>();
        for (Row row : rows) {
            byte[] said = row.getString("said").getBytes(StandardCharsets.UTF_8);
            found.add(new Found(
                    (FactFiled) EventFormat.data(EventType.FACT_FILED, said),
                    row.getString("reason"),
                    row.getString("author")));
        }
        return found;
    }
}
