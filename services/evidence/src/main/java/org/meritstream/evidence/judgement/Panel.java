package org.meritstream.evidence.judgement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.meritstream.events.Fact;
import org.meritstream.events.ReviewSeat;
import org.meritstream.events.Rule.Review;

/**
 * The reviewers of one try: whose decisions count, and whose are missing.
 *
 * <p>A decision on appeal counts before all others, then a moderator's; else the newest decision of each of the newest reviewers. What is no
 * verdict by this rubric (another version of the achievement may have another one) counts only where there is nothing else.
 *
 * @param counting the decisions that count
 * @param missing the seats that nobody has taken yet
 */
record Panel(Stage stage, List<Fact.Review> counting, List<ReviewSeat> missing) {

    /** How far the reviewers have come. */
    enum Stage {
        /** Not all have decided. */
        INCOMPLETE,
        /** Two differ by more than the rule allows. */
        DISAGREEING,
        /** What counts is no verdict. */
        UNCLEAR,
        DECIDED
    }

    /**
     * @param decisions in their order
     */
    static Panel of(Review rule, Verdicts verdicts, List<Fact.Review> decisions) {
        for (Predicate<Fact.Review> last : List.<Predicate<Fact.Review>>of(Panel::onAppeal, Fact.Review::moderation)) {
            List<Fact.Review> some = preferred(verdicts, decisions, last);
            if (!some.isEmpty()) {
                List<Fact.Review> counting = List.of(some.getLast());
                return new Panel(verdicts.areClear(counting) ? Stage.DECIDED : Stage.UNCLEAR, counting, List.of());
            }
        }
        List<Fact.Review> newest = newest(preferred(verdicts, decisions, any -> true), rule.reviewers());
        if (newest.size() < rule.reviewers()) {
            return new Panel(Stage.INCOMPLETE, newest, free(rule, newest));
        }
        List<ReviewSeat> moderator = List.of(ReviewSeat.MODERATION);
        if (verdicts.distance(newest) > rule.distance()) {
            return new Panel(Stage.DISAGREEING, newest, moderator);
        }
        return verdicts.areClear(newest)
                ? new Panel(Stage.DECIDED, newest, List.of())
                : new Panel(Stage.UNCLEAR, newest, moderator);
    }

    private static boolean onAppeal(Fact.Review decision) {
        return decision.seat() == ReviewSeat.APPEAL;
    }

    private static List<Fact.Review> preferred(
            Verdicts verdicts, List<Fact.Review> decisions, Predicate<Fact.Review> which) {
        List<Fact.Review> some = decisions.stream().filter(which).toList();
        List<Fact.Review> clear = some.stream()
                .filter(decision -> verdicts.areClear(List.of(decision)))
                .toList();
        return clear.isEmpty() ? some : clear;
    }

    /** The newest decision of each of the newest reviewers. */
    private static List<Fact.Review> newest(List<Fact.Review> decisions, int reviewers) {
        Map<String, Fact.Review> byReviewer = new LinkedHashMap<>();
        for (Fact.Review decision : decisions) {
            byReviewer.remove(decision.reviewer());
            byReviewer.put(decision.reviewer(), decision);
        }
        List<Fact.Review> all = List.copyOf(byReviewer.values());
        return all.subList(Math.max(0, all.size() - reviewers), all.size());
    }

    private static List<ReviewSeat> free(Review rule, List<Fact.Review> taken) {
        List<ReviewSeat> seats =
                new ArrayList<>(List.of(ReviewSeat.FIRST, ReviewSeat.SECOND).subList(0, rule.reviewers()));
        taken.forEach(decision -> seats.remove(decision.seat()));
        return List.copyOf(seats.subList(0, Math.min(seats.size(), rule.reviewers() - taken.size())));
    }
}
