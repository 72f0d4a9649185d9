package org.meritstream.evidence.judgement;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.AssessmentKind;
import org.meritstream.events.Attempt;
import org.meritstream.events.Fact;
import org.meritstream.events.WithdrawalReason;

/**
 * What stands of a learner's facts in one activity: of each attempt the newest, unless it was withdrawn.
 *
 * <p>A fact that names an attempt supersedes earlier facts of that attempt; a fact that names less (no number, or no attempt at all)
 * supersedes all earlier facts that it may be about. Senders differ in what they name, some from one event to the next.
 *
 * @param standing in the order of the attempts
 * @param undone the newest withdrawal, when nothing stands because of it
 */
record Attempts(List<Fact.Completed> standing, Fact.@Nullable Withdrawn undone) {

    private record Named(
            @Nullable String nativeId, @Nullable Integer number) {
        static Named of(Attempt attempt) {
            return new Named(attempt.nativeId(), attempt.number());
        }
    }

    /**
     * @param facts of one activity
     * @param kind which results are looked at
     * @param undoes which withdrawals undo such a result
     */
    static Attempts of(
            List<Fact.OfActivity> facts, Predicate<AssessmentKind> kind, Predicate<WithdrawalReason> undoes) {
        Set<Named> spokenFor = new HashSet<>();
        Deque<Fact.Completed> standing = new ArrayDeque<>();
        Fact.Withdrawn undone = null;
        for (Fact.OfActivity fact : newestFirst(facts)) {
            boolean relevant = switch (fact) {
                case Fact.Completed completed -> kind.test(completed.assessment());
                case Fact.Withdrawn withdrawn -> undoes.test(withdrawn.reason());
            };
            if (!relevant || !claims(spokenFor, fact.attempt())) {
                continue;
            }
            switch (fact) {
                case Fact.Completed completed -> standing.addFirst(completed);
                case Fact.Withdrawn withdrawn -> undone = undone == null ? withdrawn : undone;
            }
        }
        List<Fact.Completed> ordered = new ArrayList<>(standing);
        ordered.sort(attemptOrder(ordered));
        return new Attempts(List.copyOf(ordered), ordered.isEmpty() ? undone : null);
    }

    /** The tries at the activity, in their order. */
    List<Try<Fact.Completed>> tries() {
        boolean numbered = areNumbered(standing);
        return standing.stream()
                .map(fact -> Try.of(numbered ? fact.attempt().number() : null, fact.finishedAt(), fact.id(), fact))
                .toList();
    }

    private static List<Fact.OfActivity> newestFirst(List<Fact.OfActivity> facts) {
        return facts.stream().sorted(Fact.ORDER.reversed()).toList();
    }

    /** Whether no newer fact speaks for the attempt; from now on this one does. */
    private static boolean claims(Set<Named> spokenFor, Attempt attempt) {
        Named exact = Named.of(attempt);
        boolean superseded = spokenFor.contains(exact)
                || spokenFor.contains(new Named(null, null))
                || spokenFor.contains(new Named(exact.nativeId(), null))
                || spokenFor.contains(new Named(null, exact.number()));
        spokenFor.add(exact);
        return !superseded;
    }

    /** By number where every attempt has one, else by when the learner finished. One comparator for the whole list keeps it transitive. */
    private static Comparator<Fact.Completed> attemptOrder(List<Fact.Completed> facts) {
        if (areNumbered(facts)) {
            return Comparator.comparingInt(Attempts::number).thenComparing(Fact.ORDER);
        }
        return Comparator.comparing(Fact.Completed::finishedAt).thenComparing(Fact.ORDER);
    }

    private static boolean areNumbered(List<Fact.Completed> facts) {
        return facts.stream().allMatch(fact -> fact.attempt().number() != null);
    }

    private static int number(Fact.Completed fact) {
        Integer number = fact.attempt().number();
        return number == null ? 0 : number;
    }
}
