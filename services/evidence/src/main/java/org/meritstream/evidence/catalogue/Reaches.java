package org.meritstream.evidence.catalogue;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Publications on their way to the learners whose facts came first, and how far each has come. */
@ApplicationScoped
public class Reaches {
    private static final int STEP = 500;
    private static final String OPEN =
            "select tenant, achievement, version, after_learner from reach order by tenant, achievement, version limit 50";
    private static final String NEXT = """
            select distinct f.learner from achievement_subject a
            join fact f on f.tenant = a.tenant and f.area = a.area and f.name = a.name
            where a.tenant = $1 and a.achievement = $2 and a.version = $3 and f.learner > $4
            order by f.learner limit\s""" + STEP;
    private static final String CAME_TO = """
            update reach set after_learner = $5
            where tenant = $1 and achievement = $2 and version = $3 and after_learner = $4""";
    private static final String DONE =
            "delete from reach where tenant = $1 and achievement = $2 and version = $3 and after_learner = $4";

    private final Pool pool;

    public Reaches(Pool pool) {
        this.pool = pool;
    }

    /**
     * A publication under way.
     *
     * @param after the learner it has come to; learners are taken in ascending order
     */
    record Reach(AchievementKey version, UUID after) {}

    Uni<List<Reach>> open() {
        return pool.preparedQuery(OPEN)
                .execute()
                .map(rows -> list(
                        rows,
                        row -> new Reach(
                                new AchievementKey(
                                        row.getString("tenant"),
                                        row.getString("achievement"),
                                        row.getInteger("version")),
                                row.getUUID("after_learner"))));
    }

    /** The next learner ids with facts that the version asks for, in ascending order; empty when all were reached. */
    Uni<List<UUID>> next(Reach reach) {
        return pool.preparedQuery(NEXT).execute(params(reach)).map(rows -> list(rows, row -> row.getUUID("learner")));
    }

    /** Notes how far it came, unless another replica did. */
    Uni<Void> cameTo(Reach reach, UUID learner) {
        return pool.preparedQuery(CAME_TO)
                .execute(params(reach).addUUID(learner))
                .replaceWithVoid();
    }

    /** All were reached. */
    Uni<Void> done(Reach reach) {
        return pool.preparedQuery(DONE).execute(params(reach)).replaceWithVoid();
    }

    private static Tuple params(Reach reach) {
        AchievementKey version = reach.version();
        return Tuple.tuple()
                .addString(version.tenant())
                .addString(version.achievement())
                .addInteger(version.version())
                .addUUID(reach.after());
    }

    private static <T> List<T> list(RowSet<Row> rows, Function<Row, T> value) {
        List<T> list = new ArrayList<>();
        rows.forEach(row -> list.add(value.apply(row)));
        return list;
    }
}
