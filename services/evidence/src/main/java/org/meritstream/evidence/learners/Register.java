package org.meritstream.evidence.learners;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
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
    private final SortedMap<LearnerKey, Learner> learners = new TreeMap<>();
    private final SortedSet<LearnerKey> touched = new TreeSet<>();

    public Register(Collection<Learner> loaded) {
        loaded.forEach(learner -> learners.put(learner.key(), learner));
    }

    /** The learner with this id, met for the first time if need be. */
    public Learner learner(LearnerKey key) {
        return learners.computeIfAbsent(key, Learner::met);
    }

    /** The person behind an id. */
    public Learner personOf(LearnerKey key) {
        return learner(learner(key).personKey());
    }

    /** Every id of a person, its own among them. */
    public List<LearnerKey> idsOf(LearnerKey person) {
        learner(person);
        return learners.values().stream()
                .filter(learner -> learner.personKey().equals(person))
                .map(Learner::key)
                .toList();
    }

    /** Guards a person: the turn is decided again if another replica touched the same one meanwhile. */
    public void touch(LearnerKey person) {
        learner(person);
        touched.add(person);
    }

    /** The roster has a profile. Whether it had none before. */
    public boolean profile(LearnerKey key, @Nullable String language) {
        Learner before = learner(key);
        learners.put(key, before.profiled(language));
        touched.add(key);
        touched.add(before.personKey());
        return !before.known();
    }

    /** From now on these ids belong to the person. */
    public void move(List<LearnerKey> ids, UUID person) {
        for (LearnerKey id : ids) {
            Learner before = learner(id);
            touched.add(before.personKey());
            learners.put(id, before.belongingTo(person));
            touched.add(id);
        }
        ids.forEach(id -> touch(new LearnerKey(id.tenant(), person)));
    }

    /** What the turn has to store, in one order for all replicas. */
    public List<Learner> changed() {
        return touched.stream().map(this::learner).toList();
    }
}
