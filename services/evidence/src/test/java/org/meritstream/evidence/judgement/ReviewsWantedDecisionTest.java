package org.meritstream.evidence.judgement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meritstream.evidence.judgement.FactFixtures.REPORT;
import static org.meritstream.evidence.judgement.FactFixtures.artifact;
import static org.meritstream.evidence.judgement.FactFixtures.atMost;
import static org.meritstream.evidence.judgement.FactFixtures.day;
import static org.meritstream.evidence.judgement.FactFixtures.misconduct;
import static org.meritstream.evidence.judgement.FactFixtures.moderation;
import static org.meritstream.evidence.judgement.FactFixtures.review;
import static org.meritstream.evidence.judgement.FactFixtures.seated;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.meritstream.events.AwardRule;
import org.meritstream.events.Fact;
import org.meritstream.events.Resubmission;
import org.meritstream.events.Resubmission.CarryOver;
import org.meritstream.events.ReviewSeat;
import org.meritstream.events.ReviewStep;
import org.meritstream.events.Rule;
import org.meritstream.events.Rule.CountingAttempt;
import org.meritstream.evidence.judgement.ReviewsWanted.Wanted;

class ReviewsWantedDecisionTest {
    private static final Rule.Artifact HANDED_IN = new Rule.Artifact(REPORT, List.of());
    private static final Rule ONE = reviewed(1, CountingAttempt.LATEST);
    private static final Rule TWO = reviewed(2, CountingAttempt.LATEST);
    private static final Rule SHOWN = new Rule.Review("good", 1, 0, CountingAttempt.LATEST);

    @Test
    void wantsNothingBeforeSomethingIsHandedIn() {
        assertThat(wanted(ONE)).isEmpty();
    }

    @Test
    void wantsOneReviewerForWorkThatIsHandedIn() {
        assertThat(wanted(ONE, artifact("a", 1, "1"))).containsExactly("1 FIRST");
    }

    @Test
    void wantsTwoReviewersAtOnce() {
        assertThat(wanted(TWO, artifact("a", 1, "1"))).containsExactly("1 FIRST", "1 SECOND");
    }

    @Test
    void leavesFreeTheSeatThatTheFirstToDecideDidNotTake() {
        assertThat(wanted(TWO, artifact("a", 1, "1"), seated("r", 1, "ada", "good", ReviewSeat.SECOND)))
                .containsExactly("1 FIRST");
    }

    @Test
    void wantsAModeratorWhereReviewersDisagree() {
        assertThat(wanted(TWO, artifact("a", 1, "1"), review("r", 1, "ada", "good"), review("s", 1, "ben", "weak")))
                .containsExactly("1 MODERATION");
    }

    @Test
    void wantsNobodyAfterTheModerator() {
        assertThat(wanted(
                        TWO,
                        artifact("a", 1, "1"),
                        review("r", 1, "ada", "good"),
                        review("s", 1, "ben", "weak"),
                        moderation("m", 1, "weak")))
                .isEmpty();
    }

    @Test
    void wantsTheNextTryReviewedAndNoLongerTheOneBefore() {
        assertThat(wanted(ONE, artifact("a", 1, "1"), artifact("b", 2, "2"))).containsExactly("2 FIRST");
    }

    @Test
    void wantsEveryTryReviewedWhereTheBestCounts() {
        assertThat(wanted(reviewed(1, CountingAttempt.BEST), artifact("a", 1, "1"), artifact("b", 2, "2")))
                .containsExactly("1 FIRST", "2 FIRST");
    }

    @Test
    void wantsTheFirstTryAloneReviewedWhereItCounts() {
        assertThat(wanted(reviewed(1, CountingAttempt.FIRST), artifact("a", 1, "1"), artifact("b", 2, "2")))
                .containsExactly("1 FIRST");
    }

    @Test
    void doesNotWantTheSameWorkReviewedAgain() {
        assertThat(wanted(ONE, artifact("a", 1, "1"), review("r", 1, "ada", "weak"), artifact("b", 2, "1")))
                .isEmpty();
    }

    @Test
    void doesNotWantATryReviewedThatIsOneTooMany() {
        assertThat(wanted(atMost(1), ONE, artifact("a", 1, "1"), review("r", 1, "ada", "weak"), artifact("b", 2, "2")))
                .isEmpty();
    }

    @Test
    void doesNotWantWhatMisconductForfeited() {
        assertThat(wanted(ONE, artifact("a", 1, "1"), misconduct(day(2), false)))
                .isEmpty();
    }

