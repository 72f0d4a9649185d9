package org.meritstream.evidence.judgement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meritstream.events.CriterionStanding.Standing.MET;
import static org.meritstream.events.CriterionStanding.Standing.NOT_MET;
import static org.meritstream.events.CriterionStanding.Standing.UNDETERMINED;
import static org.meritstream.evidence.judgement.FactFixtures.day;
import static org.meritstream.evidence.judgement.FactFixtures.moderation;
import static org.meritstream.evidence.judgement.FactFixtures.review;
import static org.meritstream.evidence.judgement.FactFixtures.seated;
import static org.meritstream.evidence.judgement.FactFixtures.verdict;
import static org.meritstream.evidence.judgement.Fixtures.score;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.meritstream.events.AwardResult;
import org.meritstream.events.AwardRule;
import org.meritstream.events.Fact;
import org.meritstream.events.ReviewSeat;
import org.meritstream.events.Rule;
import org.meritstream.events.Rule.CountingAttempt;

class ReviewDecisionTest {
    private static final Rule ONE = new Rule.Review("good", 1, 0, CountingAttempt.LATEST);
    private static final Rule TWO = new Rule.Review("good", 2, 0, CountingAttempt.LATEST);
    private static final Rule TWO_NEAR = new Rule.Review("good", 2, 1, CountingAttempt.LATEST);

    @Test
    void takesALevelThatIsHighEnough() {
        Finding finding = finding(ONE, review("r", 1, "ada", "excellent"));

        assertThat(finding.standing()).isEqualTo(MET);
        assertThat(finding.reviewers()).containsExactly("ada");
    }

    @Test
    void takesNoLevelBelowTheRequiredOne() {
        assertThat(finding(ONE, review("r", 1, "ada", "weak")).standing()).isEqualTo(NOT_MET);
    }

    @Test
    void waitsForTheSecondReviewer() {
        Finding finding = finding(TWO, review("r", 1, "ada", "good"));

        assertThat(finding.standing()).isEqualTo(UNDETERMINED);
        assertThat(finding.reason().key()).isEqualTo("finding.review.second-level");
    }

    @Test
    void countsTwoDecisionsOfOneReviewerOnce() {
        assertThat(finding(TWO, review("r", 1, "ada", "good"), review("s", 1, "ada", "good"))
                        .standing())
                .isEqualTo(UNDETERMINED);
    }

    @Test
    void callsAModeratorWhereReviewersDisagree() {
        Finding finding = finding(TWO, review("r", 1, "ada", "good"), review("s", 1, "ben", "weak"));

        assertThat(finding.standing()).isEqualTo(UNDETERMINED);
        assertThat(FactFixtures.next(finding)).containsExactly("Nothing to do: wait until a moderator has decided.");
    }

    @Test
    void letsTheLowerOfTwoNearLevelsCount() {
        Finding finding = finding(TWO_NEAR, review("r", 1, "ada", "excellent"), review("s", 1, "ben", "good"));

        assertThat(Grounds.of(finding.grounds()).level()).isEqualTo("good");
        assertThat(finding.facts()).containsExactly("r", "s");
    }

    @Test
    void believesTheModerator() {
        Finding finding = finding(
                TWO, review("r", 1, "ada", "excellent"), review("s", 1, "ben", "weak"), moderation("m", 1, "good"));

        assertThat(finding.standing()).isEqualTo(MET);
        assertThat(finding.facts()).containsExactly("m");
    }

    @Test
    void believesWhoeverHeardTheAppealWhateverWasDecidedBefore() {
        Finding finding = finding(
                TWO,
                review("r", 1, "ada", "excellent"),
                review("s", 1, "ben", "weak"),
                seated("p", 1, "cleo", "weak", ReviewSeat.APPEAL),
                moderation("m", 1, "good"));

        assertThat(finding.standing()).isEqualTo(NOT_MET);
        assertThat(finding.facts()).containsExactly("p");
    }

    @Test
    void leavesALevelAsideThatOnlyAnotherVersionKnowsWhereThereIsOneItKnows() {
        assertThat(finding(ONE, review("r", 1, "ada", "good"), review("s", 1, "ben", "splendid"))
                        .standing())
                .isEqualTo(MET);
    }

