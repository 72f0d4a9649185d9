package org.meritstream.evidence.judgement;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.AssessmentCompleted;
import org.meritstream.events.Attempt;

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
    static Attempts of(List<Fact> facts, Predicate<AssessmentCompleted> kind, Predicate<Fact.Withdrawn> undoes) {
        Set<Named> spokenFor = new HashSet<>();
        Deque<Fact.Completed> standing = new ArrayDeque<>();
        Fact.Withdrawn undone = null;
        for (Fact fact : newestFirst(facts)) {
            boolean relevant = switch (fact) {
                case Fact.Completed completed -> kind.test(completed.said());
                case Fact.Withdrawn withdrawn -> undoes.test(withdrawn);
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

    private static List<Fact> newestFirst(List<Fact> facts) {
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
        boolean numbered = facts.stream().allMatch(fact -> fact.attempt().number() != null);
        if (numbered) {
            return Comparator.comparingInt(Attempts::number).thenComparing(Fact.ORDER);
        }
        return Comparator.comparing(Attempts::finished).thenComparing(Fact.ORDER);
    }

    private static int number(Fact.Completed fact) {
        Integer number = fact.attempt().number();
        return number == null ? 0 : number;
    }

    private static Instant finished(Fact.Completed fact) {
        Instant submitted = fact.attempt().submittedAt();
        return submitted == null ? fact.said().completedAt() : submitted;
    }
}
