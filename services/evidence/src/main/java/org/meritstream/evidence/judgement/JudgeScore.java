package org.meritstream.evidence.judgement;

import static org.meritstream.events.CriterionStanding.Standing.MET;
import static org.meritstream.events.CriterionStanding.Standing.NOT_MET;
import static org.meritstream.events.CriterionStanding.Standing.UNDETERMINED;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.AssessmentKind;
import org.meritstream.events.CriterionStanding.Standing;
import org.meritstream.events.Fact;
import org.meritstream.events.ResultStatus;
import org.meritstream.events.Rule.ScoreAtLeast;
import org.meritstream.events.Score;
import org.meritstream.events.WithdrawalReason;

/** The rule {@code score}: a final result of the activity reaches the threshold. */
final class JudgeScore {
    private static final String RULE = "score";

    private JudgeScore() {}

    static Finding judge(ScoreAtLeast rule, Question question) {
        List<Fact.OfActivity> relevant = question.history().of(rule.source(), rule.activity());
        Attempts attempts = Attempts.of(relevant, JudgeScore::isJudgedWork, JudgeScore::undoesAMark);
        Comparator<Score> order = Marks.worstFirst(rule.measure());
        Counting<Fact.Completed> counting = new Counting<>(
                rule.attempt(),
                admitted -> single(rule, admitted),
                (one, other) -> order.compare(markOf(one), markOf(other)));
        return counting.of(Admissions.of(attempts.tries(), question.terms()), none(rule, relevant, attempts.undone()));
    }

    private static boolean isJudgedWork(AssessmentKind kind) {
        return switch (kind) {
            case RESULT, MASTERY -> true;
            case SUBMISSION, COMPLETION, BADGE -> false;
        };
    }

    private static boolean undoesAMark(WithdrawalReason reason) {
        return switch (reason) {
            case CLEARED, EXCUSED -> true;
            case UNCOMPLETED, REVOKED -> false;
        };
    }

    private static Score markOf(Finding finding) {
        Score mark = finding.mark();
        if (mark == null) {
            throw new IllegalStateException("A finding that is met or not met rests on a mark");
        }
        return mark;
    }

    private static Finding single(ScoreAtLeast rule, Admission.Admitted<Fact.Completed> admitted) {
        Fact.Completed fact = admitted.tried().work();
        if (fact.status() != ResultStatus.FINAL) {
            // The mark of a hidden result is not told: the sender has not shown it to the learner.
            String status = fact.status().name().toLowerCase(Locale.ROOT);
            return finding(rule, UNDETERMINED, status, null)
                    .next(phrase(rule, "next.score.wait"))
                    .restingOn(fact, null);
        }
        Score given = fact.score();
        String obstacle = given == null ? "no-mark" : Marks.incomparable(rule, given);
        if (given == null || obstacle != null) {
            return finding(rule, UNDETERMINED, String.valueOf(obstacle), given)
                    .next(phrase(rule, "next.score.ask"))
                    .restingOn(fact, null);
        }
        Score score = Marks.less(given, admitted.penalty());
        if (Marks.reaches(rule, score)) {
            return finding(rule, MET, "met", score).restingOn(fact, score);
        }
        return finding(rule, NOT_MET, "below", score)
                .next(phrase(rule, "next.score.reach"))
                .restingOn(fact, score);
    }

    private static Finding none(ScoreAtLeast rule, List<Fact.OfActivity> relevant, Fact.@Nullable Withdrawn undone) {
        if (undone != null && undone.reason() == WithdrawalReason.EXCUSED) {
            return finding(rule, UNDETERMINED, "excused", null)
                    .next(phrase(rule, "next.score.ask"))
                    .restingOn(undone, null);
        }
        if (undone != null) {
            return finding(rule, NOT_MET, "withdrawn", null)
                    .next(phrase(rule, "next.score.reach"))
                    .restingOn(undone, null);
        }
        if (relevant.stream().anyMatch(JudgeScore::isHandedIn)) {
            return finding(rule, NOT_MET, "submitted", null).next(phrase(rule, "next.score.wait"));
        }
        return finding(rule, NOT_MET, "none", null).next(phrase(rule, "next.score.reach"));
    }

    private static boolean isHandedIn(Fact fact) {
        return fact instanceof Fact.Completed completed && completed.assessment() == AssessmentKind.SUBMISSION;
    }

    private static Finding finding(ScoreAtLeast rule, Standing standing, String reason, @Nullable Score score) {
        Phrase phrase = phrase(rule, "finding.score." + reason);
        return Finding.of(RULE, standing, score == null ? phrase : phrase.with(mark(score)));
    }

    private static Map<String, String> mark(Score score) {
        return Map.of("mark", Marks.plain(score));
    }

    private static Phrase phrase(ScoreAtLeast rule, String key) {
        return Phrase.of(
                key,
                "activity",
                rule.activity(),
                "source",
                rule.source(),
                "required",
                required(rule),
                "attempt",
                rule.attempt().name().toLowerCase(Locale.ROOT));
    }

    /** The threshold as a person writes it: {@code 60 %} of the scale, or so many marks. */
    static String required(ScoreAtLeast rule) {
        return switch (rule.measure()) {
            case SHARE -> Marks.percent(rule.threshold()) + " %";
            case RAW -> Marks.plain(rule.threshold());
        };
    }
}
