package org.meritstream.evidence.regrades;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.EventFormat;
import org.meritstream.evidence.awards.Award;
import org.meritstream.evidence.awards.AwardSearch;
import org.meritstream.evidence.catalogue.AchievementKey;
import org.meritstream.evidence.dossiers.Dossier;
import org.meritstream.evidence.dossiers.Folders;
import org.meritstream.evidence.judgement.Explanation;
import org.meritstream.log.postgres.Write;

/** Why awards were flagged: how they were explained before and after. */
@ApplicationScoped
public class Flags {
    private static final int MOST = 200;
    private static final String STORE = """
            insert into award_flag (award, before, after, flagged_at)
            select a, b::jsonb, f::jsonb, t from unnest($1::uuid[], $2::text[], $3::text[], $4::timestamptz[]) as x(a, b, f, t)
            on conflict (award) do update
              set before = excluded.before, after = excluded.after, flagged_at = excluded.flagged_at""";
    private static final String OPEN = "select " + AwardSearch.COLUMNS + """
            , f.before::text as before, f.after::text as after, f.flagged_at
            from award a join award_flag f on f.award = a.id
            where a.tenant = $1 and a.regard = 'FLAGGED' order by f.flagged_at, a.id limit\s""" + MOST;

    private final Pool pool;

    public Flags(Pool pool) {
        this.pool = pool;
    }

    /**
     * An award that waits for a human's decision.
     *
     * @param before how its criteria were met, or null where that was not seen
     * @param after how they are not
     */
    record Flagged(Award award, @Nullable Explanation before, Explanation after, OffsetDateTime at) {}

    /** The oldest first. */
    Uni<List<Flagged>> open(String tenant) {
        return pool.preparedQuery(OPEN).execute(Tuple.of(tenant)).map(rows -> {
            List<Flagged> flagged = new ArrayList<>();
            rows.forEach(row -> flagged.add(flagged(row)));
            return flagged;
        });
    }

    /** Stores why a turn flagged its awards, by the dossiers that it left. */
    public static List<Write> writes(List<Award> flagged, Folders folders) {
        List<UUID> awards = new ArrayList<>();
        List<@Nullable String> before = new ArrayList<>();
        List<String> after = new ArrayList<>();
        List<OffsetDateTime> times = new ArrayList<>();
        for (Award award : flagged) {
            AchievementKey version = new AchievementKey(award.learner().tenant(), award.achievement(), award.version());
            Dossier dossier = folders.find(award.learner(), version);
            if (dossier != null) {
                Dossier met = folders.beforeItWasUndone(dossier);
                awards.add(award.id());
                before.add(met == null ? null : json(met.explanation()));
                after.add(json(dossier.explanation()));
                times.add(dossier.evaluatedAt().atOffset(ZoneOffset.UTC));
            }
        }
        if (awards.isEmpty()) {
            return List.of();
        }
        return List.of(Write.exactly(
                awards.size(),
                STORE,
                Tuple.of(
                        awards.toArray(UUID[]::new),
                        before.toArray(String[]::new),
                        after.toArray(String[]::new),
                        times.toArray(OffsetDateTime[]::new))));
    }

    private static Flagged flagged(Row row) {
        String before = row.getString("before");
        return new Flagged(
                AwardSearch.award(row),
                before == null ? null : explanation(before),
                explanation(row.getString("after")),
                row.getOffsetDateTime("flagged_at"));
    }

    private static String json(Explanation explanation) {
        try {
            return EventFormat.JSON.writeValueAsString(explanation);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An explanation can always be written", e);
        }
    }

    private static Explanation explanation(String json) {
        try {
            return EventFormat.JSON.readValue(json, Explanation.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was stored is an explanation", e);
        }
    }
}
