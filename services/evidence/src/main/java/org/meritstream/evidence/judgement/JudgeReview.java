package org.meritstream.evidence.judgement;

import static org.meritstream.events.CriterionStanding.Standing.MET;
import static org.meritstream.events.CriterionStanding.Standing.NOT_MET;
import static org.meritstream.events.CriterionStanding.Standing.UNDETERMINED;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.meritstream.events.CriterionStanding.Standing;
import org.meritstream.events.Fact;
import org.meritstream.events.Rule.Review;

/**
 * The rule {@code review}: persons looked at an attempt and found it good enough.
 *
 * <p>A reviewer's newest decision replaces the older ones. A moderator's decision settles an attempt; of two reviewers who differ by no more
 * than the rule allows, the lower counts.
 */
final class JudgeReview {
    private static final String RULE = "review";

    private JudgeReview() {}

    static Finding judge(Review rule, Question question) {
        Verdicts verdicts = Verdicts.of(rule, question.criterion().rubric());
        Counting<List<Fact.Review>> counting = new Counting<>(
                rule.attempt(),
                admitted -> single(rule, verdicts, admitted.tried().work()),
                Levels.WORST_FIRST);
        Finding none = finding(NOT_MET, "none", verdicts).next(Phrase.of("next.review.wait"));
        return counting.of(Admissions.of(tries(question), question.terms()), none);
    }

    /** The decisions of each attempt, in their order. */
    private static List<Try<List<Fact.Review>>> tries(Question question) {
        SortedMap<Integer, List<Fact.Review>> byNumber = new TreeMap<>();
        question.history()
                .all(Fact.Review.class)
                .filter(fact -> fact.criterion().equals(question.criterion().id()))
                .forEach(fact -> byNumber.computeIfAbsent(fact.number(), number -> new ArrayList<>())
                        .add(fact));
        List<Try<List<Fact.Review>>> tries = new ArrayList<>();
        byNumber.forEach((number, decisions) -> tries.add(Try.of(
                number, decisions.getFirst().submittedAt(), decisions.getFirst().id(), decisions)));
        return tries;
    }

    private static Finding single(Review rule, Verdicts verdicts, List<Fact.Review> decisions) {
        List<Fact.Review> moderations =
                decisions.stream().filter(Fact.Review::moderation).toList();
        if (!moderations.isEmpty()) {
            return decided(verdicts, List.of(moderations.getLast()));
        }
        List<Fact.Review> newest = newest(decisions, rule.reviewers());
        if (newest.size() < rule.reviewers()) {
            return resting(finding(UNDETERMINED, "second", verdicts), newest).next(Phrase.of("next.review.wait"));
        }
        return verdicts.distance(newest) > rule.distance()
                ? resting(finding(UNDETERMINED, "disagree", verdicts), newest).next(Phrase.of("next.review.moderation"))
                : decided(verdicts, newest);
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

    private static Finding decided(Verdicts verdicts, List<Fact.Review> decisions) {
        if (!verdicts.areClear(decisions)) {
            return resting(finding(UNDETERMINED, "no-verdict", verdicts), decisions)
                    .next(Phrase.of("next.review.moderation"));
        }
        int rank = verdicts.lowest(decisions);
        boolean enough = verdicts.suffices(rank);
        Phrase reason = verdicts.said("finding.review." + (enough ? "met" : "below"), rank);
        Finding finding = Finding.of(RULE, enough ? MET : NOT_MET, reason)
                .restingOn(ids(decisions), verdicts.mark(rank))
                .with(Grounds.of(verdicts.level(rank), reviewers(decisions)));
        return enough ? finding : finding.next(verdicts.said("next.review.improve", rank));
    }

    private static Finding resting(Finding finding, List<Fact.Review> decisions) {
        return finding.restingOn(ids(decisions), null).with(Grounds.of(null, reviewers(decisions)));
    }

    private static List<String> ids(List<Fact.Review> decisions) {
        return decisions.stream().map(Fact.Review::id).sorted().toList();
    }

    private static List<String> reviewers(List<Fact.Review> decisions) {
        return decisions.stream().map(Fact.Review::reviewer).distinct().sorted().toList();
    }

    private static Finding finding(Standing standing, String reason, Verdicts verdicts) {
        return Finding.of(RULE, standing, verdicts.said("finding.review." + reason, -1));
    }
}
