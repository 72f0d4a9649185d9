package org.meritstream.evidence.catalogue;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.AchievementPublished;

/** Stored publications, as the public and the authors read them. */
@ApplicationScoped
public class PublishedAchievements {
    private static final String OF_ACHIEVEMENT = """
            select a.tenant, a.achievement, a.version, a.definition::text as definition, a.published_at, a.retroactive, a.retired_at,
              (select max(n.version) from achievement n where n.tenant = a.tenant and n.achievement = a.achievement) as newest
            from achievement a where a.tenant = $1 and a.achievement = $2""";
    private static final String FIND = OF_ACHIEVEMENT + " and a.version = $3";
    private static final String ALL = OF_ACHIEVEMENT + " order by a.version";
    private static final String SOME = """
            select a.tenant, a.achievement, a.version, a.definition::text as definition, a.published_at, a.retroactive
            from unnest($1::text[], $2::text[], $3::int[]) as k(tenant, achievement, version)
            join achievement a on a.tenant = k.tenant and a.achievement = k.achievement and a.version = k.version""";
    private static final String NEWEST =
            "select achievement, max(version) as newest from achievement where tenant = $1 group by achievement";

    private static final String NEWEST_OF =
            "select max(version) as newest from achievement where tenant = $1 and achievement = $2";

    private final Pool pool;

    public PublishedAchievements(Pool pool) {
        this.pool = pool;
    }

    /**
     * A version as the public sees it.
     *
     * @param newest the newest version of the achievement
     * @param retiredAt since when nobody earns it any more, or null
     */
    public record Found(
            AchievementPublished version,
            int newest,
            @Nullable Instant retiredAt) {}

    Uni<@Nullable Found> find(AchievementKey key) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(key.tenant(), key.achievement(), key.version()))
                .map(PublishedAchievements::found);
    }

    /** Every published version of an achievement, the oldest first. */
    public Uni<List<Found>> all(String tenant, String achievement) {
        return pool.preparedQuery(ALL).execute(Tuple.of(tenant, achievement)).map(rows -> {
            List<Found> all = new ArrayList<>();
            rows.forEach(row -> all.add(found(row)));
            return List.copyOf(all);
        });
    }

    /** A version, or null when there is none such. */
    public Uni<@Nullable AchievementPublished> version(AchievementKey key) {
        return find(key).map(found -> found == null ? null : found.version());
    }

    /** These versions, as far as they are there. */
    public Uni<Map<AchievementKey, AchievementPublished>> versions(Collection<AchievementKey> keys) {
        Tuple wanted = Tuple.of(
                keys.stream().map(AchievementKey::tenant).toArray(String[]::new),
                keys.stream().map(AchievementKey::achievement).toArray(String[]::new),
                keys.stream().map(AchievementKey::version).toArray(Integer[]::new));
        return pool.preparedQuery(SOME).execute(wanted).map(rows -> {
            Map<AchievementKey, AchievementPublished> versions = new HashMap<>();
            rows.forEach(row -> {
                AchievementPublished version = Achievements.published(row);
                versions.put(AchievementKey.of(version), version);
            });
            return versions;
        });
    }

    /** The newest version of an achievement, or null when none is published. */
    Uni<@Nullable Integer> newest(String tenant, String achievement) {
        return pool.preparedQuery(NEWEST_OF)
                .execute(Tuple.of(tenant, achievement))
                .map(rows -> rows.iterator().next().getInteger("newest"));
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
        return rows.iterator().hasNext() ? found(rows.iterator().next()) : null;
    }

    private static Found found(Row row) {
        OffsetDateTime retired = row.getOffsetDateTime("retired_at");
        return new Found(
                Achievements.published(row), row.getInteger("newest"), retired == null ? null : retired.toInstant());
    }
}
