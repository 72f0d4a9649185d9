package org.meritstream.evidence.learners;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.meritstream.log.postgres.Database;
import org.meritstream.log.postgres.Write;

/** Stored learner ids. */
@ApplicationScoped
public class Learners {
    /** The ids asked for and every id of the same persons. */
    private static final String LOAD = """
            with persons as (
              select distinct l.tenant, l.person from learner l
              join unnest($1::text[], $2::uuid[]) as k(tenant, id) on l.tenant = k.tenant and l.id = k.id)
            select l.tenant, l.id, l.person, l.known, l.language, l.version
            from learner l join persons p on l.tenant = p.tenant and l.person = p.person""";

    private static final String INSERT = """
            insert into learner (tenant, id, person, known, language, version)
            select *, 1 from unnest($1::text[], $2::uuid[], $3::uuid[], $4::boolean[], $5::text[])
            on conflict do nothing""";
    private static final String UPDATE = """
            update learner l set person = k.person, known = k.known, language = k.language, version = l.version + 1
            from unnest($1::text[], $2::uuid[], $3::uuid[], $4::boolean[], $5::text[], $6::bigint[])
              as k(tenant, id, person, known, language, version)
            where l.tenant = k.tenant and l.id = k.id and l.version = k.version""";

    private final Database database;

    public Learners(Database database) {
        this.database = database;
    }

    /** These ids as far as they are stored, with all that belong to the same persons. */
    public List<Learner> load(Collection<LearnerKey> keys) {
        List<Learner> learners = new ArrayList<>();
        for (Row row : database.query(LOAD, Tuple.of(tenants(keys), ids(keys)))) {
            learners.add(new Learner(
                    new LearnerKey(row.getString("tenant"), row.getUUID("id")),
                    row.getUUID("person"),
                    row.getBoolean("known"),
                    row.getString("language"),
                    row.getLong("version")));
        }
        return learners;
    }

    /**
     * Stores what a turn made of its learners, guarded by their versions.
     *
     * @param changed in ascending order of their keys, so that replicas lock rows in one order
     */
    public static List<Write> writes(List<Learner> changed) {
        List<Learner> met = changed.stream().filter(l -> l.version() == 0).toList();
        List<Learner> stored = changed.stream().filter(l -> l.version() > 0).toList();
        List<Write> writes = new ArrayList<>();
        if (!stored.isEmpty()) {
            List<Object> params = params(stored);
            params.add(stored.stream().map(Learner::version).toArray(Long[]::new));
            writes.add(Write.exactly(stored.size(), UPDATE, Tuple.from(params)));
        }
        if (!met.isEmpty()) {
            writes.add(Write.exactly(met.size(), INSERT, Tuple.from(params(met))));
        }
        return writes;
    }

    /** The tenants of keys, as an array parameter. */
    public static String[] tenants(Collection<LearnerKey> keys) {
        return keys.stream().map(LearnerKey::tenant).toArray(String[]::new);
    }

    /** The ids of keys, as an array parameter. */
    public static UUID[] ids(Collection<LearnerKey> keys) {
        return keys.stream().map(LearnerKey::id).toArray(UUID[]::new);
    }

    private static List<Object> params(List<Learner> learners) {
        List<LearnerKey> keys = learners.stream().map(Learner::key).toList();
        List<Object> params = new ArrayList<>();
        params.add(tenants(keys));
        params.add(ids(keys));
        params.add(learners.stream().map(Learner::person).toArray(UUID[]::new));
        params.add(learners.stream().map(Learner::known).toArray(Boolean[]::new));
        params.add(learners.stream().map(Learner::language).toArray(String[]::new));
        return params;
    }
}
