package org.meritstream.evidence.catalogue;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.AchievementPublished;

/** Stored publications, as the public and the authors read them. */
@ApplicationScoped
public class PublishedAchievements {
    private static final String FIND = """
            select a.tenant, a.achievement, a.version, a.definition::text as definition, a.published_at,
              (select max(n.version) from achievement n where n.tenant = a.tenant and n.achievement = a.achievement) as newest
            from achievement a where a.tenant = $1 and a.achievement = $2 and a.version = $3""";
    private static final String NEWEST =
            "select achievement, max(version) as newest from achievement where tenant = $1 group by achievement";

    private final Pool pool;

    public PublishedAchievements(Pool pool) {
        this.pool = pool;
    }

    /**
     * A version as the public sees it.
     *
     * @param newest the newest version of the achievement
     */
    record Found(AchievementPublished version, int newest) {}

    Uni<@Nullable Found> find(AchievementKey key) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(key.tenant(), key.achievement(), key.version()))
                .map(PublishedAchievements::found);
    }

    /** A version, or null when there is none such. */
    public Uni<@Nullable AchievementPublished> version(AchievementKey key) {
        return find(key).map(found -> found == null ? null : found.version());
    }

    /** The newest version of each achievement of a tenant. */
    Uni<Map<String, Integer>> newest(String tenant) {
        return pool.preparedQuery(NEWEST).execute(Tuple.of(tenant)).map(rows -> {
            Map<String, Integer> newest = new HashMap<>();
            rows.forEach(row -> newest.put(row.getString("achievement"), row.getInteger("newest")));
            return newest;
        });
    }

    private static @Nullable Found found(RowSet<Row> rows) {
        if (!rows.iterator().hasNext()) {
            return null;
        }
        Row row = rows.iterator().next();
        return new Found(Achievements.published(row), row.getInteger("newest"));
    }
}
