package org.meritstream.evidence.catalogue;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.meritstream.events.Achievement;
import org.meritstream.events.AchievementPublished;
import org.meritstream.events.EventFormat;
import org.meritstream.evidence.facts.Subject;
import org.meritstream.log.postgres.Database;

/** Stored publications, as the loop reads them. */
@ApplicationScoped
public class Achievements {
    private static final String ASKING = """
            select a.tenant, a.area, a.name, a.achievement, a.version
            from unnest($1::text[], $2::text[], $3::text[]) as k(tenant, area, name)
            join achievement_subject a on a.tenant = k.tenant and a.area = k.area and a.name = k.name""";
    private static final String DEFINITIONS = """
            select a.tenant, a.achievement, a.version, a.definition::text as definition, a.published_at, a.retroactive
            from unnest($1::text[], $2::text[], $3::int[]) as k(tenant, achievement, version)
            join achievement a on a.tenant = k.tenant and a.achievement = k.achievement and a.version = k.version""";
    private static final String LAST = """
            select k.tenant, k.achievement, (
              select max(a.version) from achievement a where a.tenant = k.tenant and a.achievement = k.achievement) as last
            from unnest($1::text[], $2::text[]) as k(tenant, achievement)""";
    private static final String COMPONENTS =
            "select distinct tenant, achievement, name from achievement_subject where tenant = any($1::text[]) and area = $2";
    private static final String RETIRED = """
            select tenant, achievement, version, retired_at from achievement
            where tenant = any($1::text[]) and retired_at is not null""";
    private static final String EDITIONS =
            "select tenant, edition from catalogue_edition where tenant = any($1::text[])";

    private final Database database;
    private final RecentVersions recent = new RecentVersions();
    private final Map<String, Retired> retired = new HashMap<>();

    public Achievements(Database database) {
        this.database = database;
    }

    /** The versions that look at these subjects. */
    public Map<Subject, List<AchievementKey>> asking(Collection<Subject> subjects) {
        Map<Subject, List<AchievementKey>> asking = new HashMap<>();
        if (subjects.isEmpty()) {
            return asking;
        }
        Tuple params = Tuple.of(
                texts(subjects, Subject::tenant), texts(subjects, Subject::area), texts(subjects, Subject::name));
        for (Row row : database.query(ASKING, params)) {
            String tenant = row.getString("tenant");
            Subject subject = new Subject(tenant, row.getString("area"), row.getString("name"));
            asking.computeIfAbsent(subject, key -> new ArrayList<>())
                    .add(new AchievementKey(tenant, row.getString("achievement"), row.getInteger("version")));
        }
        return asking;
    }

    /** These versions, as far as they are published. A version never changes, so those met lately are not read again. */
    public Map<AchievementKey, Version> definitions(Set<AchievementKey> keys) {
        Map<AchievementKey, Version> versions = recent.of(keys);
        List<AchievementKey> missing =
                keys.stream().filter(key -> !versions.containsKey(key)).toList();
        if (missing.isEmpty()) {
            return versions;
        }
        Tuple params = Tuple.of(
                texts(missing, AchievementKey::tenant),
                texts(missing, AchievementKey::achievement),
                missing.stream().map(AchievementKey::version).toArray(Integer[]::new));
        for (Row row : database.query(DEFINITIONS, params)) {
            Version version = Version.of(published(row));
            versions.put(AchievementKey.of(version.published()), version);
            recent.add(version);
        }
        return versions;
    }

    /** The newest version of each of these achievements, by {@link Shelf#slot}. */
    public Map<String, Integer> last(Collection<Subject> asked) {
        Map<String, Integer> last = new HashMap<>();
        if (asked.isEmpty()) {
            return last;
        }
        Tuple params = Tuple.of(texts(asked, Subject::tenant), texts(asked, Subject::name));
        for (Row row : database.query(LAST, params)) {
            Integer newest = row.getInteger("last");
            if (newest != null) {
                last.put(Shelf.slot(row.getString("tenant"), row.getString("achievement")), newest);
            }
        }
        return last;
    }

    /** Which achievements of these tenants are earned by holding which, over all versions: by tenant, then by the one that is earned. */
    public Map<String, Map<String, Set<String>>> components(Collection<String> tenants) {
        Map<String, Map<String, Set<String>>> components = new HashMap<>();
        if (tenants.isEmpty()) {
            return components;
        }
        Tuple params = Tuple.of(tenants.toArray(String[]::new), Subject.CREDENTIAL);
        for (Row row : database.query(COMPONENTS, params)) {
            components
                    .computeIfAbsent(row.getString("tenant"), tenant -> new HashMap<>())
                    .computeIfAbsent(row.getString("achievement"), achievement -> new HashSet<>())
                    .add(row.getString("name"));
        }
        return components;
    }

    /** How often each of these tenants published. */
    public Map<String, Long> editions(Collection<String> tenants) {
        Map<String, Long> editions = new HashMap<>();
        for (Row row : database.query(EDITIONS, Tuple.of(tenants.toArray(String[]::new)))) {
            editions.put(row.getString("tenant"), row.getLong("edition"));
        }
        return editions;
    }

    /** What is retired of a tenant, as it was known when this edition of the tenant's catalogue was there. */
    private record Retired(long edition, Map<AchievementKey, Instant> versions) {}

    /**
     * When versions of these tenants were retired. A retirement moves the edition on, so it is read once for each edition.
     *
     * @param editions as they were read before
     */
    public Map<AchievementKey, Instant> retired(Map<String, Long> editions) {
        List<String> stale = editions.entrySet().stream()
                .filter(tenant -> !isRead(tenant.getKey(), tenant.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        if (!stale.isEmpty()) {
            stale.forEach(
                    tenant -> retired.put(tenant, new Retired(editions.getOrDefault(tenant, 0L), new HashMap<>())));
            for (Row row : database.query(RETIRED, Tuple.of(stale.toArray(String[]::new)))) {
                AchievementKey key = key(row);
                Instant at = row.getOffsetDateTime("retired_at").toInstant();
                requireNonNull(retired.get(key.tenant())).versions().put(key, at);
            }
        }
        Map<AchievementKey, Instant> all = new HashMap<>();
        editions.keySet()
                .forEach(
                        tenant -> all.putAll(requireNonNull(retired.get(tenant)).versions()));
        return all;
    }

    private boolean isRead(String tenant, long edition) {
        Retired read = retired.get(tenant);
        return read != null && read.edition() == edition;
    }

    private static AchievementKey key(Row row) {
        return new AchievementKey(row.getString("tenant"), row.getString("achievement"), row.getInteger("version"));
    }

    /** A version as a row of its table. */
    public static AchievementPublished published(Row row) {
        return new AchievementPublished(
                row.getString("tenant"),
                row.getString("achievement"),
                row.getInteger("version"),
                definition(row.getString("definition")),
                row.getOffsetDateTime("published_at").toInstant(),
                row.getBoolean("retroactive") ? null : Boolean.FALSE);
    }

    private static Achievement definition(String json) {
        try {
            return EventFormat.JSON.readValue(json, Achievement.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was stored is a definition", e);
        }
    }

    private static <T> String[] texts(Collection<T> rows, Function<T, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }
}
