package org.meritstream.evidence.judgement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.LatePenalty;

/**
 * Which of a learner's tries are attempts by the policy, and what is left.
 *
 * <p>What is refused because it came too soon or too late, or was handed in before, uses up no attempt; what misconduct forfeited does.
 *
 * @param all in their order
 * @param used how many attempts were used up
 * @param last when the last attempt was handed in, or null before the first
 */
record Admissions<T>(
        Terms terms,
        List<Admission<T>> all,
        int used,
        @Nullable Instant last) {

    /**
     * @param tries in their order
     */
    static <T> Admissions<T> of(List<Try<T>> tries, Terms terms) {
        Counter counter = new Counter(terms);
        List<Admission<T>> all = new ArrayList<>();
        tries.forEach(tried -> all.add(counter.decide(tried)));
        return new Admissions<>(terms, List.copyOf(all), counter.used, counter.last);
    }

    /** The same with some of the tries alone; what the others used up stays used up. */
    Admissions<T> only(Predicate<T> some) {
        return new Admissions<>(
                terms,
                all.stream()
                        .filter(admission -> some.test(admission.tried().work()))
                        .toList(),
                used,
                last);
    }

    /** The attempts that are judged. */
    List<Admission.Admitted<T>> admitted() {
        List<Admission.Admitted<T>> admitted = new ArrayList<>();
        for (Admission<T> admission : all) {
            if (admission instanceof Admission.Admitted<T> judged) {
                admitted.add(judged);
            }
        }
        return admitted;
    }

    /** Whether another attempt would be taken at some time. */
    boolean mayTryAgain() {
        Integer maximum = terms.maximum();
        return !terms.isBarred() && (maximum == null || used < maximum);
    }

    /** What is left to somebody who has not met the criterion yet; empty where the policy says nothing of it. */
    List<Phrase> left() {
        if (terms.isBarred()) {
            return List.of(Phrase.of("next.attempts.barred"));
        }
        List<Phrase> left = new ArrayList<>();
        Integer maximum = terms.maximum();
        if (maximum != null) {
            left.add(
                    used < maximum
                            ? Phrase.of("next.attempts.left", "left", String.valueOf(maximum - used))
                            : Phrase.of("next.attempts.none"));
        }
        Instant again = terms.again(last);
        Instant due = terms.due();
        if (mayTryAgain() && again != null) {
            left.add(Phrase.of("next.attempts.from", "from", again.toString()));
        }
        if (mayTryAgain() && due != null) {
            left.add(dueBy(due));
        }
        return List.copyOf(left);
    }

    private Phrase dueBy(Instant due) {
        LatePenalty penalty = terms.latePenalty();
        return penalty == null
                ? Phrase.of("next.attempts.due", "due", due.toString())
                : Phrase.of(
                        "next.attempts.due-or-late",
                        "due",
                        due.toString(),
                        "share",
                        Marks.percent(penalty.perDay()),
                        "most",
                        Marks.percent(penalty.most()));
    }

    /** Counts attempts, one try after the other. */
    private static final class Counter {
        private final Terms terms;
        private int used;
        private int forgiven;
        private @Nullable Instant last;

        Counter(Terms terms) {
            this.terms = terms;
        }

        <T> Admission<T> decide(Try<T> tried) {
            Integer counted = tried.number();
            int number = counted == null ? used + 1 : Math.max(used + 1, counted - forgiven);
            Phrase why = tried.repeated() ? Phrase.of("attempt.identical") : excuse(tried.finished());
            if (why != null) {
                forgiven++;
                return new Admission.Refused<>(tried, number, why);
            }
            Integer maximum = terms.maximum();
            if (maximum != null && number > maximum) {
                return new Admission.Refused<>(
                        tried, number, Phrase.of("attempt.too-many", "maximum", String.valueOf(maximum)));
            }
            used = number;
            last = tried.finished();
            return terms.isForfeited(tried.finished())
                    ? new Admission.Refused<>(tried, number, Phrase.of("attempt.misconduct"))
                    : new Admission.Admitted<>(tried, number, terms.penalty(tried.finished()));
        }

        /** Why a try is not taken and uses up nothing, or null when it is taken. */
        private @Nullable Phrase excuse(Instant finished) {
            if (terms.isBarred() && !terms.isForfeited(finished)) {
                return Phrase.of("attempt.barred");
            }
            Instant due = terms.due();
            if (due != null && finished.isAfter(due) && terms.latePenalty() == null) {
                return Phrase.of("attempt.late", "due", due.toString());
            }
            Instant again = terms.again(last);
            return again != null && finished.isBefore(again)
                    ? Phrase.of("attempt.too-soon", "from", again.toString())
                    : null;
        }
    }
}
