package org.meritstream.evidence.catalogue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Criterion;
import org.meritstream.events.Rubric;
import org.meritstream.events.Rule;
import org.meritstream.evidence.judgement.Phrase;
import org.meritstream.openbadges.ResultScale;

/** What differs between two rules of one criterion: thresholds raised or lowered where the rule is the same otherwise, else another rule. */
final class RuleChanges {
    private final Criterion before;
    private final Criterion after;
    private final List<Phrase> changes = new ArrayList<>();

    private RuleChanges(Criterion before, Criterion after) {
        this.before = before;
        this.after = after;
    }

    static List<Phrase> of(Criterion before, Criterion after) {
        RuleChanges looking = new RuleChanges(before, after);
        if (!looking.alike(before.rule(), after.rule())) {
            return List.of(Phrase.of("change.criterion.rule", "name", after.name()));
        }
        return List.copyOf(looking.changes);
    }

    /** Whether they are the same but for thresholds, which are told. */
    private boolean alike(Rule former, Rule now) {
        if (former.equals(now)) {
            return true;
        }
        return switch (now) {
            case Rule.ScoreAtLeast score -> former instanceof Rule.ScoreAtLeast was && score(was, score);
            case Rule.Weighted weighted -> former instanceof Rule.Weighted was && weighted(was, weighted);
            case Rule.Outcome outcome -> former instanceof Rule.Outcome was && outcome(was, outcome);
            case Rule.Review review -> former instanceof Rule.Review was && review(was, review);
            case Rule.All all -> former instanceof Rule.All was && parts(was.of(), all.of());
            case Rule.Any any -> former instanceof Rule.Any was && parts(was.of(), any.of());
            case Rule.AtLeast some -> former instanceof Rule.AtLeast was && atLeast(was, some);
            case Rule.Credits credits -> former instanceof Rule.Credits was && credits(was, credits);
            case Rule.Completed completed -> false;
            case Rule.Artifact artifact -> false;
            case Rule.Credential credential -> false;
        };
    }

    private boolean score(Rule.ScoreAtLeast was, Rule.ScoreAtLeast score) {
        Rule.ScoreAtLeast other =
                new Rule.ScoreAtLeast(was.source(), was.activity(), score.threshold(), was.measure(), was.attempt());
        boolean share = score.measure() == Rule.Measure.SHARE;
        threshold(was.threshold(), score.threshold(), share);
        return other.equals(score);
    }

    private boolean weighted(Rule.Weighted was, Rule.Weighted weighted) {
        threshold(was.threshold(), weighted.threshold(), true);
        return was.parts().equals(weighted.parts());
    }

    private boolean credits(Rule.Credits was, Rule.Credits credits) {
        threshold(was.least(), credits.least(), false);
        return was.of().equals(credits.of());
    }

    private boolean outcome(Rule.Outcome was, Rule.Outcome outcome) {
        level(was.level(), outcome.level());
        return new Rule.Outcome(was.source(), was.activity(), outcome.level(), was.attempt()).equals(outcome);
    }

    private boolean review(Rule.Review was, Rule.Review review) {
        level(was.level(), review.level());
        return new Rule.Review(review.level(), was.reviewers(), was.distance(), was.attempt()).equals(review);
    }

    private boolean atLeast(Rule.AtLeast was, Rule.AtLeast some) {
        return was.count() == some.count() && parts(was.of(), some.of());
    }

    private boolean parts(List<Rule> former, List<Rule> now) {
        if (former.size() != now.size()) {
            return false;
        }
        for (int i = 0; i < now.size(); i++) {
            if (!alike(former.get(i), now.get(i))) {
                return false;
            }
        }
        return true;
    }

    private void threshold(BigDecimal was, BigDecimal is, boolean share) {
        int rise = is.compareTo(was);
        if (rise != 0) {
            told(rise > 0, said(was, share), said(is, share));
        }
    }

    private static String said(BigDecimal threshold, boolean share) {
        return share ? ResultScale.plain(threshold.movePointRight(2)) + " %" : ResultScale.plain(threshold);
    }

    private void level(@Nullable String was, @Nullable String is) {
        if (!Objects.equals(was, is)) {
            told(rank(after, is) > rank(before, was), name(before, was), name(after, is));
        }
    }

    private void told(boolean raised, String was, String is) {
        changes.add(Phrase.of(
                raised ? "change.threshold.raised" : "change.threshold.lowered",
                "name",
                after.name(),
                "before",
                was,
                "after",
                is));
    }

    /** Without a level passing is enough, which is less than any. */
    private static int rank(Criterion criterion, @Nullable String level) {
        Rubric rubric = criterion.rubric();
        return rubric == null || level == null ? -1 : rubric.rank(level).orElse(-1);
    }

    private static String name(Criterion criterion, @Nullable String level) {
        Rubric rubric = criterion.rubric();
        if (rubric == null || level == null) {
            return "–";
        }
        return rubric.rank(level).map(rank -> rubric.levels().get(rank).name()).orElse(level);
    }
}
