package org.meritstream.evidence.judgement;

import static java.util.Comparator.naturalOrder;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.meritstream.events.Fact;
import org.meritstream.events.ReviewStep;
import org.meritstream.events.Rule;

/**
 * What there is to review of a criterion, try by try: the work that was handed in for it, or that a look was asked for, and what reviewers
 * decided.
 */
final class ReviewTries {
    private ReviewTries() {}

    /**
     * One try.
     *
     * @param handedIn in this try, in their order; work of earlier tries that was not replaced stands beside it
     * @param requested that somebody looks at it
     */
    record Work(List<Fact.Artifact> handedIn, List<ReviewStep.Requested> requested, List<Fact.Review> decisions) {

        private static Work nothing() {
            return new Work(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        /** When the learner was done with it. */
        private Instant finished() {
            return Stream.concat(
                            handedIn.stream().map(Fact.Artifact::submittedAt),
                            requested.stream().map(ReviewStep.Requested::requestedAt))
                    .max(naturalOrder())
                    .orElseGet(() -> decisions.getFirst().submittedAt());
        }

        /** The fact that it is named by. */
        private String fact() {
            return Stream.of(decisions, handedIn, requested)
                    .flatMap(List::stream)
                    .map(Fact::id)
                    .findFirst()
                    .orElse("");
        }
    }

    /** By their number. */
    static List<Try<Work>> of(Question question) {
        SortedMap<Integer, Work> byNumber = new TreeMap<>();
        String criterion = question.criterion().id();
        History history = question.history();
        Set<String> artifacts = artifacts(question.criterion().rule());
        history.all(Fact.Artifact.class)
                .filter(fact -> artifacts.contains(fact.artifact()))
                .forEach(fact -> at(byNumber, fact.number()).handedIn().add(fact));
        history.all(ReviewStep.Requested.class)
                .filter(fact -> fact.criterion().equals(criterion))
                .forEach(fact -> at(byNumber, fact.number()).requested().add(fact));
        history.all(Fact.Review.class)
                .filter(fact -> fact.criterion().equals(criterion))
                .forEach(fact -> at(byNumber, fact.number()).decisions().add(fact));
        List<Try<Work>> tries = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        byNumber.forEach((number, work) ->
                tries.add(new Try<>(number, work.finished(), work.fact(), work, repeats(work, seen))));
        return tries;
    }

    private static Work at(SortedMap<Integer, Work> byNumber, int number) {
        return byNumber.computeIfAbsent(number, n -> Work.nothing());
    }

    /** Whether nothing in it is new; what is new is seen from now on. */
    private static boolean repeats(Work work, Set<String> seen) {
        boolean fresh = work.handedIn().isEmpty();
        for (Fact.Artifact fact : work.handedIn()) {
            fresh |= seen.add(fact.artifact() + " " + fact.digest());
        }
        return !fresh;
    }

    private static Set<String> artifacts(Rule rule) {
        return Leaves.of(rule, Rule.Artifact.class).map(Rule.Artifact::artifact).collect(Collectors.toSet());
    }
}
