package org.meritstream.evidence.judgement;

import static org.meritstream.events.CriterionStanding.Standing.MET;
import static org.meritstream.events.CriterionStanding.Standing.NOT_MET;
import static org.meritstream.events.CriterionStanding.Standing.UNDETERMINED;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.AssessmentCompleted;
import org.meritstream.events.AssessmentKind;
import org.meritstream.events.CriterionStanding.Standing;
import org.meritstream.events.ResultStatus;
import org.meritstream.events.Rule.Measure;
import org.meritstream.events.Rule.ScoreAtLeast;
import org.meritstream.events.Score;
import org.meritstream.events.WithdrawalReason;

/** The rule {@code score}: a final result of the activity reaches the threshold. */
final class JudgeScore {
    private static final String RULE = "score";

    private JudgeScore() {}

    /**
     * @param facts all of the learner's facts; those of other activities are left aside
     */
    static Finding judge(ScoreAtLeast rule, List<Fact> facts) {
        List<Fact> relevant = facts.stream()
                .filter(fact ->
                        fact.source().equals(rule.source()) && fact.activity().equals(rule.activity()))
                .toList();
        Attempts attempts = Attempts.of(relevant, JudgeScore::isJudgedWork, JudgeScore::undoesAMark);
        List<Finding> findings =
                attempts.standing().stream().map(fact -> single(rule, fact)).toList();
        if (findings.isEmpty()) {
            return none(rule, relevant, attempts.undone());
        }
        return switch (rule.attempt()) {
            case FIRST -> findings.getFirst();
            case LATEST -> findings.getLast();
            case BEST -> best(rule.measure(), findings);
        };
    }

    private static boolean isJudgedWork(AssessmentCompleted said) {
        return switch (said.kind()) {
            case RESULT, MASTERY -> true;
            case SUBMISSION, COMPLETION, BADGE -> false;
        };
    }

    private static boolean undoesAMark(Fact.Withdrawn withdrawn) {
        return switch (withdrawn.said().reason()) {
            case CLEARED, EXCUSED -> true;
            case UNCOMPLETED, REVOKED -> false;
        };
    }

    /** A met one before one that can not be judged before one that is not met; among equals the best mark, among those the newest. */
    private static Finding best(Measure measure, List<Finding> findings) {
        for (var standing : List.of(MET, UNDETERMINED)) {
            List<Finding> some =
                    findings.stream().filter(f -> f.standing() == standing).toList();
            if (!some.isEmpty()) {
                return standing == MET ? highest(measure, some) : some.getLast();
            }
        }
        return highest(measure, findings);
    }

    private static Finding highest(Measure measure, List<Finding> findings) {
        Comparator<Score> order = Marks.worstFirst(measure);
        Finding highest = findings.getFirst();
        for (Finding finding : findings) {
            if (order.compare(markOf(finding), markOf(highest)) >= 0) {
                highest = finding;
            }
        }
        return highest;
    }

    private static Score markOf(Finding finding) {
        Score mark = finding.mark();
        if (mark == null) {
            throw new IllegalStateException("A finding that is met or not met rests on a mark");
        }
        return mark;
    }

    private static Finding single(ScoreAtLeast rule, Fact.Completed fact) {
        AssessmentCompleted said = fact.said();
        if (said.status() != ResultStatus.FINAL) {
            // The mark of a hidden result is not told: the sender has not shown it to the learner.
            String status = said.status().name().toLowerCase(Locale.ROOT);
            return finding(rule, UNDETERMINED, status, null)
                    .next(phrase(rule, "next.score.wait"))
                    .restingOn(fact, null);
        }
        Score score = said.score();
        String obstacle = score == null ? "no-mark" : Marks.incomparable(rule, score);
        if (score == null || obstacle != null) {
            return finding(rule, UNDETERMINED, String.valueOf(obstacle), score)
                    .next(phrase(rule, "next.score.ask"))
                    .restingOn(fact, null);
        }
        if (Marks.reaches(rule, score)) {
            return finding(rule, MET, "met", score).restingOn(fact, score);
        }
        return finding(rule, NOT_MET, "below", score)
                .next(phrase(rule, "next.score.reach"))
                .restingOn(fact, score);
    }

    private static Finding none(ScoreAtLeast rule, List<Fact> relevant, Fact.@Nullable Withdrawn undone) {
        if (undone != null && undone.said().reason() == WithdrawalReason.EXCUSED) {
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
        return fact instanceof Fact.Completed completed && completed.said().kind() == AssessmentKind.SUBMISSION;
    }

    private static Finding finding(ScoreAtLeast rule, Standing standing, String reason, @Nullable Score score) {
        Phrase phrase = phrase(rule, "finding.score." + reason);
        return Finding.of(RULE, standing, score == null ? phrase : phrase.with(mark(score)));
    }

    private static Map<String, String> mark(Score score) {
        String raw = Marks.plain(score.raw());
        return Map.of("mark", score.max() == null ? raw : raw + "/" + Marks.plain(score.max()));
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
            case SHARE -> Marks.plain(rule.threshold().movePointRight(2)) + " %";
            case RAW -> Marks.plain(rule.threshold());
        };
    }
}
