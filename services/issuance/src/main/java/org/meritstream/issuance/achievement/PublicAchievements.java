package org.meritstream.issuance.achievement;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Achievement;
import org.meritstream.issuance.http.PublicRead;

/** Published versions as the public reads them here. */
@ApplicationScoped
public class PublicAchievements implements PublicRead {
    private static final String FIND =
            "select definition from achievement where tenant = $1 and achievement = $2 and version = $3";

    private final Pool pool;

    public PublicAchievements(Pool pool) {
        this.pool = pool;
    }

    /** The version, or null. */
    public Uni<@Nullable Achievement> find(AchievementKey key) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(key.tenant(), key.achievement(), key.version()))
                .map(PublicAchievements::found);
    }

    @Override
    public Uni<Void> rehearse() {
        return find(new AchievementKey("", "", 0)).replaceWithVoid();
    }

    private static @Nullable Achievement found(RowSet<Row> rows) {
        return rows.iterator().hasNext()
                ? Achievements.achievement(rows.iterator().next().getString("definition"))
                : null;
    }
}
