package org.meritstream.evidence.flow;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.meritstream.events.ReviewStep;
import org.meritstream.evidence.awards.Award;
import org.meritstream.evidence.catalogue.AchievementKey;
import org.meritstream.evidence.catalogue.Achievements;
import org.meritstream.evidence.catalogue.Shelf;
import org.meritstream.evidence.catalogue.Version;
import org.meritstream.evidence.dossiers.Dossier;
import org.meritstream.evidence.facts.Facts;
import org.meritstream.evidence.facts.Filed;
import org.meritstream.evidence.facts.Subject;
import org.meritstream.evidence.learners.Learner;
import org.meritstream.evidence.learners.LearnerKey;
import org.meritstream.evidence.learners.Learners;
import org.meritstream.evidence.moves.Move;
import org.meritstream.evidence.moves.MoveBook;
import org.meritstream.evidence.reviews.ReviewTask;

/**
 * Loads what a batch needs in about ten statements, however many events it has, and one more for each sweep.
 *
 * <p>The editions come first: a publication or a restraint on everybody between them and the rest is noticed when the turn is stored.
 */
@ApplicationScoped
class WorkingSet {
    private final Learners learners;
    private final Facts facts;
    private final Achievements achievements;
    private final Cabinet cabinet;

    WorkingSet(Learners learners, Facts facts, Achievements achievements, Cabinet cabinet) {
        this.learners = learners;
        this.facts = facts;
        this.achievements = achievements;
        this.cabinet = cabinet;
    }

    Loaded load(Scope scope) {
        Map<String, Long> editions = achievements.editions(scope.tenants());
        Map<AchievementKey, Instant> retired = achievements.retired(editions);
        MoveBook.Loaded moves = cabinet.moves().load(scope.continuing(), scope.leaving());
        scope.add(moves);
        List<Learner> ids = learners.load(scope.learners());
        Set<LearnerKey> everyId = with(scope.learners(), ids.stream().map(Learner::key));
        Set<LearnerKey> persons = with(scope.learners(), ids.stream().map(Learner::personKey));
        Set<LearnerKey> whole = persons(scope.whole(), ids);

        Map<Subject, List<AchievementKey>> asking = achievements.asking(concerned(scope, ids));
        Set<AchievementKey> versions = concerned(scope, asking);
        Set<String> names = versions.stream().map(AchievementKey::achievement).collect(Collectors.toSet());
        persons.removeAll(whole);
        List<Dossier> folders = joined(
                cabinet.dossiers().load(persons, names), cabinet.dossiers().loadAll(whole));
        List<Award> held =
                joined(cabinet.awards().load(persons, names), cabinet.awards().loadAll(whole));
        folders.forEach(dossier -> versions.add(dossier.achievement()));
        List<Move> onwards = cabinet.moves().onwards(achievements(versions));
        onwards.forEach(move -> versions.add(move.target()));

        Map<String, Integer> last = achievements.last(scope.publishing());
        Map<AchievementKey, Version> definitions = achievements.definitions(with(versions, newest(scope, last)));
        List<Filed> said = facts.load(everyId, subjects(definitions.values()));
        List<ReviewTask> looks =
                cabinet.reviews().load(with(persons, whole.stream()), reviewed(definitions.values(), said));
        return new Loaded(
                ids,
                said,
                folders,
                held,
                looks,
                cabinet.restraints().load(scope.tenants(), everyId, scope.restraints()),
                cabinet.batches().load(scope.batches()),
                cabinet.sweeps().load(scope.sweeps()),
                moves.with(onwards),
                new Shelf.Loaded(
                        asking, definitions, last, achievements.components(publishers(scope)), retired, editions));
    }

    /** What the batch's facts are about, and those of the accounts that are linked. */
    private Set<Subject> concerned(Scope scope, List<Learner> ids) {
        Set<Subject> concerned = facts.subjects(groups(scope.moving(), ids));
        concerned.addAll(scope.subjects());
        return concerned;
    }

    private static Set<AchievementKey> concerned(Scope scope, Map<Subject, List<AchievementKey>> asking) {
        Set<AchievementKey> versions = new TreeSet<>(scope.versions());
        asking.values().forEach(versions::addAll);
        return versions;
    }

    private static Set<String> publishers(Scope scope) {
        return scope.publishing().stream().map(Subject::tenant).collect(Collectors.toSet());
    }

    /** The newest version of whatever is published or named by what is. */
    private static Stream<AchievementKey> newest(Scope scope, Map<String, Integer> last) {
        return scope.publishing().stream().flatMap(named -> {
            Integer newest = last.get(Shelf.slot(named.tenant(), named.name()));
            return newest == null
                    ? Stream.empty()
                    : Stream.of(new AchievementKey(named.tenant(), named.name(), newest));
        });
    }

    /** Every id of the persons behind these ids. */
    private static Set<LearnerKey> groups(Set<LearnerKey> keys, List<Learner> ids) {
        Set<LearnerKey> persons = persons(keys, ids);
        Set<LearnerKey> groups = new TreeSet<>(keys);
        ids.stream()
                .filter(id -> persons.contains(id.personKey()))
                .map(Learner::key)
                .forEach(groups::add);
        return groups;
    }

    private static Set<LearnerKey> persons(Set<LearnerKey> keys, List<Learner> ids) {
        Set<LearnerKey> persons = new TreeSet<>(keys);
        ids.stream()
                .filter(id -> keys.contains(id.key()))
                .map(Learner::personKey)
                .forEach(persons::add);
        return persons;
    }

    private static <K extends Comparable<K>> Set<K> with(Set<K> some, Stream<K> more) {
        Set<K> all = new TreeSet<>(some);
        more.forEach(all::add);
        return all;
    }

    private static <T> List<T> joined(List<T> some, List<T> more) {
        List<T> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    /** The achievements that persons look at something in, or are asked to by an appeal. */
    private static Set<String> reviewed(Collection<Version> versions, List<Filed> facts) {
        Stream<String> always = versions.stream()
                .filter(Version::reviewed)
                .map(version -> version.published().achievement());
        Stream<String> appealed = facts.stream()
                .filter(filed -> filed.fact() instanceof ReviewStep.Appealed)
                .map(filed -> filed.about().name());
        return Stream.concat(always, appealed).collect(Collectors.toSet());
    }

    private static Set<Subject> achievements(Set<AchievementKey> versions) {
        return versions.stream()
                .map(version -> Subject.achievement(version.tenant(), version.achievement()))
                .collect(Collectors.toSet());
    }

    private static Set<Subject> subjects(Collection<Version> versions) {
        Set<Subject> subjects = new HashSet<>();
        versions.forEach(version -> subjects.addAll(version.subjects()));
        return subjects;
    }
}
