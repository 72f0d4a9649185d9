package org.meritstream.evidence.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.meritstream.events.Achievement;
import org.meritstream.events.AchievementPublished;
import org.meritstream.events.AchievementRetired;
import org.meritstream.events.EventFormat;
import org.meritstream.evidence.facts.Subject;
import org.meritstream.log.postgres.Write;

/**
 * How a turn stores what it publishes, and makes sure that what it decided was decided by the newest catalogue and under every restraint.
 *
 * <p>A publication or a retirement moves its tenant's edition on, and so does a hold or a pause that is on everybody, and
 * the beginning of a move; a turn that judges holds the edition it loaded for share. So either the publication is seen by the turn (it is decided
 * again), or the turn's facts are seen by the search that the publication starts ({@link ReachTimer}), and by the slices of the move.
 */
public final class Publications {
    private static final String FIRST_EDITION =
            "insert into catalogue_edition (tenant, edition) select t, 0 from unnest($1::text[]) as k(t) on conflict do nothing";
    private static final String HOLD = """
            select e.tenant from catalogue_edition e join unnest($1::text[], $2::bigint[]) as k(tenant, edition)
            on e.tenant = k.tenant and e.edition = k.edition order by e.tenant for share of e""";
    private static final String MOVE_ON = """
            update catalogue_edition e set edition = e.edition + 1 from unnest($1::text[], $2::bigint[]) as k(tenant, edition)
            where e.tenant = k.tenant and e.edition = k.edition""";
    private static final String PUBLISH = """
            insert into achievement (tenant, achievement, version, definition, published_at, retroactive)
            values ($1, $2, $3, $4::text::jsonb, $5, $6) on conflict do nothing""";
    private static final String RETIRE = """
            update achievement set retired_at = $4
            where tenant = $1 and achievement = $2 and version = $3 and retired_at is null""";
    private static final String ASKS = """
            insert into achievement_subject (tenant, area, name, achievement, version)
            select $1, a, n, $2, $3 from unnest($4::text[], $5::text[]) as k(a, n)""";
    private static final String REACH = """
            insert into reach (tenant, achievement, version, after_learner)
            values ($1, $2, $3, '00000000-0000-0000-0000-000000000000')""";

    private Publications() {}

    /**
     * Stores what was published, and guards what was judged.
     *
     * @param judged the tenants whose facts the turn judged
     * @param changed the tenants in which the turn changed what restrains everybody, or where those go on who begin
     */
    public static List<Write> writes(Shelf shelf, Set<String> judged, Set<String> changed) {
        List<AchievementPublished> published = shelf.published();
        SortedSet<String> moving = Stream.concat(
                        published.stream().map(AchievementPublished::tenant),
                        shelf.retirements().stream().map(AchievementRetired::tenant))
                .collect(Collectors.toCollection(TreeSet::new));
        moving.addAll(changed);
        SortedSet<String> holding = new TreeSet<>(judged);
        holding.removeAll(moving);
        SortedSet<String> concerned = new TreeSet<>(judged);
        concerned.addAll(moving);
        List<Write> writes = new ArrayList<>();
        List<String> first =
                concerned.stream().filter(t -> shelf.edition(t) == null).toList();
        if (!first.isEmpty()) {
            writes.add(Write.any(FIRST_EDITION, Tuple.of(first.toArray(String[]::new))));
        }
        writes.addAll(guarded(MOVE_ON, shelf, moving));
        writes.addAll(guarded(HOLD, shelf, holding));
        published.forEach(version -> writes.addAll(publish(version)));
        shelf.retirements().forEach(version -> writes.add(retire(version)));
        return writes;
    }

    private static List<Write> guarded(String sql, Shelf shelf, Collection<String> tenants) {
        if (tenants.isEmpty()) {
            return List.of();
        }
        Long[] editions = tenants.stream()
                .map(tenant -> {
                    Long edition = shelf.edition(tenant);
                    return edition == null ? 0L : edition;
                })
                .toArray(Long[]::new);
        return List.of(Write.exactly(tenants.size(), sql, Tuple.of(tenants.toArray(String[]::new), editions)));
    }

    private static Write retire(AchievementRetired version) {
        OffsetDateTime at = version.retiredAt().atOffset(ZoneOffset.UTC);
        return Write.exactly(1, RETIRE, Tuple.of(version.tenant(), version.achievement(), version.version(), at));
    }

    private static List<Write> publish(AchievementPublished version) {
        Version asked = Version.of(version);
        boolean retroactive = !Boolean.FALSE.equals(version.retroactive());
        OffsetDateTime at = version.publishedAt().atOffset(ZoneOffset.UTC);
        Tuple row = Tuple.of(
                version.tenant(),
                version.achievement(),
                version.version(),
                json(version.definition()),
                at,
                retroactive);
        Tuple asks = Tuple.of(
                version.tenant(),
                version.achievement(),
                version.version(),
                asked.subjects().stream().map(Subject::area).toArray(String[]::new),
                asked.subjects().stream().map(Subject::name).toArray(String[]::new));
        List<Write> writes = new ArrayList<>(List.of(
                Write.exactly(1, PUBLISH, row), Write.exactly(asked.subjects().size(), ASKS, asks)));
        if (retroactive) {
            writes.add(Write.exactly(1, REACH, Tuple.of(version.tenant(), version.achievement(), version.version())));
        }
        return writes;
    }

    private static String json(Achievement definition) {
        try {
            return EventFormat.JSON.writeValueAsString(definition);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A definition can always be written", e);
        }
    }
}
