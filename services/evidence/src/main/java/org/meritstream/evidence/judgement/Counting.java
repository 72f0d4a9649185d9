package org.meritstream.evidence.judgement;

import static org.meritstream.events.CriterionStanding.Standing.MET;
import static org.meritstream.events.CriterionStanding.Standing.NOT_MET;
import static org.meritstream.events.CriterionStanding.Standing.UNDETERMINED;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.meritstream.events.CriterionStanding.Standing;
import org.meritstream.events.Rule.CountingAttempt;

/**
 * Which of several attempts counts.
 *
 * @param worstFirst orders findings of one standing
 */
record Counting<T>(
        CountingAttempt attempt, Function<Admission.Admitted<T>, Finding> judge, Comparator<Finding> worstFirst) {

    /** What is said of an attempt that was judged as it is. */
    static final String JUDGED = "attempt.judged";

    /**
     * The finding that counts, with what became of each attempt and what is left.
     *
     * @param none what is said where no attempt is judged
     */
    Finding of(Admissions<T> admissions, Finding none) {
        List<Finding> judged = judged(admissions);
        Finding counting = judged.isEmpty() ? withoutAttempt(admissions, none) : pick(judged);
        Finding told = admissions.terms().policy() == null
                        && admissions.terms().forfeited().isEmpty()
                ? counting
                : counting.with(Grounds.of(counting.grounds()).attempts(notes(admissions, judged.size())));
        return told.standing() == MET ? told : told.next(next(told, admissions));
    }

    /** The findings of the attempts in order; nothing after the first that meets, where that is for good. */
    private List<Finding> judged(Admissions<T> admissions) {
        List<Finding> judged = new ArrayList<>();
        for (Admission.Admitted<T> admitted : admissions.admitted()) {
            judged.add(judge.apply(admitted));
            if (admissions.terms().metIsMet() && judged.getLast().standing() == MET) {
                break;
            }
        }
        return judged;
    }

    private Finding pick(List<Finding> judged) {
        return switch (attempt) {
            case FIRST -> judged.getFirst();
            case LATEST -> judged.getLast();
            case BEST -> best(judged);
        };
    }

    /** A met one before one that can not be judged before one that is not met; among equals the best, among those the newest. */
    private Finding best(List<Finding> judged) {
        for (Standing standing : List.of(MET, UNDETERMINED, NOT_MET)) {
            List<Finding> some = judged.stream()
                    .filter(finding -> finding.standing() == standing)
                    .toList();
            if (!some.isEmpty()) {
                return standing == UNDETERMINED ? some.getLast() : highest(some);
            }
        }
        throw new IllegalStateException("A finding has a standing");
    }

    private Finding highest(List<Finding> findings) {
        Finding highest = findings.getFirst();
        for (Finding finding : findings) {
            if (worstFirst.compare(finding, highest) >= 0) {
                highest = finding;
            }
        }
        return highest;
    }

    private Finding withoutAttempt(Admissions<T> admissions, Finding none) {
        if (admissions.all().isEmpty()) {
            return none;
        }
        List<String> facts = admissions.all().stream()
                .map(admission -> admission.tried().fact())
                .distinct()
                .sorted()
                .toList();
        return none.because(NOT_MET, Phrase.of("finding.no-attempt"), facts);
    }

    private List<Grounds.Tried> notes(Admissions<T> admissions, int judged) {
        List<Grounds.Tried> notes = new ArrayList<>();
        int admitted = 0;
        for (Admission<T> admission : admissions.all()) {
            Phrase said = switch (admission) {
                case Admission.Refused<T> refused -> refused.why();
                case Admission.Admitted<T> taken ->
                    ++admitted <= judged ? taken(taken) : Phrase.of("attempt.met-before");
            };
            notes.add(new Grounds.Tried(
                    admission.number(),
                    admission.tried().fact(),
                    said.with(Map.of("number", String.valueOf(admission.number())))));
        }
        return notes;
    }

    private Phrase taken(Admission.Admitted<T> admitted) {
        return admitted.penalty().signum() == 0
                ? Phrase.of(JUDGED)
                : Phrase.of("attempt.judged-late", "share", Marks.percent(admitted.penalty()));
    }

    /** What the rule asks for, unless no attempt is left to reach it by, and what the policy leaves. */
    private List<Phrase> next(Finding finding, Admissions<T> admissions) {
        List<Phrase> next = new ArrayList<>();
        if (admissions.mayTryAgain() || finding.standing() == UNDETERMINED) {
            next.addAll(finding.next());
        }
        next.addAll(admissions.left());
        return List.copyOf(next);
    }
}
