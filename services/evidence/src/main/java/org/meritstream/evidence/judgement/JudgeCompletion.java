package org.meritstream.evidence.judgement;

import static org.meritstream.events.CriterionStanding.Standing.MET;
import static org.meritstream.events.CriterionStanding.Standing.NOT_MET;
import static org.meritstream.events.CriterionStanding.Standing.UNDETERMINED;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.AssessmentKind;
import org.meritstream.events.CriterionStanding.Standing;
import org.meritstream.events.ResultStatus;
import org.meritstream.events.Rule.Completed;
import org.meritstream.events.WithdrawalReason;

/** The rule {@code completion}: the activity or course was completed and the completion stands. A mark is no completion. */
final class JudgeCompletion {
    private static final String RULE = "completion";

    private JudgeCompletion() {}

    /**
     * @param facts all of the learner's facts; those of other activities are left aside
     */
    static Finding judge(Completed rule, List<Fact> facts) {
        List<Fact> relevant = facts.stream()
                .filter(fact ->
                        fact.source().equals(rule.source()) && fact.activity().equals(rule.activity()))
                .toList();
        Attempts attempts = Attempts.of(
                relevant, said -> said.kind() == AssessmentKind.COMPLETION, JudgeCompletion::undoesACompletion);
        List<Finding> findings =
                attempts.standing().stream().map(fact -> single(rule, fact)).toList();
        return findings.stream()
                .min((one, other) -> Integer.compare(rank(one), rank(other)))
                .orElseGet(() -> none(rule, attempts.undone()));
    }

    private static boolean undoesACompletion(Fact.Withdrawn withdrawn) {
        return switch (withdrawn.said().reason()) {
            case UNCOMPLETED, EXCUSED -> true;
            case CLEARED, REVOKED -> false;
        };
    }

    private static int rank(Finding finding) {
        return switch (finding.standing()) {
            case MET -> 0;
            case UNDETERMINED -> 1;
            case NOT_MET -> 2;
        };
    }

    private static Finding single(Completed rule, Fact.Completed fact) {
        if (fact.said().status() != ResultStatus.FINAL) {
            return finding(rule, UNDETERMINED, "not-final")
                    .next(phrase(rule, "next.completion.wait"))
                    .restingOn(fact, null);
        }
        if (Objects.equals(fact.said().passed(), false)) {
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
        boolean excused = undone.said().reason() == WithdrawalReason.EXCUSED;
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
