package org.meritstream.evidence.judgement;

import static org.meritstream.events.CriterionStanding.Standing.MET;
import static org.meritstream.events.CriterionStanding.Standing.NOT_MET;
import static org.meritstream.events.CriterionStanding.Standing.UNDETERMINED;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.AssessmentKind;
import org.meritstream.events.CriterionStanding.Standing;
import org.meritstream.events.Fact;
import org.meritstream.events.ResultStatus;
import org.meritstream.events.Rule.Completed;
import org.meritstream.events.WithdrawalReason;

/** The rule {@code completion}: the activity or course was completed and the completion stands. A mark is no completion. */
final class JudgeCompletion {
    private static final String RULE = "completion";

    private JudgeCompletion() {}

    static Finding judge(Completed rule, Question question) {
        Attempts attempts = Attempts.of(
                question.history().of(rule.source(), rule.activity()),
                kind -> kind == AssessmentKind.COMPLETION,
                JudgeCompletion::undoesACompletion);
        List<Finding> findings = attempts.standing().stream()
                .map(fact -> single(rule, fact, question.terms()))
                .toList();
        return findings.stream()
                .min(Comparator.comparing(Finding::standing, Tally.FURTHEST_FIRST))
                .orElseGet(() -> none(rule, attempts.undone()));
    }

    private static boolean undoesACompletion(WithdrawalReason reason) {
        return switch (reason) {
            case UNCOMPLETED, EXCUSED -> true;
            case CLEARED, REVOKED -> false;
        };
    }

    private static Finding single(Completed rule, Fact.Completed fact, Terms terms) {
        if (terms.isBarred() || terms.isForfeited(fact.finishedAt())) {
            Phrase next =
                    terms.isBarred() ? Phrase.of("next.attempts.barred") : phrase(rule, "next.completion.complete");
            return finding(rule, NOT_MET, "misconduct").next(next).restingOn(fact, null);
        }
        if (fact.status() != ResultStatus.FINAL) {
            return finding(rule, UNDETERMINED, "not-final")
                    .next(phrase(rule, "next.completion.wait"))
                    .restingOn(fact, null);
        }
        if (Objects.equals(fact.passed(), false)) {
            return finding(rule, NOT_MET, "failed")
                    .next(phrase(rule, "next.completion.complete"))
                    .restingOn(fact, null);
        }
        return finding(rule, MET, "met").restingOn(fact, null);
    }

    private static Finding none(Completed rule, Fact.@Nullable Withdrawn undone) {
        if (undone == null) {
            return finding(rule, NOT_MET, "none").next(phrase(rule, "next.completion.complete"));
        }
        boolean excused = undone.reason() == WithdrawalReason.EXCUSED;
        Finding finding = excused ? finding(rule, UNDETERMINED, "excused") : finding(rule, NOT_MET, "withdrawn");
        return finding.next(phrase(rule, excused ? "next.completion.ask" : "next.completion.complete"))
                .restingOn(undone, null);
    }

    private static Finding finding(Completed rule, Standing standing, String reason) {
        return Finding.of(RULE, standing, phrase(rule, "finding.completion." + reason));
    }

    private static Phrase phrase(Completed rule, String key) {
        return Phrase.of(key, "activity", rule.activity(), "source", rule.source());
    }
}
