package org.meritstream.evidence.judgement;

import static org.meritstream.events.CriterionStanding.Standing.MET;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.AchievementPublished;
import org.meritstream.events.Criterion;
import org.meritstream.events.Fact;
import org.meritstream.events.ReviewSeat;
import org.meritstream.events.Rule;
import org.meritstream.events.Rule.CountingAttempt;

/**
 * Which persons have to look at what, by the facts alone: so any order of their arrival leads to the same reviews.
 *
 * <p>Nobody is asked to look at what is met without it or for good, at a try that is no attempt (too soon, too late, one too many, the same
 * work again, forfeited by misconduct), at an attempt that does not count, or at work of which a part is missing.
 */
public final class ReviewsWanted {

    /**
     * A look that is wanted.
     *
     * @param criterion its id, or null where an appeal is against misconduct in all of them
     * @param number of the try; 0 where an appeal is against misconduct
     * @param misconduct id of the finding that an appeal is against, or null
     * @param submittedAt when the learner handed in what is looked at, or asked for the look
     * @param since when it became due
     * @param works ids of the facts of what was handed in in this try
     */
    public record Wanted(
            @Nullable String criterion,
            int number,
            ReviewSeat seat,
            @Nullable String misconduct,
            Instant submittedAt,
            Instant since,
            List<String> works) {}

    private ReviewsWanted() {}

    /** Whether any criterion asks for a person's look. */
    public static boolean ask(AchievementPublished achievement) {
        return achievement.definition().criteria().stream()
                .anyMatch(criterion ->
                        Leaves.of(criterion.rule(), Rule.Review.class).findAny().isPresent());
    }

    /** In the order of the criteria, each once. */
    public static List<Wanted> of(AchievementPublished achievement, List<Fact> facts, Instant now) {
        History history = History.of(facts);
        List<Wanted> wanted = new ArrayList<>();
        for (Criterion criterion : achievement.definition().criteria()) {
            Terms terms = Terms.of(achievement.definition().resubmission(), criterion.id(), history);
            wanted.addAll(of(new Question(criterion, history, terms, now)));
        }
        AppealsWanted.againstMisconduct(history).forEach(wanted::add);
        return List.copyOf(wanted);
    }

    private static List<Wanted> of(Question question) {
        List<Rule.Review> rules =
                Leaves.of(question.criterion().rule(), Rule.Review.class).toList();
        if (rules.isEmpty()) {
            return List.of();
        }
        List<Try<ReviewTries.Work>> tries = ReviewTries.of(question);
        Map<String, Wanted> wanted = new LinkedHashMap<>();
        Stream.concat(
                        rules.stream().flatMap(rule -> ofRule(rule, question, tries)),
                        AppealsWanted.against(question, tries))
                .forEach(one -> wanted.putIfAbsent(one.number() + " " + one.seat(), one));
        return List.copyOf(wanted.values());
    }

    private static Stream<Wanted> ofRule(Rule.Review rule, Question question, List<Try<ReviewTries.Work>> tries) {
        if (isMet(rule, question)) {
            return Stream.of();
        }
        List<Try<ReviewTries.Work>> attempts = Admissions.of(tries, question.terms()).admitted().stream()
                .map(Admission.Admitted::tried)
                .toList();
        Verdicts verdicts = Verdicts.of(rule, question.criterion().rubric());
        return counting(rule.attempt(), complete(question, attempts)).stream().flatMap(tried -> {
            Panel panel = Panel.of(rule, verdicts, tried.work().decisions());
            return panel.missing().stream().map(seat -> wanted(question, tried, seat, panel));
        });
    }

    /** Met without persons, or for good: later attempts are not judged, or the best counts and is good enough. */
    private static boolean isMet(Rule.Review rule, Question question) {
        boolean forGood = question.terms().metIsMet() || rule.attempt() == CountingAttempt.BEST;
        return (forGood && standsMet(question))
                || standsMet(question.on(question.history().withoutReviews()));
    }

    private static boolean standsMet(Question question) {
        return JudgeRule.judge(question.criterion().rule(), question).standing() == MET;
    }

    private static List<Try<ReviewTries.Work>> counting(CountingAttempt attempt, List<Try<ReviewTries.Work>> attempts) {
        if (attempts.isEmpty()) {
            return List.of();
        }
        return switch (attempt) {
            case FIRST -> List.of(attempts.getFirst());
            case LATEST -> List.of(attempts.getLast());
            case BEST -> attempts;
        };
    }

    private static List<Try<ReviewTries.Work>> complete(Question question, List<Try<ReviewTries.Work>> attempts) {
        return attempts.stream().filter(tried -> isComplete(question, tried)).toList();
    }

    /** Whether there is something to look at: everything that was to be handed in by then, or a look that was asked for. */
    static boolean isComplete(Question question, Try<ReviewTries.Work> tried) {
        return !tried.work().requested().isEmpty()
                || HandedIn.all(question.criterion().rule(), question.history(), numbered(tried));
    }

    private static int numbered(Try<?> tried) {
        Integer number = tried.number();
        return number == null ? 1 : number;
    }

    private static Wanted wanted(Question question, Try<ReviewTries.Work> tried, ReviewSeat seat, Panel panel) {
        Instant since = seat == ReviewSeat.MODERATION
                ? panel.counting().stream()
                        .map(Fact.Review::reviewedAt)
                        .max(Comparator.naturalOrder())
                        .orElse(tried.finished())
                : tried.finished();
        return new Wanted(
                question.criterion().id(), numbered(tried), seat, null, tried.finished(), since, works(tried.work()));
    }

    static List<String> works(ReviewTries.Work work) {
        return work.handedIn().stream().map(Fact.Artifact::id).toList();
    }
}
