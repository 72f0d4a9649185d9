package org.meritstream.evidence.judgement;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.AwardResult;
import org.meritstream.events.CriterionStanding;
import org.meritstream.events.CriterionStanding.Standing;
import org.meritstream.events.Score;

/**
 * A decision in words that have no language yet: which rule of which version, on which facts, what is missing, and what to do next.
 *
 * @param achievement its name within the tenant
 * @param summary the outcome in one sentence
 * @param rule the award rule in one sentence
 * @param decidedBy whether a human was involved, and how to ask for one
 * @param criteria in the order of the achievement
 */
public record Explanation(
        String achievement,
        int version,
        Phrase summary,
        Phrase rule,
        Phrase decidedBy,
        List<CriterionFinding> criteria) {

    /**
     * How one criterion stands.
     *
     * @param criterion its id within the achievement version
     * @param remarks on the terms that hold for this learner alone, or null where they are everybody's
     */
    public record CriterionFinding(
            String criterion,
            String name,
            Finding finding,
            @Nullable List<Phrase> remarks) {}

    /** The standing of each criterion, in the order of the achievement. */
    public List<CriterionStanding> standings() {
        return criteria.stream()
                .map(criterion -> new CriterionStanding(
                        criterion.criterion(),
                        criterion.finding().standing(),
                        criterion.finding().facts()))
                .toList();
    }

    /** The facts that the met criteria rest on, each once, in ascending order. */
    public List<String> facts() {
        return criteria.stream()
                .filter(criterion -> criterion.finding().standing() == Standing.MET)
                .flatMap(criterion -> criterion.finding().facts().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * The marks of the met criteria, one per criterion that rests on exactly one. A criterion that rests on several has none of its own:
     * to name one of them would mislead.
     */
    public List<AwardResult> results() {
        List<AwardResult> results = new ArrayList<>();
        for (CriterionFinding criterion : criteria) {
            List<Finding> marked = criterion.finding().marked().toList();
            Score mark = marked.size() == 1 ? marked.getFirst().mark() : null;
            if (mark != null) {
                String level = Grounds.of(marked.getFirst().grounds()).level();
                results.add(new AwardResult(criterion.criterion(), mark, level));
            }
        }
        return List.copyOf(results);
    }
}
