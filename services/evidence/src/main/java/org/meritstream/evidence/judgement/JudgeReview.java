package org.meritstream.evidence.judgement;

import static org.meritstream.events.CriterionStanding.Standing.MET;
import static org.meritstream.events.CriterionStanding.Standing.NOT_MET;
import static org.meritstream.events.CriterionStanding.Standing.UNDETERMINED;

import java.util.List;
import java.util.stream.Stream;
import org.meritstream.events.CriterionStanding.Standing;
import org.meritstream.events.Fact;
import org.meritstream.events.Rule.CountingAttempt;
import org.meritstream.events.Rule.Review;

/**
 * The rule {@code review}: persons looked at an attempt and found it good enough.
 *
 * <p>Which tries are attempts follows from the work that was handed in for the same criterion, where there is any. Whose decisions of one
 * count is said by {@link Panel}.
 */
final class JudgeReview {
    private static final String RULE = "review";

    private JudgeReview() {}

    static Finding judge(Review rule, Question question) {
        Verdicts verdicts = Verdicts.of(rule, question.criterion().rubric());
        Counting<ReviewTries.Work> counting = new Counting<>(
                rule.attempt(),
                admitted -> single(
                        verdicts,
                        Panel.of(rule, verdicts, admitted.tried().work().decisions())),
                Levels.WORST_FIRST);
        Finding none = finding(NOT_MET, "none", verdicts).next(Phrase.of("next.review.wait"));
        Admissions<ReviewTries.Work> tries = Admissions.of(ReviewTries.of(question), question.terms());
        Finding finding = counting.of(tries.only(work -> !work.decisions().isEmpty()), none);
        return finding.standing() != MET && waits(rule, tries, question) ? finding.next(waiting(tries)) : finding;
    }

    /** Whether reviewers have yet to look at the newest attempt: then that is what there is to wait for, whatever was said of earlier ones. */
    private static boolean waits(Review rule, Admissions<ReviewTries.Work> tries, Question question) {
        List<Admission.Admitted<ReviewTries.Work>> admitted = tries.admitted();
        boolean counts = admitted.size() == 1 || (!admitted.isEmpty() && rule.attempt() != CountingAttempt.FIRST);
        return counts
                && admitted.getLast().tried().work().decisions().isEmpty()
                && ReviewsWanted.isComplete(question, admitted.getLast().tried());
    }

    private static List<Phrase> waiting(Admissions<ReviewTries.Work> tries) {
        return Stream.concat(Stream.of(Phrase.of("next.review.wait")), tries.left().stream())
                .toList();
    }

    private static Finding single(Verdicts verdicts, Panel panel) {
        List<Fact.Review> counting = panel.counting();
        return switch (panel.stage()) {
            case INCOMPLETE ->
                resting(finding(UNDETERMINED, "second", verdicts), counting).next(Phrase.of("next.review.wait"));
            case DISAGREEING ->
                resting(finding(UNDETERMINED, "disagree", verdicts), counting)
                        .next(Phrase.of("next.review.moderation"));
            case UNCLEAR ->
                resting(finding(UNDETERMINED, "no-verdict", verdicts), counting)
                        .next(Phrase.of("next.review.moderation"));
            case DECIDED -> decided(verdicts, counting);
        };
    }

    private static Finding decided(Verdicts verdicts, List<Fact.Review> decisions) {
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
