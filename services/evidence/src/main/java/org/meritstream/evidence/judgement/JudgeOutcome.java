package org.meritstream.evidence.judgement;

import static org.meritstream.events.CriterionStanding.Standing.MET;
import static org.meritstream.events.CriterionStanding.Standing.NOT_MET;
import static org.meritstream.events.CriterionStanding.Standing.UNDETERMINED;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.AssessmentKind;
import org.meritstream.events.CriterionStanding.Standing;
import org.meritstream.events.Fact;
import org.meritstream.events.ResultStatus;
import org.meritstream.events.Rubric;
import org.meritstream.events.Rule.Outcome;
import org.meritstream.events.Score;
import org.meritstream.events.WithdrawalReason;

/** The rule {@code outcome}: the platform rated a learning outcome high enough, by its own word or by the criterion's rubric. */
final class JudgeOutcome {
    private static final String RULE = "outcome";

    private JudgeOutcome() {}

    static Finding judge(Outcome rule, Question question) {
        Attempts attempts = Attempts.of(
                question.history().of(rule.source(), rule.activity()),
                kind -> kind == AssessmentKind.MASTERY,
                reason -> reason == WithdrawalReason.CLEARED || reason == WithdrawalReason.EXCUSED);
        Rubric rubric = question.criterion().rubric();
        Counting<Fact.Completed> counting = new Counting<>(
                rule.attempt(),
                admitted -> single(rule, rubric, admitted.tried().work()),
                Levels.WORST_FIRST);
        return counting.of(Admissions.of(attempts.tries(), question.terms()), none(rule, attempts.undone()));
    }

    private static Finding single(Outcome rule, @Nullable Rubric rubric, Fact.Completed fact) {
        if (fact.status() != ResultStatus.FINAL) {
            return finding(rule, UNDETERMINED, "not-final")
                    .next(phrase(rule, "next.outcome.wait"))
                    .restingOn(fact, null);
        }
        String level = rule.level();
        return level == null ? mastered(rule, fact) : rated(rule, Levels.of(rubric, level), fact);
    }

    private static Finding mastered(Outcome rule, Fact.Completed fact) {
        Boolean passed = fact.passed();
        if (passed == null) {
            return finding(rule, UNDETERMINED, "no-verdict")
                    .next(phrase(rule, "next.outcome.ask"))
                    .restingOn(fact, null);
        }
        Finding finding = passed
                ? finding(rule, MET, "mastered")
                : finding(rule, NOT_MET, "not-mastered").next(phrase(rule, "next.outcome.master"));
        return finding.restingOn(fact, null);
    }

    private static Finding rated(Outcome rule, Levels levels, Fact.Completed fact) {
        Score score = fact.score();
        if (score == null || !levels.areKnown()) {
            return finding(rule, UNDETERMINED, "no-mark")
                    .next(phrase(rule, "next.outcome.ask"))
                    .restingOn(fact, null);
        }
        int rank = levels.reachedBy(score.raw());
        Map<String, String> said =
                Map.of("level", levels.name(rank), "required", levels.required(), "mark", Marks.plain(score));
        boolean reached = levels.suffices(rank);
        Finding finding = Finding.of(
                        RULE,
                        reached ? MET : NOT_MET,
                        phrase(rule, "finding.outcome." + (reached ? "reached" : "below"))
                                .with(said))
                .restingOn(fact, score)
                .with(Grounds.of(levels.id(rank), List.of()));
        return reached
                ? finding
                : finding.next(phrase(rule, "next.outcome.reach").with(said));
    }

    private static Finding none(Outcome rule, Fact.@Nullable Withdrawn undone) {
        if (undone == null) {
            return finding(rule, NOT_MET, "none").next(phrase(rule, "next.outcome.master"));
        }
        boolean excused = undone.reason() == WithdrawalReason.EXCUSED;
        Finding finding = excused ? finding(rule, UNDETERMINED, "excused") : finding(rule, NOT_MET, "withdrawn");
        return finding.next(phrase(rule, excused ? "next.outcome.ask" : "next.outcome.master"))
                .restingOn(undone, null);
    }

    private static Finding finding(Outcome rule, Standing standing, String reason) {
        return Finding.of(RULE, standing, phrase(rule, "finding.outcome." + reason));
    }

    private static Phrase phrase(Outcome rule, String key) {
        return Phrase.of(key, "activity", rule.activity(), "source", rule.source());
    }
}
