package org.meritstream.evidence.restraints;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.WithholdingReason;
import org.meritstream.evidence.learners.LearnerKey;
import org.meritstream.evidence.learners.Learners;
import org.meritstream.log.postgres.Database;
import org.meritstream.log.postgres.Write;

/** Stored holds and pauses. */
@ApplicationScoped
public class Restraints {
    /** Those that hold for everybody or for one of these learners, and those that are named. */
    private static final String LOAD = """
            select r.id, r.tenant, r.kind, r.learner, r.achievement, r.placed_at, r.lifted_at from restraint r
              where r.tenant = any($1::text[]) and r.learner is null and r.lifted_at is null
            union
            select r.id, r.tenant, r.kind, r.learner, r.achievement, r.placed_at, r.lifted_at
              from unnest($2::text[], $3::uuid[]) as k(tenant, learner)
              join restraint r on r.tenant = k.tenant and r.learner = k.learner and r.lifted_at is null
            union
            select r.id, r.tenant, r.kind, r.learner, r.achievement, r.placed_at, r.lifted_at from restraint r
              where r.id = any($4::uuid[])""";

    private static final String STORE = """
            insert into restraint (id, tenant, kind, learner, achievement, placed_at, lifted_at)
            select * from unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[], $5::text[], $6::timestamptz[], $7::timestamptz[])
            on conflict (id) do update set lifted_at = excluded.lifted_at""";

    private final Database database;

    public Restraints(Database database) {
        this.database = database;
    }

    /**
     * What may restrain the learners of a batch, and what its commands name.
     *
     * @param named ids, whatever became of them
     */
    public List<Restraint> load(Set<String> tenants, Collection<LearnerKey> learners, Set<UUID> named) {
        List<Restraint> restraints = new ArrayList<>();
        Tuple params = Tuple.of(
                tenants.toArray(String[]::new),
                Learners.tenants(learners),
                Learners.ids(learners),
                named.toArray(UUID[]::new));
        for (Row row : database.query(LOAD, params)) {
            restraints.add(restraint(row));
        }
        return restraints;
    }

    /** Stores what a turn made of its restraints. */
    public static List<Write> writes(List<Restraint> changed) {
        if (changed.isEmpty()) {
            return List.of();
        }
        List<Object> params = new ArrayList<>();
        params.add(changed.stream().map(Restraint::id).toArray(UUID[]::new));
        params.add(changed.stream().map(r -> r.scope().tenant()).toArray(String[]::new));
        params.add(changed.stream().map(r -> r.kind().name()).toArray(String[]::new));
        params.add(changed.stream().map(r -> r.scope().learner()).toArray(UUID[]::new));
        params.add(changed.stream().map(r -> r.scope().achievement()).toArray(String[]::new));
        params.add(changed.stream().map(r -> time(r.placedAt())).toArray(OffsetDateTime[]::new));
        params.add(changed.stream().map(r -> time(r.liftedAt())).toArray(OffsetDateTime[]::new));
        return List.of(Write.exactly(changed.size(), STORE, Tuple.from(params)));
    }

    static Restraint restraint(Row row) {
        OffsetDateTime lifted = row.getOffsetDateTime("lifted_at");
        return new Restraint(
                row.getUUID("id"),
                WithholdingReason.valueOf(row.getString("kind")),
                new Restraint.Scope(row.getString("tenant"), row.getUUID("learner"), row.getString("achievement")),
                row.getOffsetDateTime("placed_at").toInstant(),
                lifted == null ? null : lifted.toInstant());
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
