package org.meritstream.evidence.judgement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.meritstream.events.Achievement;
import org.meritstream.events.Criterion;
import org.meritstream.events.Rule;

/**
 * A piece of work that an achievement asks for.
 *
 * @param artifact what it is, as the rules name it
 * @param criteria the ids of those that ask for it, in their order
 * @param mediaTypes of which one will do; empty where every kind does
 */
public record WorkAsked(String artifact, List<String> criteria, List<String> mediaTypes) {
    private static final String ANY = "application/octet-stream";

    /** Each once, in the order of the criteria. */
    public static List<WorkAsked> of(Achievement definition) {
        Map<String, Set<String>> criteria = new LinkedHashMap<>();
        Map<String, List<Rule.Artifact>> rules = new LinkedHashMap<>();
        for (Criterion criterion : definition.criteria()) {
            Leaves.of(criterion.rule(), Rule.Artifact.class).forEach(rule -> {
                criteria.computeIfAbsent(rule.artifact(), artifact -> new LinkedHashSet<>())
                        .add(criterion.id());
                rules.computeIfAbsent(rule.artifact(), artifact -> new ArrayList<>())
                        .add(rule);
            });
        }
        return rules.entrySet().stream()
                .map(asked -> new WorkAsked(
                        asked.getKey(),
                        List.copyOf(criteria.getOrDefault(asked.getKey(), Set.of())),
                        mediaTypes(asked.getValue())))
                .toList();
    }

    /** Kinds of which each rule takes at least one; a rule that takes every kind takes one that none of them names. */
    List<String> anyOf() {
        return mediaTypes.isEmpty() ? List.of(ANY) : mediaTypes;
    }

    private static List<String> mediaTypes(List<Rule.Artifact> rules) {
        return rules.stream().anyMatch(rule -> rule.mediaTypes().isEmpty())
                ? List.of()
                : rules.stream()
                        .flatMap(rule -> rule.mediaTypes().stream())
                        .distinct()
                        .toList();
    }
}
