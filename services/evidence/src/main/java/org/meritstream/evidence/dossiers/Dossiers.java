package org.meritstream.evidence.dossiers;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.meritstream.evidence.catalogue.AchievementKey;
import org.meritstream.evidence.dossiers.Dossier.Outcome;
import org.meritstream.evidence.learners.LearnerKey;
import org.meritstream.evidence.learners.Learners;
import org.meritstream.log.postgres.Database;
import org.meritstream.log.postgres.Write;

/** Stored dossiers. */
@ApplicationScoped
public class Dossiers {
    static final String COLUMNS =
            "d.id, d.tenant, d.learner, d.achievement, d.version, d.evaluation, d.outcome, d.explanation::text as explanation, d.evaluated_at";

    private static final String LOAD = "select " + COLUMNS + """
             from unnest($1::text[], $2::uuid[]) as k(tenant, learner)
            join dossier d on d.tenant = k.tenant and d.learner = k.learner
            where d.achievement = any($3::text[])""";
    private static final String LOAD_ALL = "select " + COLUMNS + """
             from unnest($1::text[], $2::uuid[]) as k(tenant, learner)
            join dossier d on d.tenant = k.tenant and d.learner = k.learner""";
    private static final String STORE = """
            insert into dossier (id, tenant, learner, achievement, version, evaluation, outcome, explanation, evaluated_at)
            select i, t, l, a, v, n, o, e::json, w
            from unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[], $5::int[], $6::bigint[], $7::text[], $8::text[], $9::timestamptz[])
              as r(i, t, l, a, v, n, o, e, w)
            on conflict (id) do update set evaluation = excluded.evaluation, outcome = excluded.outcome,
              explanation = excluded.explanation, evaluated_at = excluded.evaluated_at""";
    private static final String REMOVE = "delete from dossier where id = any($1::uuid[])";

    private final Database database;

    public Dossiers(Database database) {
        this.database = database;
    }

    /** The dossiers of these persons in the versions of these achievements. */
    public List<Dossier> load(Collection<LearnerKey> persons, Collection<String> achievements) {
        if (persons.isEmpty() || achievements.isEmpty()) {
            return List.of();
        }
        String[] slugs = achievements.toArray(String[]::new);
        return rows(LOAD, Tuple.of(Learners.tenants(persons), Learners.ids(persons), slugs));
    }

    /** Every dossier of these persons. */
    public List<Dossier> loadAll(Collection<LearnerKey> persons) {
        if (persons.isEmpty()) {
            return List.of();
        }
        return rows(LOAD_ALL, Tuple.of(Learners.tenants(persons), Learners.ids(persons)));
    }

    /** Stores what a turn made of its dossiers; the learners' versions guard them. */
    public static List<Write> writes(List<Dossier> changed, List<UUID> removed) {
        List<Write> writes = new ArrayList<>();
        if (!removed.isEmpty()) {
            writes.add(Write.any(REMOVE, Tuple.of(removed.toArray(UUID[]::new))));
        }
        if (!changed.isEmpty()) {
            writes.add(Write.exactly(changed.size(), STORE, Tuple.from(params(changed))));
        }
        return writes;
    }

    static Dossier dossier(Row row) {
        return new Dossier(
                row.getUUID("id"),
                new LearnerKey(row.getString("tenant"), row.getUUID("learner")),
                new AchievementKey(row.getString("tenant"), row.getString("achievement"), row.getInteger("version")),
                row.getLong("evaluation"),
                Outcome.valueOf(row.getString("outcome")),
                Reasons.stored(row.getString("explanation")),
                row.getOffsetDateTime("evaluated_at").toInstant());
    }

    private List<Dossier> rows(String sql, Tuple params) {
        List<Dossier> dossiers = new ArrayList<>();
        for (Row row : database.query(sql, params)) {
            dossiers.add(dossier(row));
        }
        return dossiers;
    }

    private static List<Object> params(List<Dossier> dossiers) {
        List<Object> params = new ArrayList<>();
        params.add(column(dossiers, Dossier::id).toArray(UUID[]::new));
        params.add(column(dossiers, d -> d.learner().tenant()).toArray(String[]::new));
        params.add(column(dossiers, d -> d.learner().id()).toArray(UUID[]::new));
        params.add(column(dossiers, d -> d.achievement().achievement()).toArray(String[]::new));
        params.add(column(dossiers, d -> d.achievement().version()).toArray(Integer[]::new));
        params.add(column(dossiers, Dossier::evaluation).toArray(Long[]::new));
        params.add(column(dossiers, d -> d.outcome().name()).toArray(String[]::new));
        params.add(column(dossiers, d -> d.reasons().json()).toArray(String[]::new));
        params.add(
                column(dossiers, d -> d.evaluatedAt().atOffset(ZoneOffset.UTC)).toArray(OffsetDateTime[]::new));
        return params;
    }

    private static <V> List<V> column(List<Dossier> dossiers, Function<Dossier, V> value) {
        return dossiers.stream().map(value).toList();
    }
}
