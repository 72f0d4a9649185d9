package org.meritstream.evidence.judgement;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.meritstream.events.Achievement;
import org.meritstream.events.AchievementPublished;
import org.meritstream.events.Criterion;
import org.meritstream.events.CriterionStanding.Standing;
import org.meritstream.events.Fact;
import org.meritstream.evidence.judgement.Explanation.CriterionFinding;

/** Judges a learner's facts against an achievement version. */
public final class EvaluateDecision {
    private EvaluateDecision() {}

    /**
     * Total and deterministic: the order of the facts and repetitions of one do not matter, facts that no rule asks for are left aside.
     *
     * @param facts of one learner, as far as they concern this achievement
     * @param now the time of the event that asks; only what expires by itself depends on it, so that the order of events does not
     */
    public static Evaluation evaluate(AchievementPublished achievement, List<Fact> facts, Instant now) {
        Achievement definition = achievement.definition();
        History history = History.of(facts);
        List<CriterionFinding> criteria = definition.criteria().stream()
                .map(criterion -> judge(new Question(
                        criterion, history, Terms.of(definition.resubmission(), criterion.id(), history), now)))
                .toList();
        int needed = definition.needed();
        Tally tally =
                Tally.of(criteria.stream().map(c -> c.finding().standing()).toList());
        Standing standing = tally.atLeast(needed);
        Explanation explanation = new Explanation(
                achievement.achievement(),
                achievement.version(),
                sentence("outcome." + standing.name().toLowerCase(Locale.ROOT).replace('_', '-'), tally, needed),
                rule(achievement, tally, needed),
                decidedBy(criteria),
                criteria);
        return switch (standing) {
            case MET -> new Evaluation.Earned(explanation);
            case NOT_MET -> new Evaluation.NotYet(explanation);
            case UNDETERMINED -> new Evaluation.CannotBeJudged(explanation);
        };
    }

    /** An accommodation is there to help: where the terms for everybody lead further, they hold. */
    static CriterionFinding judge(Question question) {
        Criterion criterion = question.criterion();
        Finding finding = JudgeRule.judge(criterion.rule(), question);
        Terms terms = question.terms();
        if (!terms.owed().isEmpty()) {
            Finding without = JudgeRule.judge(criterion.rule(), question.on(terms.asForEverybody()));
            finding = Tally.further(without.standing(), finding.standing()) ? without : finding;
        }
        List<Phrase> remarks = terms.remarks();
        return new CriterionFinding(criterion.id(), criterion.name(), finding, remarks.isEmpty() ? null : remarks);
    }

    private static Phrase decidedBy(List<CriterionFinding> criteria) {
        long reviewers = criteria.stream()
                .flatMap(criterion -> criterion.finding().reviewers())
                .distinct()
                .count();
        return reviewers == 0
                ? Phrase.of("decided.by-rule")
                : Phrase.of("decided.with-persons", "reviewers", String.valueOf(reviewers));
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
