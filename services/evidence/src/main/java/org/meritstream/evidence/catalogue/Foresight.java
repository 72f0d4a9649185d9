package org.meritstream.evidence.catalogue;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.meritstream.events.AchievementPublished;
import org.meritstream.events.Fact;
import org.meritstream.events.PublishAchievement;
import org.meritstream.evidence.awards.Award;
import org.meritstream.evidence.awards.Awards;
import org.meritstream.evidence.awards.Release;
import org.meritstream.evidence.facts.FactBook;
import org.meritstream.evidence.facts.Facts;
import org.meritstream.evidence.facts.Subject;
import org.meritstream.evidence.judgement.EvaluateDecision;
import org.meritstream.evidence.judgement.Evaluation;
import org.meritstream.evidence.learners.Learner;
import org.meritstream.evidence.learners.LearnerKey;
import org.meritstream.evidence.learners.Learners;
import org.meritstream.evidence.learners.Register;
import org.meritstream.log.postgres.Database;

/**
 * Looks at whom a publication would reach, by the judgement itself and without changing anything: learner by learner in chunks, so that a
 * hundred thousand of them need no more memory than a few hundred.
 */
@ApplicationScoped
public class Foresight {
    private static final int CHUNK = 500;
    /** From each subject's index the next few learners, so that a chunk costs the same at the end as at the beginning. */
    private static final String NEXT = """
            select s.learner from unnest($2::text[], $3::text[]) as k(area, name) cross join lateral (
              select distinct f.learner from fact f
              where f.tenant = $1 and f.area = k.area and f.name = k.name and f.learner > $4
              order by f.learner limit\s""" + CHUNK + ") s group by s.learner order by s.learner limit " + CHUNK;

    private static final UUID FIRST = new UUID(0, 0);

    private final Database database;
    private final Learners learners;
    private final Facts facts;
    private final Awards awards;

    Foresight(Database database, Learners learners, Facts facts, Awards awards) {
        this.database = database;
        this.learners = learners;
        this.facts = facts;
        this.awards = awards;
    }

    /**
     * Looks until everybody was looked at or the time is up.
     *
     * @param version as it would be published
     * @param now when it would be
     */
    Foreseen look(AchievementPublished version, Instant now, BooleanSupplier timeIsUp) {
        Look look = new Look(Version.of(version), now);
        UUID after = FIRST;
        while (!timeIsUp.getAsBoolean()) {
            List<LearnerKey> chunk = next(look.version, after);
            if (chunk.isEmpty()) {
                return look.tally.foreseen(true);
            }
            look(look, chunk);
            after = chunk.getLast().id();
        }
        return look.tally.foreseen(false);
    }

    /** What a publication has to fit into, as it is now. */
    Surroundings surroundings(PublishAchievement asked) {
        // Not the one that the loop's thread keeps recent versions in.
        Achievements achievements = new Achievements(database);
        String tenant = asked.tenant();
        List<Subject> components = Components.names(asked.definition())
                .map(component -> Subject.achievement(tenant, component))
                .toList();
        Map<String, Integer> last = achievements.last(components);
        Set<AchievementKey> newest = components.stream()
                .filter(component -> last.containsKey(Shelf.slot(tenant, component.name())))
                .map(component -> new AchievementKey(
                        tenant, component.name(), last.getOrDefault(Shelf.slot(tenant, component.name()), 0)))
                .collect(Collectors.toSet());
        Shelf.Loaded loaded = new Shelf.Loaded(
                Map.of(),
                achievements.definitions(newest),
                last,
                achievements.components(Set.of(tenant)),
                Map.of(),
                Map.of());
        return new Shelf(loaded).surroundings(asked);
    }

    /** What one look carries from chunk to chunk. */
    private record Look(Version version, Instant now, ReachTally tally) {
        Look(Version version, Instant now) {
            this(version, now, new ReachTally());
        }
    }

    private List<LearnerKey> next(Version version, UUID after) {
        String tenant = version.published().tenant();
        List<LearnerKey> next = new ArrayList<>();
        Tuple params = Tuple.of(
                tenant, column(version.subjects(), Subject::area), column(version.subjects(), Subject::name), after);
        for (Row row : database.query(NEXT, params)) {
            next.add(new LearnerKey(tenant, row.getUUID("learner")));
        }
        return next;
    }

    private void look(Look look, List<LearnerKey> chunk) {
        Set<Subject> subjects = look.version.subjects();
        List<Learner> loaded = learners.load(chunk);
        Register register = new Register(loaded);
        Set<LearnerKey> ids = Stream.concat(chunk.stream(), loaded.stream().map(Learner::key))
                .collect(Collectors.toCollection(TreeSet::new));
        FactBook book = new FactBook(facts.load(ids, subjects));
        Set<LearnerKey> persons =
                chunk.stream().map(id -> register.personOf(id).key()).collect(Collectors.toCollection(TreeSet::new));
        String achievement = look.version.published().achievement();
        Set<LearnerKey> holding = awards.load(persons, Set.of(achievement)).stream()
                .filter(Award::stands)
                .map(Award::learner)
                .collect(Collectors.toCollection(HashSet::new));
        for (LearnerKey id : chunk) {
            LearnerKey person = register.personOf(id).key();
            List<LearnerKey> accounts = register.idsOf(person);
            if (isFirst(id, accounts, book, subjects)) {
                List<Fact> known = book.of(accounts, subjects);
                count(look, register.learner(person), known, holding.contains(person));
            }
        }
    }

    /** Whether the person was not met yet: somebody with several accounts is counted with the first of them that has facts. */
    private static boolean isFirst(LearnerKey id, List<LearnerKey> accounts, FactBook book, Set<Subject> subjects) {
        return accounts.stream()
                .filter(account -> account.compareTo(id) < 0)
                .allMatch(account -> book.of(List.of(account), subjects).isEmpty());
    }

    private static void count(Look look, Learner person, List<Fact> known, boolean holds) {
        look.tally.looked();
        AchievementPublished version = look.version.published();
        if (!(EvaluateDecision.evaluate(version, known, look.now) instanceof Evaluation.Earned)) {
            return;
        }
        if (holds) {
            look.tally.holds();
        } else if (!person.known()) {
            look.tally.unknown();
        } else {
            look.tally.awarded(person.key().id(), Release.of(version.definition()), look.now);
        }
    }

    private static String[] column(Collection<Subject> subjects, Function<Subject, String> value) {
        return subjects.stream().map(value).toArray(String[]::new);
    }
}
