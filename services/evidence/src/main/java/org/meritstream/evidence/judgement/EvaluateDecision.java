package org.meritstream.evidence.judgement;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.meritstream.events.Achievement;
import org.meritstream.events.AchievementPublished;
import org.meritstream.events.AwardRule;
import org.meritstream.events.CriterionStanding.Standing;
import org.meritstream.evidence.judgement.Explanation.CriterionFinding;

/** Judges a learner's facts against an achievement version. */
public final class EvaluateDecision {
    private EvaluateDecision() {}

    /**
     * Total and deterministic: the order of the facts and repetitions of one do not matter, facts of other activities are left aside.
     *
     * @param facts of one learner
     * @param now the time of the event that asks; no rule of this release depends on it, deadlines will
     */
    @SuppressWarnings("UnusedVariable")
    public static Evaluation evaluate(AchievementPublished achievement, List<Fact> facts, Instant now) {
        Achievement definition = achievement.definition();
        List<CriterionFinding> criteria = definition.criteria().stream()
                .map(criterion -> new CriterionFinding(
                        criterion.id(), criterion.name(), JudgeRule.judge(criterion.rule(), facts)))
                .toList();
        int needed = needed(definition.awardRule(), criteria.size());
        Tally tally =
                Tally.of(criteria.stream().map(c -> c.finding().standing()).toList());
        Standing standing = tally.atLeast(needed);
        Explanation explanation = new Explanation(
                achievement.achievement(),
                achievement.version(),
                sentence("outcome." + standing.name().toLowerCase(Locale.ROOT).replace('_', '-'), tally, needed),
                rule(achievement, tally, needed),
                Phrase.of("decided.by-rule"),
                criteria);
        return switch (standing) {
            case MET -> new Evaluation.Earned(explanation);
            case NOT_MET -> new Evaluation.NotYet(explanation);
            case UNDETERMINED -> new Evaluation.CannotBeJudged(explanation);
        };
    }

    private static int needed(AwardRule rule, int criteria) {
        return switch (rule.kind()) {
            case ALL -> criteria;
            case ANY -> 1;
            case AT_LEAST -> rule.count();
        };
    }

    private static Phrase rule(AchievementPublished achievement, Tally tally, int needed) {
        String all = tally.total() == 1 ? "rule.one" : "rule.all";
        String key = needed == tally.total() ? all : "rule.at-least";
        return sentence(key, tally, needed)
                .with(Map.of(
                        "name", achievement.definition().name(), "version", String.valueOf(achievement.version())));
    }

    private static Phrase sentence(String key, Tally tally, int needed) {
        return Phrase.of(
                key,
                "met",
                String.valueOf(tally.met()),
                "needed",
                String.valueOf(needed),
                "total",
                String.valueOf(tally.total()),
                "open",
                String.valueOf(tally.open()));
    }
}