    @Test
    void doesNotWantAMetCriterionReviewedAgain() {
        Resubmission carrying = new Resubmission(null, null, null, null, CarryOver.MET);

        assertThat(wanted(carrying, ONE, artifact("a", 1, "1"), review("r", 1, "ada", "good"), artifact("b", 2, "2")))
                .isEmpty();
    }

    @Test
    void wantsALaterTryReviewedWhereItMayUndoAnEarlierOne() {
        assertThat(wanted(ONE, artifact("a", 1, "1"), review("r", 1, "ada", "good"), artifact("b", 2, "2")))
                .containsExactly("2 FIRST");
    }

    @Test
    void doesNotWantToBeLookedAtWhatIsMetWithoutIt() {
        Rule either = new Rule.Any(List.of(HANDED_IN, SHOWN));

        assertThat(wanted(either, artifact("a", 1, "1"))).isEmpty();
    }

    @Test
    void waitsForEveryPartOfTheWork() {
        Rule both = new Rule.All(List.of(HANDED_IN, new Rule.Artifact("slides", List.of()), SHOWN));
        Fact slides = new Fact.Artifact("s", "slides", 1, "sha-256:" + "3".repeat(64), "application/pdf", day(2));

        assertThat(wanted(both, artifact("a", 1, "1"))).isEmpty();
        assertThat(wanted(both, artifact("a", 1, "1"), slides)).containsExactly("1 FIRST");
    }

    @Test
    void wantsOnlyThePartChangedInALaterTry() {
        Rule both = new Rule.All(List.of(HANDED_IN, new Rule.Artifact("slides", List.of()), SHOWN));
        Fact slides = new Fact.Artifact("s", "slides", 1, "sha-256:" + "3".repeat(64), "application/pdf", day(1));
        Fact[] facts = {artifact("a", 1, "1"), slides, review("r", 1, "ada", "weak"), artifact("b", 2, "2")};

        assertThat(ReviewsWanted.of(FactFixtures.achievement(null, AwardRule.ALL, both), List.of(facts), day(9)))
                .singleElement()
                .satisfies(one -> assertThat(one.works()).containsExactly("b"));
    }

    @Test
    void doesNotWantAKindOfFileThatIsNotTaken() {
        Rule pictures = new Rule.All(List.of(new Rule.Artifact(REPORT, List.of("image/png")), SHOWN));

        assertThat(wanted(pictures, artifact("a", 1, "1"))).isEmpty();
    }

    @Test
    void wantsWhatIsShownReviewedOnceSomebodyAsks() {
        assertThat(wanted(SHOWN)).isEmpty();
        assertThat(wanted(SHOWN, new ReviewStep.Requested("q", "c1", 1, day(1))))
                .containsExactly("1 FIRST");
    }

    @Test
    void wantsAnAppealHeardUntilItIsDecided() {
        Fact appeal = new ReviewStep.Appealed("p", "c1", 1, null, day(3));
        Fact.Review first = review("r", 1, "ada", "weak");

        assertThat(wanted(ONE, artifact("a", 1, "1"), first, appeal)).containsExactly("1 APPEAL");
        assertThat(wanted(ONE, artifact("a", 1, "1"), first, appeal, seated("b", 1, "cleo", "good", ReviewSeat.APPEAL)))
                .isEmpty();
    }

    @Test
    void wantsAnAppealAgainstMisconductHeardUntilItIsDecidedOrCleared() {
        Fact finding = misconduct(day(2), false);
        Fact appeal = new ReviewStep.Appealed("p", null, null, "misconduct", day(3));

        assertThat(wanted(ONE, finding, appeal)).containsExactly("0 APPEAL");
        assertThat(wanted(ONE, finding, appeal, new ReviewStep.Settled("s", "misconduct", "cleo", true, day(4))))
                .isEmpty();
        assertThat(wanted(ONE, finding, appeal, new Fact.Cleared("k", "misconduct", day(4))))
                .isEmpty();
    }

    private static Rule reviewed(int reviewers, CountingAttempt attempt) {
        return new Rule.All(List.of(HANDED_IN, new Rule.Review("good", reviewers, 0, attempt)));
    }

    private static List<String> wanted(Rule rule, Fact... facts) {
        return wanted(null, rule, facts);
    }

    private static List<String> wanted(@Nullable Resubmission policy, Rule rule, Fact... facts) {
        return ReviewsWanted.of(FactFixtures.achievement(policy, AwardRule.ALL, rule), List.of(facts), day(9)).stream()
                .map(ReviewsWantedDecisionTest::said)
                .toList();
    }

    private static String said(Wanted wanted) {
        return wanted.number() + " " + wanted.seat();
    }
}
