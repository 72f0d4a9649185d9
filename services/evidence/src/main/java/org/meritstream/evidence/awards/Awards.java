package org.meritstream.evidence.awards;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.meritstream.evidence.learners.LearnerKey;
import org.meritstream.evidence.learners.Learners;
import org.meritstream.log.postgres.Database;
import org.meritstream.log.postgres.Write;

/** Stored awards. */
@ApplicationScoped
public class Awards {
    private static final String LOAD = "select " + AwardRow.COLUMNS + """
             from unnest($1::text[], $2::uuid[]) as k(tenant, learner)
            join award a on a.tenant = k.tenant and a.learner = k.learner
            where a.achievement = any($3::text[])""";
    private static final String LOAD_ALL = "select " + AwardRow.COLUMNS + """
             from unnest($1::text[], $2::uuid[]) as k(tenant, learner)
            join award a on a.tenant = k.tenant and a.learner = k.learner""";
    private static final String STORE = """
            insert into award (id, tenant, learner, achievement, version, number, release, facts, results, cause,
              state, reason, earned_at, conferred_at, withdrawn_at, release_at, approved_at, evidence, components,
              withheld_at, withheld_by, replaces, regard)
            select i, t, l, a, v, n, p, array(select jsonb_array_elements_text(f::jsonb)), r::jsonb, c, s, w, e, o, g, d, h, q::jsonb, k::jsonb,
              j, b, y, u
            from unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[], $5::int[], $6::int[], $7::text[], $8::text[], $9::text[],
              $10::text[], $11::text[], $12::text[], $13::timestamptz[], $14::timestamptz[], $15::timestamptz[],
              $16::timestamptz[], $17::timestamptz[], $18::text[], $19::text[], $20::timestamptz[], $21::text[], $22::uuid[], $23::text[])
              with ordinality as x(i, t, l, a, v, n, p, f, r, c, s, w, e, o, g, d, h, q, k, j, b, y, u, line)
            order by line
            on conflict (id) do update set facts = excluded.facts, results = excluded.results, evidence = excluded.evidence,
              components = excluded.components,
              state = excluded.state, reason = excluded.reason, approved_at = excluded.approved_at, conferred_at = excluded.conferred_at,
              withdrawn_at = excluded.withdrawn_at, withheld_at = excluded.withheld_at, withheld_by = excluded.withheld_by,
              replaces = coalesce(excluded.replaces, award.replaces), regard = excluded.regard""";

    private static final Comparator<Award> ORDER = Comparator.comparing(Award::learner)
            .thenComparing(Award::achievement)
            .thenComparingInt(Award::number);

    private final Database database;

    public Awards(Database database) {
        this.database = database;
    }

    /** The awards of these persons of these achievements, whatever became of them. */
    public List<Award> load(Collection<LearnerKey> persons, Collection<String> achievements) {
        if (persons.isEmpty() || achievements.isEmpty()) {
            return List.of();
        }
        String[] slugs = achievements.toArray(String[]::new);
        return rows(LOAD, Tuple.of(Learners.tenants(persons), Learners.ids(persons), slugs));
    }

    /** Every award of these persons. */
    public List<Award> loadAll(Collection<LearnerKey> persons) {
        if (persons.isEmpty()) {
            return List.of();
        }
        return rows(LOAD_ALL, Tuple.of(Learners.tenants(persons), Learners.ids(persons)));
    }

    /** Stores what a turn made of its awards, former ones first: at most one of an achievement stands at any moment. */
    public static List<Write> writes(List<Award> changed) {
        if (changed.isEmpty()) {
            return List.of();
        }
        List<Award> ordered = changed.stream().sorted(ORDER).toList();
        return List.of(Write.exactly(ordered.size(), STORE, Tuple.from(AwardRow.params(ordered))));
    }

    private List<Award> rows(String sql, Tuple params) {
        List<Award> awards = new ArrayList<>();
        for (Row row : database.query(sql, params)) {
            awards.add(AwardRow.award(row));
        }
        return awards;
    }
}
