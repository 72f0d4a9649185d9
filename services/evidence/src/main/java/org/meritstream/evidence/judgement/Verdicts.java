package org.meritstream.evidence.judgement;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Fact;
import org.meritstream.events.Rubric;
import org.meritstream.events.Rule.Review;
import org.meritstream.events.Score;

/**
 * What reviewers say, as ranks that can be compared: of a rubric's levels, or failed and passed.
 *
 * @param levels null where reviewers pass or fail
 */
record Verdicts(@Nullable Levels levels) {
    private static final int PASSED = 1;

    static Verdicts of(Review rule, @Nullable Rubric rubric) {
        String level = rule.level();
        return new Verdicts(level == null ? null : Levels.of(rubric, level));
    }

    /** -1 where the decision is no verdict of this kind. */
    private int rank(Fact.Review decision) {
        if (levels != null) {
            return levels.areKnown() ? levels.rank(decision.level()) : -1;
        }
        Boolean passed = decision.passed();
        return passed == null ? -1 : passed ? PASSED : 0;
    }

    boolean areClear(List<Fact.Review> decisions) {
        return decisions.stream().allMatch(decision -> rank(decision) >= 0);
    }

    int lowest(List<Fact.Review> decisions) {
        return decisions.stream().mapToInt(this::rank).min().orElse(-1);
    }

    /** By how much the decisions differ; nothing where one of them is no verdict, which is noticed later. */
    int distance(List<Fact.Review> decisions) {
        return areClear(decisions)
                ? decisions.stream().mapToInt(this::rank).max().orElse(0) - lowest(decisions)
                : 0;
    }

    boolean suffices(int rank) {
        return levels == null ? rank >= PASSED : levels.suffices(rank);
    }

    @Nullable
    String level(int rank) {
        return levels == null ? null : levels.id(rank);
    }

    @Nullable
    Score mark(int rank) {
        return levels == null ? null : levels.mark(rank);
    }

    /** A phrase with the level that was given and the one that is required; without either where reviewers pass or fail. */
    Phrase said(String key, int rank) {
        return levels == null
                ? Phrase.of(key)
                : Phrase.of(key + "-level", "level", levels.name(rank), "required", levels.required());
    }
}
