package org.meritstream.issuance.achievement;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.meritstream.events.Achievement;
import org.meritstream.events.AchievementPublished;
import org.meritstream.events.EventFormat;
import org.meritstream.log.postgres.Database;
import org.meritstream.log.postgres.Write;

/** Copies of published achievements in PostgreSQL. A version never changes, so what was read once is kept. */
@ApplicationScoped
public class Achievements {
    private static final int KEPT = 1_000;
    private static final String LOAD = """
            select tenant, achievement, version, definition from achievement where (tenant, achievement, version) in
            (select * from unnest($1::text[], $2::text[], $3::int[]))""";
    private static final String STORE = """
            insert into achievement (tenant, achievement, version, definition)
            values ($1, $2, $3, $4) on conflict (tenant, achievement, version) do nothing""";
    private static final String MISSING =
            "select 1 from achievement where tenant = $1 and achievement = $2 and version = $3";

    private final Database database;
    private final Map<AchievementKey, Achievement> kept = new ConcurrentHashMap<>();

    public Achievements(Database database) {
        this.database = database;
    }

    /** Those of these versions that are known. */
    public Map<AchievementKey, Achievement> load(Collection<AchievementKey> keys) {
        Map<AchievementKey, Achievement> known = new HashMap<>();
        List<AchievementKey> unread =
                keys.stream().filter(key -> !kept.containsKey(key)).toList();
        if (!unread.isEmpty()) {
            read(unread);
        }
        keys.forEach(key -> {
            Achievement achievement = kept.get(key);
            if (achievement != null) {
                known.put(key, achievement);
            }
        });
        return known;
    }

    /** Keeps a published version. */
    public static Write store(AchievementPublished published) {
        return Write.any(
                STORE,
                Tuple.of(
                        published.tenant(),
                        published.achievement(),
                        published.version(),
                        json(published.definition())));
    }

    /** Guards that a version is still not known. */
    public static Write stillMissing(AchievementKey key) {
        return Write.exactly(0, MISSING, Tuple.of(key.tenant(), key.achievement(), key.version()));
    }

    private void read(List<AchievementKey> keys) {
        Tuple params = Tuple.of(
                keys.stream().map(AchievementKey::tenant).toArray(String[]::new),
                keys.stream().map(AchievementKey::achievement).toArray(String[]::new),
                keys.stream().map(AchievementKey::version).toArray(Integer[]::new));
        if (kept.size() > KEPT) {
            kept.clear();
        }
        for (Row row : database.query(LOAD, params)) {
            kept.put(
                    new AchievementKey(
                            row.getString("tenant"), row.getString("achievement"), row.getInteger("version")),
                    achievement(row.getString("definition")));
        }
    }

    private static String json(Achievement achievement) {
        try {
            return EventFormat.JSON.writeValueAsString(achievement);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A record of the contract can always be written", e);
        }
    }

    static Achievement achievement(String json) {
        try {
            return EventFormat.JSON.readValue(json, Achievement.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was stored is an achievement", e);
        }
    }
}
