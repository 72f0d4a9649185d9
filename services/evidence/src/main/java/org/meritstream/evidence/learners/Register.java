package org.meritstream.evidence.learners;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The learners of one turn: what was loaded, and what the turn makes of it.
 *
 * <p>Whatever a turn decides about a person is guarded by the version of that person's own row ({@link #touch}). So no two replicas ever
 * decide on the same facts at once, and one guard stands for facts, dossiers and awards together.
 */
public final class Register {
    private final Map<LearnerKey, Learner> learners = new HashMap<>();
    private final Map<LearnerKey, SortedSet<LearnerKey>> byPerson = new HashMap<>();
    private final SortedSet<LearnerKey> touched = new TreeSet<>();

    public Register(Collection<Learner> loaded) {
        loaded.forEach(this::put);
    }

    /** The learner with this id, met for the first time if need be. */
    public Learner learner(LearnerKey key) {
        Learner known = learners.get(key);
        return known == null ? put(Learner.met(key)) : known;
    }

    /** The person behind an id. */
    public Learner personOf(LearnerKey key) {
        return learner(learner(key).personKey());
    }

    /** Every id of a person, its own among them. */
    public List<LearnerKey> idsOf(LearnerKey person) {
        learner(person);
        return List.copyOf(byPerson.getOrDefault(person, Collections.emptySortedSet()));
    }

    /** Guards a person: the turn is decided again if another replica touched the same one meanwhile. */
    public void touch(LearnerKey person) {
        learner(person);
        touched.add(person);
    }

    /** The roster has a profile. Whether it had none before. */
    public boolean profile(LearnerKey key, @Nullable String language) {
        Learner before = learner(key);
        put(before.profiled(language));
        touched.add(key);
        touched.add(before.personKey());
        return !before.known();
    }

    /** From now on these ids belong to the person. */
    public void move(List<LearnerKey> ids, UUID person) {
        for (LearnerKey id : ids) {
            Learner before = learner(id);
            touched.add(before.personKey());
            put(before.belongingTo(person));
            touched.add(id);
        }
        ids.forEach(id -> touch(new LearnerKey(id.tenant(), person)));
    }

    /** What the turn has to store, in one order for all replicas. */
    public List<Learner> changed() {
        return touched.stream().map(this::learner).toList();
    }

    private Learner put(Learner learner) {
        Learner before = learners.put(learner.key(), learner);
        if (before != null && !before.person().equals(learner.person())) {
            byPerson.getOrDefault(before.personKey(), Collections.emptySortedSet())
                    .remove(learner.key());
        }
        byPerson.computeIfAbsent(learner.personKey(), person -> new TreeSet<>()).add(learner.key());
        return learner;
    }
}
