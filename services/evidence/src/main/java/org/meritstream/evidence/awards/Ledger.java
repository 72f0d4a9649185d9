package org.meritstream.evidence.awards;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.evidence.learners.LearnerKey;

/** The awards of one turn: what was loaded, and what the turn makes of it. */
public final class Ledger {
    private final Map<LearnerKey, Map<UUID, Award>> byPerson = new HashMap<>();
    private final Map<UUID, Award> changed = new TreeMap<>();
    private final Set<UUID> flagged = new TreeSet<>();

    public Ledger(Collection<Award> loaded) {
        loaded.forEach(this::file);
    }

    /** Every award of an achievement that a person ever had, by number. */
    public List<Award> of(LearnerKey person, String achievement) {
        return of(person).values().stream()
                .filter(award -> award.achievement().equals(achievement))
                .sorted(Comparator.comparingInt(Award::number))
                .toList();
    }

    /** The awards of a person that stand. */
    public List<Award> standing(LearnerKey person) {
        return of(person).values().stream().filter(Award::stands).toList();
    }

    /** The awards that were withheld from a person. */
    public List<Award> withheld(LearnerKey person) {
        return standing(person).stream()
                .filter(award -> award.stand() instanceof Award.Stand.Withheld)
                .toList();
    }

    /** The awards of a person that wait for a human's decision. */
    public List<Award> flagged(LearnerKey person) {
        return of(person).values().stream()
                .filter(award -> award.regard() == Award.Regard.FLAGGED)
                .toList();
    }

    /** The award with this id, if it is one of that learner's. */
    public @Nullable Award find(LearnerKey learner, UUID id) {
        return of(learner).get(id);
    }

    /** Records an award. */
    public void put(Award award) {
        Award before = find(award.learner(), award.id());
        if (before == null || before.regard() != Award.Regard.FLAGGED) {
            flagged.add(award.id());
        }
        file(award);
        changed.put(award.id(), award);
    }

    /** What the turn has to store. */
    public List<Award> changed() {
        return List.copyOf(changed.values());
    }

    /** What the turn has flagged. */
    public List<Award> flagged() {
        return changed.values().stream()
                .filter(award -> award.regard() == Award.Regard.FLAGGED && flagged.contains(award.id()))
                .toList();
    }

    private Map<UUID, Award> of(LearnerKey person) {
        return byPerson.getOrDefault(person, Map.of());
    }

    private void file(Award award) {
        byPerson.computeIfAbsent(award.learner(), person -> new LinkedHashMap<>())
                .put(award.id(), award);
    }
}
