package org.meritstream.evidence.learn;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Achievement;
import org.meritstream.evidence.judgement.CredentialAsked;

/**
 * What the credentials are called that rules ask for by their ids: the institution's own as its newest version says, another issuer's as that
 * issuer says itself in a credential that was verified here. What nobody has handed in yet has no name.
 */
@ApplicationScoped
class AchievementNames {
    private static final String NAMES = """
            select k.achievement, k.issuer, coalesce(
                (select a.definition ->> 'name' from achievement a
                  where k.issuer is null and a.tenant = $1 and a.achievement = k.achievement order by a.version desc limit 1),
                (select i.achievement_name from import_request i
                  where i.tenant = $1 and i.issuer = k.issuer and i.achievement = k.achievement and i.achievement_name is not null
                  order by i.concluded_at desc limit 1)) as called,
              (select i.issuer_name from import_request i
                where i.tenant = $1 and i.issuer = k.issuer and i.issuer_name is not null
                order by i.concluded_at desc limit 1) as issuer_called
            from unnest($2::text[], $3::text[]) as k(achievement, issuer)""";

    private final Pool pool;

    AchievementNames(Pool pool) {
        this.pool = pool;
    }

    /** The names of what these ask for, and of who issues it, by their ids. */
    Uni<Map<String, String>> askedFor(String tenant, Collection<Achievement> definitions) {
        List<CredentialAsked> asked =
                definitions.stream().flatMap(CredentialAsked::of).distinct().toList();
        if (asked.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        Tuple params = Tuple.of(
                tenant,
                asked.stream().map(CredentialAsked::achievement).toArray(String[]::new),
                asked.stream().map(CredentialAsked::issuer).toArray(String[]::new));
        return pool.preparedQuery(NAMES).execute(params).map(AchievementNames::names);
    }

    private static Map<String, String> names(Iterable<Row> rows) {
        Map<String, String> names = new HashMap<>();
        rows.forEach(row -> {
            put(names, row.getString("achievement"), row.getString("called"));
            put(names, row.getString("issuer"), row.getString("issuer_called"));
        });
        return names;
    }

    private static void put(Map<String, String> names, @Nullable String id, @Nullable String name) {
        if (id != null && name != null) {
            names.put(id, name);
        }
    }
}
