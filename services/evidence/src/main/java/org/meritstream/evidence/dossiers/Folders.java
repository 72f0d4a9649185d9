package org.meritstream.evidence.dossiers;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.meritstream.evidence.catalogue.AchievementKey;
import org.meritstream.evidence.learners.LearnerKey;

/** The dossiers of one turn: what was loaded, and what the turn makes of it. */
public final class Folders {
    private final Map<LearnerKey, Map<AchievementKey, Dossier>> byPerson = new HashMap<>();
    private final Map<UUID, Dossier> changed = new TreeMap<>();
    private final Map<UUID, Dossier> undone = new TreeMap<>();
    private final SortedSet<UUID> removed = new TreeSet<>();

    public Folders(Collection<Dossier> loaded) {
        loaded.forEach(this::file);
    }

    /** The dossier of a person in an achievement version, or null when none was opened yet. */
    public @Nullable Dossier find(LearnerKey person, AchievementKey achievement) {
        return of(person).get(achievement);
    }

    /** The dossiers of a person in the versions of one achievement. */
    public List<Dossier> of(LearnerKey person, String achievement) {
        return of(person).values().stream()
                .filter(dossier -> dossier.achievement().achievement().equals(achievement))
                .toList();
    }

    /** The achievements that a person has dossiers in. */
    public Set<String> achievementsOf(LearnerKey person) {
        return of(person).keySet().stream().map(AchievementKey::achievement).collect(Collectors.toSet());
    }

    /** Records a dossier. */
    public void put(Dossier dossier) {
        Dossier before = find(dossier.learner(), dossier.achievement());
        if (before != null && before.earned() && !dossier.earned()) {
            undone.put(dossier.id(), before);
        }
        file(dossier);
        changed.put(dossier.id(), dossier);
        removed.remove(dossier.id());
    }

    /** The dossier as it was when its criteria were last met in this turn, or null when they were not. */
    public @Nullable Dossier beforeItWasUndone(Dossier dossier) {
        return undone.get(dossier.id());
    }

    /** Closes every dossier of somebody who turned out to be another person. */
    public void close(LearnerKey person) {
        for (Dossier dossier : of(person).values()) {
            changed.remove(dossier.id());
            removed.add(dossier.id());
        }
        byPerson.remove(person);
    }

    /** Closes the dossier of somebody who is not judged by that version any more, if there is one. */
    public void close(LearnerKey person, AchievementKey version) {
        Map<AchievementKey, Dossier> some = byPerson.get(person);
        Dossier closed = some == null ? null : some.remove(version);
        if (closed != null) {
            changed.remove(closed.id());
            removed.add(closed.id());
        }
    }

    /** What the turn has to store. */
    public List<Dossier> changed() {
        return List.copyOf(changed.values());
    }

    /** What the turn has to remove. */
    public List<UUID> removed() {
        return List.copyOf(removed);
    }

    private Map<AchievementKey, Dossier> of(LearnerKey person) {
        return byPerson.getOrDefault(person, Map.of());
    }

    private void file(Dossier dossier) {
        byPerson.computeIfAbsent(dossier.learner(), person -> new TreeMap<>()).put(dossier.achievement(), dossier);
    }
}
