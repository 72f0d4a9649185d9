package org.meritstream.evidence.facts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.meritstream.events.Fact;
import org.meritstream.evidence.learners.LearnerKey;

/** The facts of one turn: what was loaded, and what the turn adds. Each fact is there once, however often it is said. */
public final class FactBook {
    private final Map<LearnerKey, Map<String, Filed>> byLearner = new HashMap<>();
    private final List<Filed> added = new ArrayList<>();

    public FactBook(Collection<Filed> loaded) {
        loaded.forEach(this::file);
    }

    /** Adds a fact; false when it is there already. */
    public boolean add(Filed filed) {
        boolean fresh = file(filed);
        if (fresh) {
            added.add(filed);
        }
        return fresh;
    }

    /** The facts said of any of these ids that are about one of these subjects. */
    public List<Fact> of(Collection<LearnerKey> ids, Set<Subject> subjects) {
        return filed(ids)
                .filter(filed -> subjects.contains(filed.about()))
                .map(Filed::fact)
                .toList();
    }

    /** The facts said of any of these ids that have one of these ids themselves, in the order of the latter. */
    public List<Fact> named(Collection<LearnerKey> learners, List<String> ids) {
        return filed(learners)
                .map(Filed::fact)
                .filter(fact -> ids.contains(fact.id()))
                .sorted(Comparator.comparingInt(fact -> ids.indexOf(fact.id())))
                .toList();
    }

    /** What the facts said of these ids are about. */
    public Set<Subject> subjectsOf(Collection<LearnerKey> ids) {
        Set<Subject> subjects = new HashSet<>();
        filed(ids).forEach(filed -> subjects.add(filed.about()));
        return subjects;
    }

    /** What the turn has to store. */
    public List<Filed> added() {
        return List.copyOf(added);
    }

    private Stream<Filed> filed(Collection<LearnerKey> ids) {
        return ids.stream().flatMap(id -> byLearner.getOrDefault(id, Map.of()).values().stream());
    }

    private boolean file(Filed filed) {
        return byLearner
                        .computeIfAbsent(filed.learner(), id -> new LinkedHashMap<>())
                        .putIfAbsent(filed.fact().id(), filed)
                == null;
    }
}
