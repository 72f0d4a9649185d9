package org.meritstream.evidence.reviews;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.evidence.learners.LearnerKey;
import org.meritstream.evidence.reviews.QueueDecision.Case;
import org.meritstream.evidence.reviews.QueueDecision.Change;
import org.meritstream.evidence.reviews.ReviewTask.Place;
import org.meritstream.log.KeyedIds;

/** The reviews of one turn: what was loaded, and what the turn makes of it. */
public final class Queue {
    private final KeyedIds ids;
    private final Map<LearnerKey, Map<UUID, ReviewTask>> byPerson = new HashMap<>();
    private final Map<UUID, ReviewTask> changed = new TreeMap<>();
    private final SortedSet<LearnerKey> gone = new TreeSet<>();

    public Queue(Collection<ReviewTask> loaded, KeyedIds ids) {
        this.ids = ids;
        loaded.forEach(this::file);
    }

    /** The task with this id, if it is about that person. */
    public @Nullable ReviewTask find(LearnerKey person, UUID id) {
        return of(person).get(id);
    }

    /** The oldest review of a criterion that nobody has decided yet, or null. */
    public @Nullable ReviewTask open(LearnerKey person, String achievement, String criterion) {
        return of(person).values().stream()
                .filter(task -> task.isOpen()
                        && task.achievement().equals(achievement)
                        && criterion.equals(task.place().criterion()))
                .min(Comparator.comparing(ReviewTask::openedAt).thenComparing(ReviewTask::id))
                .orElse(null);
    }

    /** Whether there are tasks about a person in an achievement, whatever became of them. */
    public boolean hasAny(LearnerKey person, String achievement) {
        return of(person).values().stream().anyMatch(task -> task.achievement().equals(achievement));
    }

    /** Derives the tasks of a person in an achievement again. */
    public void derive(Case about, Instant now) {
        List<ReviewTask> before = of(about.learner()).values().stream()
                .filter(task -> task.achievement().equals(about.achievement()))
                .toList();
        for (Change change : QueueDecision.decide(about, before, place -> id(about, place), now)) {
            file(change.task());
            changed.put(change.task().id(), change.task());
        }
    }

    /** Removes the tasks of somebody who turned out to be another person, about whom they are derived again. */
    public void close(LearnerKey person) {
        of(person).keySet().forEach(changed::remove);
        byPerson.remove(person);
        gone.add(person);
    }

    /** What the turn has to store. */
    public List<ReviewTask> changed() {
        return List.copyOf(changed.values());
    }

    /** Whose tasks the turn has to remove. */
    public List<LearnerKey> gone() {
        return List.copyOf(gone);
    }

    private UUID id(Case about, Place place) {
        LearnerKey learner = about.learner();
        return ids.of(
                learner.tenant(),
                "review",
                learner.id().toString(),
                about.achievement(),
                place.misconduct() == null ? String.valueOf(place.criterion()) : "",
                String.valueOf(place.number()),
                place.seat().name(),
                String.valueOf(place.misconduct()));
    }

    private Map<UUID, ReviewTask> of(LearnerKey person) {
        return byPerson.getOrDefault(person, Map.of());
    }

    private void file(ReviewTask task) {
        byPerson.computeIfAbsent(task.learner(), person -> new LinkedHashMap<>())
                .put(task.id(), task);
    }
}