    @Test
    void countsTheAttemptsOfTheWorkThatWasReviewed() {
        Rule handedIn = new Rule.Artifact(FactFixtures.REPORT, List.of());
        Finding finding = FactFixtures.finding(
                FactFixtures.atMost(2),
                new Rule.All(List.of(handedIn, ONE)),
                FactFixtures.artifact("a", 1, "1"),
                review("r", 1, "ada", "weak"),
                FactFixtures.artifact("b", 2, "1"),
                FactFixtures.artifact("c", 3, "2"),
                review("s", 3, "ada", "good"));

        assertThat(finding.standing())
                .as("the same work again used no attempt up")
                .isEqualTo(MET);
    }

    @Test
    void waitsForReviewersAsLongAsTheNewestAttemptWasNotLookedAt() {
        Rule rule = new Rule.All(List.of(new Rule.Artifact(FactFixtures.REPORT, List.of()), ONE));
        Fact first = FactFixtures.artifact("a", 1, "1");
        Fact second = FactFixtures.artifact("b", 2, "2");
        Fact weak = review("r", 1, "ada", "weak");
        String wait = "Nothing to do once the work is handed in: wait until reviewers have decided.";

        assertThat(FactFixtures.next(FactFixtures.finding(FactFixtures.atMost(2), rule, first)))
                .containsExactly(wait, "1 attempt is left.");
        assertThat(FactFixtures.next(FactFixtures.finding(FactFixtures.atMost(2), rule, first, weak)))
                .doesNotContain(wait);
        assertThat(FactFixtures.next(FactFixtures.finding(FactFixtures.atMost(2), rule, first, weak, second)))
                .as("the last one there is, and nothing is lost yet")
                .contains(wait)
                .noneMatch(next -> next.startsWith("Improve"));
    }

    @Test
    void judgesTheLatestAttemptByItsOwnReviews() {
        assertThat(finding(ONE, review("r", 1, "ada", "weak"), review("s", 2, "ada", "good"))
                        .standing())
                .isEqualTo(MET);
    }

    @Test
    void takesAVerdictWhereNoLevelIsAskedFor() {
        Rule verdict = new Rule.Review(null, 1, 0, CountingAttempt.LATEST);

        assertThat(finding(verdict, verdict("r", 1, "ada", true)).standing()).isEqualTo(MET);
        assertThat(finding(verdict, verdict("r", 1, "ada", false)).standing()).isEqualTo(NOT_MET);
    }

    @Test
    void doesNotJudgeALevelThatTheRubricDoesNotKnow() {
        assertThat(finding(ONE, review("r", 1, "ada", "splendid")).standing()).isEqualTo(UNDETERMINED);
    }

    @Test
    void leavesReviewsOfOtherCriteriaAside() {
        Fact other = new Fact.Review("r", "c2", 1, "ada", false, null, "good", day(1), day(1), null);

        assertThat(finding(ONE, other).standing()).isEqualTo(NOT_MET);
    }

    @Test
    void carriesTheLevelIntoTheAward() {
        Evaluation evaluation = EvaluateDecision.evaluate(
                FactFixtures.achievement(null, AwardRule.ALL, ONE), List.of(review("r", 1, "ada", "good")), day(2));

        assertThat(evaluation.explanation().results())
                .containsExactly(new AwardResult("c1", score("2", "3.5"), "good"));
    }

    @Test
    void saysThatAPersonDecidedAndHowToAskForAnother() {
        Evaluation evaluation = EvaluateDecision.evaluate(
                FactFixtures.achievement(null, AwardRule.ALL, ONE), List.of(review("r", 1, "ada", "good")), day(2));

        assertThat(Words.in("en").say(evaluation.explanation().decidedBy()))
                .startsWith("A person decided a part of it")
                .endsWith("if you want another person to look at it.");
    }

    private static Finding finding(Rule rule, Fact... facts) {
        return FactFixtures.finding(null, rule, facts);
    }
}
