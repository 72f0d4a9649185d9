package org.meritstream.evidence.reviews;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.meritstream.evidence.learners.LearnerKey;
import org.meritstream.evidence.learners.Learners;
import org.meritstream.log.postgres.Database;
import org.meritstream.log.postgres.Write;

/** Stored reviews, as the loop derives them. Who took one on is stored apart ({@link Claims}). */
@ApplicationScoped
public class Reviews {
    private static final String LOAD = "select " + ReviewRow.COLUMNS + """
             from unnest($1::text[], $2::uuid[]) as k(tenant, learner)
            join review r on r.tenant = k.tenant and r.learner = k.learner
            where r.achievement = any($3::text[])""";
    private static final String STORE = """
            insert into review (id, tenant, learner, achievement, version, criterion, number, seat, misconduct, artifacts, submitted_at,
              opened_at, state, reviewer, fact, ended_at)
            select i, t, l, a, v, c, n, s, m, array(select jsonb_array_elements_text(w::jsonb)), b, o, z, r, f, e
            from unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[], $5::int[], $6::text[], $7::int[], $8::text[], $9::text[], $10::text[],
              $11::timestamptz[], $12::timestamptz[], $13::text[], $14::text[], $15::text[], $16::timestamptz[])
              as x(i, t, l, a, v, c, n, s, m, w, b, o, z, r, f, e)
            on conflict (id) do update set version = excluded.version, artifacts = excluded.artifacts, submitted_at = excluded.submitted_at,
              opened_at = excluded.opened_at, state = excluded.state, reviewer = excluded.reviewer, fact = excluded.fact,
              ended_at = excluded.ended_at""";
    private static final String REMOVE = """
            delete from review r using unnest($1::text[], $2::uuid[]) as k(tenant, learner)
            where r.tenant = k.tenant and r.learner = k.learner""";

    private final Database database;

    public Reviews(Database database) {
        this.database = database;
    }

    /** Every review of these persons in these achievements, whatever became of it. */
    public List<ReviewTask> load(Collection<LearnerKey> persons, Collection<String> achievements) {
        if (persons.isEmpty() || achievements.isEmpty()) {
            return List.of();
        }
        Tuple params = Tuple.of(Learners.tenants(persons), Learners.ids(persons), achievements.toArray(String[]::new));
        List<ReviewTask> tasks = new ArrayList<>();
        for (Row row : database.query(LOAD, params)) {
            tasks.add(ReviewRow.task(row));
        }
        return tasks;
    }

    /** Stores what a turn made of its reviews; the learner's version guards them. */
    public static List<Write> writes(List<ReviewTask> changed, List<LearnerKey> gone) {
        List<Write> writes = new ArrayList<>();
        if (!gone.isEmpty()) {
            writes.add(Write.any(REMOVE, Tuple.of(Learners.tenants(gone), Learners.ids(gone))));
        }
        if (!changed.isEmpty()) {
            writes.add(Write.exactly(changed.size(), STORE, Tuple.from(ReviewRow.params(changed))));
        }
        return writes;
    }
}
