package org.meritstream.issuance.learner;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.meritstream.events.LearnerLinked;
import org.meritstream.events.LearnerProfiled;
import org.meritstream.log.postgres.Database;
import org.meritstream.log.postgres.Write;

/** Copies of learners in PostgreSQL. */
@ApplicationScoped
public class Learners {
    private static final String LOAD = """
            with asked as (select * from unnest($1::text[], $2::uuid[]) as a(tenant, learner)),
            linked as (select l.tenant, l.provisional, l.learner from learner_link l join asked a
              on a.tenant = l.tenant and a.learner = l.provisional)
            select tenant, provisional, learner, null as display_name, null as email, null::timestamptz as profiled_at from linked
            union all
            select p.tenant, null::uuid, p.learner, p.display_name, p.email, p.profiled_at from learner p
            where (p.tenant, p.learner) in (select tenant, learner from asked union select tenant, learner from linked)""";
    private static final String STORE = """
            insert into learner (tenant, learner, display_name, email, profiled_at)
            select * from unnest($1::text[], $2::uuid[], $3::text[], $4::text[], $5::timestamptz[])
            on conflict (tenant, learner) do update
            set display_name = excluded.display_name, email = excluded.email, profiled_at = excluded.profiled_at
            where learner.profiled_at < excluded.profiled_at""";
    private static final String LINK = """
            insert into learner_link (tenant, provisional, learner, linked_at)
            values ($1, $2, $3, $4) on conflict (tenant, provisional) do nothing""";
    private static final String MISSING = """
            select 1 from learner where tenant = $1 and learner = $2
            union all select 1 from learner_link where tenant = $1 and provisional = $2""";

    private final Database database;

    public Learners(Database database) {
        this.database = database;
    }

    /** What the store knows of these learners, and of whom they turned out to be. */
    public KnownLearners load(Collection<LearnerKey> learners) {
        KnownLearners known = new KnownLearners();
        if (learners.isEmpty()) {
            return known;
        }
        String[] tenants = learners.stream().map(LearnerKey::tenant).toArray(String[]::new);
        UUID[] ids = learners.stream().map(LearnerKey::learner).toArray(UUID[]::new);
        for (Row row : database.query(LOAD, Tuple.of(tenants, ids))) {
            UUID provisional = row.getUUID("provisional");
            if (provisional == null) {
                known.add(profile(row));
            } else {
                known.link(new LearnerKey(row.getString("tenant"), provisional), row.getUUID("learner"));
            }
        }
        return known;
    }

    /** Keeps the latest profile of each; the earlier of two leaves no trace. */
    public static Write store(Collection<LearnerProfiled> profiled) {
        List<Profile> latest = profiled.stream()
                .map(Profile::of)
                .collect(java.util.stream.Collectors.toMap(
                        profile -> new LearnerKey(profile.tenant(), profile.learner()),
                        profile -> profile,
                        Profile::later))
                .values()
                .stream()
                .toList();
        return Write.any(
                STORE,
                Tuple.from(Arrays.asList(
                        latest.stream().map(Profile::tenant).toArray(String[]::new),
                        latest.stream().map(Profile::learner).toArray(UUID[]::new),
                        latest.stream().map(Profile::displayName).toArray(String[]::new),
                        latest.stream().map(Profile::email).toArray(String[]::new),
                        latest.stream()
                                .map(p -> p.profiledAt().atOffset(ZoneOffset.UTC))
                                .toArray(OffsetDateTime[]::new))));
    }

    /** Keeps who an account turned out to be. */
    public static Write store(LearnerLinked linked) {
        return Write.any(
                LINK,
                Tuple.of(
                        linked.tenant(),
                        linked.provisional(),
                        linked.learner(),
                        linked.linkedAt().atOffset(ZoneOffset.UTC)));
    }

    /** Guards that a learner is still not known. */
    public static Write stillMissing(LearnerKey learner) {
        return Write.exactly(0, MISSING, Tuple.of(learner.tenant(), learner.learner()));
    }

    private static Profile profile(Row row) {
        return new Profile(
                row.getString("tenant"),
                row.getUUID("learner"),
                row.getString("display_name"),
                row.getString("email"),
                row.getOffsetDateTime("profiled_at").toInstant());
    }
}
