package org.meritstream.evidence.judgement;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Criterion;
import org.meritstream.events.Rubric;
import org.meritstream.events.Rule;

/**
 * Which verdicts reviewers of a criterion may give.
 *
 * @param levels from the lowest to the highest; empty where reviewers pass or fail
 * @param passing whether a verdict may be passed or failed
 */
public record VerdictsAsked(List<Rubric.Level> levels, boolean passing) {

    /** By its rules: a rule that requires a level wants a level. */
    public static VerdictsAsked of(Criterion criterion) {
        List<Rule.Review> rules = Leaves.of(criterion.rule(), Rule.Review.class).toList();
        Rubric rubric = criterion.rubric();
        boolean byLevel = rubric != null && rules.stream().anyMatch(rule -> rule.level() != null);
        return new VerdictsAsked(
                byLevel && rubric != null ? rubric.levels() : List.of(),
                rules.stream().anyMatch(rule -> rule.level() == null));
    }

    /** The pieces of work that reviewers of a criterion look at. */
    public static Set<String> works(Criterion criterion) {
        return Leaves.of(criterion.rule(), Rule.Artifact.class)
                .map(Rule.Artifact::artifact)
                .collect(Collectors.toSet());
    }

    /** Whether the one that is given is such a verdict. */
    public boolean take(@Nullable String level, @Nullable Boolean passed) {
        return level == null
                ? passing && passed != null
                : levels.stream().anyMatch(one -> one.id().equals(level));
    }
}
