package org.meritstream.evidence.judgement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meritstream.events.CriterionStanding.Standing.MET;
import static org.meritstream.events.CriterionStanding.Standing.NOT_MET;
import static org.meritstream.events.CriterionStanding.Standing.UNDETERMINED;
import static org.meritstream.evidence.judgement.Fixtures.COURSE;
import static org.meritstream.evidence.judgement.Fixtures.ESSAY;
import static org.meritstream.evidence.judgement.Fixtures.MORNING;
import static org.meritstream.evidence.judgement.Fixtures.QUIZ;
import static org.meritstream.evidence.judgement.Fixtures.achievement;
import static org.meritstream.evidence.judgement.Fixtures.completed;
import static org.meritstream.evidence.judgement.Fixtures.completion;
import static org.meritstream.evidence.judgement.Fixtures.finding;
import static org.meritstream.evidence.judgement.Fixtures.mark;
import static org.meritstream.evidence.judgement.Fixtures.raw;
import static org.meritstream.evidence.judgement.Fixtures.result;
import static org.meritstream.evidence.judgement.Fixtures.score;
import static org.meritstream.evidence.judgement.Fixtures.share;
import static org.meritstream.evidence.judgement.Fixtures.withdrawal;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.meritstream.events.Attempt;
import org.meritstream.events.AwardResult;
import org.meritstream.events.AwardRule;
import org.meritstream.events.CriterionStanding.Standing;
import org.meritstream.events.Fact;
import org.meritstream.events.ResultStatus;
import org.meritstream.events.Rule;
import org.meritstream.events.Rule.CountingAttempt;
import org.meritstream.events.WithdrawalReason;

class EvaluateDecisionTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Instant EVENING = Instant.parse("2026-03-02T18:00:00Z");
    private static final Rule SIXTY_PERCENT = share(ESSAY, "0.6", CountingAttempt.BEST);

    @ParameterizedTest
    @CsvSource({
        "60, 100, MET",
        "59.999, 100, NOT_MET",
        "6, 10, MET",
        "0, 100, NOT_MET",
        "110, 100, MET",
        "-5, 100, NOT_MET",
        "2, 3, MET",
        "1.8, 3, MET",
        "1.7999999, 3, NOT_MET"
    })
    void comparesAMarkWithTheShareOfItsScale(String mark, String max, Standing expected) {
        assertThat(standing(SIXTY_PERCENT, mark("f", ESSAY, mark, max))).isEqualTo(expected);
    }

    @Test
    void countsTheLowestMarkOfTheScaleAsNothing() {
        Fact fact = result(ESSAY, new org.meritstream.events.Score(dec("0.6"), dec("-1"), dec("1")))
                .as("f");

        assertThat(standing(share(ESSAY, "0.8", CountingAttempt.BEST), fact)).isEqualTo(MET);
    }

    @ParameterizedTest
    @CsvSource(
            value = {"5, null, no-maximum", "5, 0, empty-scale", "0, 0, empty-scale", "5, -1, empty-scale"},
            nullValues = "null")
    void doesNotJudgeAShareOfAScaleWithoutRange(String mark, String max, String reason) {
        Finding finding = finding(SIXTY_PERCENT, mark("f", ESSAY, mark, max));

        assertThat(finding.standing()).isEqualTo(UNDETERMINED);
        assertThat(finding.reason().key()).isEqualTo("finding.score." + reason);
    }

    @Test
    void judgesMarksWithoutLookingAtTheirMaximum() {
        assertThat(standing(raw(ESSAY, "12"), mark("f", ESSAY, "12", null))).isEqualTo(MET);
    }

    @ParameterizedTest
    @EnumSource(value = ResultStatus.class, names = "FINAL", mode = EnumSource.Mode.EXCLUDE)
    void doesNotJudgeWhatIsNotFinal(ResultStatus status) {
        Fact fact = result(ESSAY, score("100", "100")).status(status).as("f");

        assertThat(standing(SIXTY_PERCENT, fact)).isEqualTo(UNDETERMINED);
    }

    @Test
    void tellsNoMarkOfAHiddenResult() {
        Fact fact =
                result(ESSAY, score("87.25", "100")).status(ResultStatus.HIDDEN).as("f");

        assertThat(Words.in("en").say(finding(SIXTY_PERCENT, fact).reason())).doesNotContain("87");
    }

    @Test
    void letsTheBestAttemptCount() {
        assertThat(standing(SIXTY_PERCENT, attempt(1, "80", MORNING), attempt(2, "40", NOON)))
                .isEqualTo(MET);
    }

    @Test
    void letsTheLatestAttemptCount() {
        Rule latest = share(ESSAY, "0.6", CountingAttempt.LATEST);

        assertThat(standing(latest, attempt(1, "80", MORNING), attempt(2, "40", NOON)))
                .isEqualTo(NOT_MET);
    }

    @Test
    void letsTheFirstAttemptCountThoughItWasGradedLast() {
        Rule first = share(ESSAY, "0.6", CountingAttempt.FIRST);
        Fact regraded = result(ESSAY, score("80", "100"))
                .attempt(1)
                .at(MORNING)
                .gradedAt(EVENING)
                .as("r");

        assertThat(standing(first, attempt(2, "90", NOON), attempt(1, "40", MORNING), regraded))
                .isEqualTo(MET);
    }

    @Test
    void restsOnTheBestOfSeveralMarksThatReachTheThreshold() {
        Finding finding = finding(SIXTY_PERCENT, attempt(1, "80", MORNING), attempt(2, "95", NOON));

        assertThat(finding.facts()).containsExactly("attempt-2");
    }

    @Test
    void believesTheNewestOfTwoMarksForOneAttempt() {
        Fact regrade = result(ESSAY, score("40", "100")).attempt(1).at(NOON).as("regrade");

        assertThat(standing(SIXTY_PERCENT, attempt(1, "80", MORNING), regrade)).isEqualTo(NOT_MET);
    }

    @Test
    void takesAMarkThatNamesNoAttemptForTheResultAsAWhole() {
        Fact regrade = result(ESSAY, score("40", "100")).at(NOON).as("whole");

        assertThat(standing(SIXTY_PERCENT, attempt(1, "80", MORNING), regrade)).isEqualTo(NOT_MET);
    }

    @Test
    void forgetsAWithdrawnMark() {
        Finding finding = finding(
                SIXTY_PERCENT, mark("f", ESSAY, "80", "100"), withdrawal("w", ESSAY, WithdrawalReason.CLEARED, NOON));

        assertThat(finding.standing()).isEqualTo(NOT_MET);
        assertThat(finding.facts()).containsExactly("w");
    }

    @Test
    void keepsTheOtherAttemptsWhenOneIsWithdrawn() {
        Fact withdrawn = withdrawal("w", ESSAY, WithdrawalReason.CLEARED, EVENING, new Attempt(2, null, null));

        assertThat(standing(SIXTY_PERCENT, attempt(1, "70", MORNING), attempt(2, "90", NOON), withdrawn))
                .isEqualTo(MET);
    }

    @Test
    void believesAMarkThatCameAfterTheWithdrawal() {
        Fact again = result(ESSAY, score("75", "100")).at(EVENING).as("again");

        assertThat(standing(SIXTY_PERCENT, withdrawal("w", ESSAY, WithdrawalReason.CLEARED, NOON), again))
                .isEqualTo(MET);
    }

    @Test
    void doesNotJudgeSomebodyWhoWasExcused() {
        assertThat(standing(SIXTY_PERCENT, withdrawal("w", ESSAY, WithdrawalReason.EXCUSED, NOON)))
                .isEqualTo(UNDETERMINED);
    }

    @Test
    void takesNeitherASubmissionNorACompletionForAMark() {
        Finding finding = finding(
                SIXTY_PERCENT, completed(ESSAY).score(score("90", "100")).as("f"));

        assertThat(finding.standing()).isEqualTo(NOT_MET);
    }

    @Test
    void leavesMarksOfOtherSourcesAside() {
        Rule elsewhere = new Rule.ScoreAtLeast("moodle", ESSAY, dec("0.6"), Rule.Measure.SHARE, CountingAttempt.BEST);

        assertThat(standing(elsewhere, mark("f", ESSAY, "90", "100"))).isEqualTo(NOT_MET);
    }

    @ParameterizedTest
    @CsvSource({"1, 80, MET", "2, 80, UNDETERMINED", "2, 10, NOT_MET", "3, 80, NOT_MET"})
    void decidesWhatAnOpenPartCanNotChange(int needed, String mark, Standing expected) {
        Rule rule = new Rule.AtLeast(
                needed,
                List.of(
                        share(ESSAY, "0.6", CountingAttempt.BEST),
                        share(QUIZ, "0.6", CountingAttempt.BEST),
                        completion(COURSE)));

        assertThat(standing(rule, mark("f", ESSAY, mark, "100"), mark("open", QUIZ, "5", null)))
                .isEqualTo(expected);
    }

    @Test
    void isEarnedWhenEnoughCriteriaAreMet() {
        var achievement = achievement(new AwardRule(AwardRule.Kind.AT_LEAST, 1), SIXTY_PERCENT, completion(COURSE));

        Evaluation evaluation = EvaluateDecision.evaluate(achievement, List.of(mark("f", ESSAY, "80", "100")), NOON);

        assertThat(evaluation).isInstanceOf(Evaluation.Earned.class);
        assertThat(evaluation.explanation().results()).containsExactly(new AwardResult("c1", score("80", "100"), null));
    }

    @Test
    void isNotYetEarnedWhenACriterionIsMissing() {
        Evaluation evaluation = EvaluateDecision.evaluate(
                achievement(AwardRule.ALL, SIXTY_PERCENT, completion(COURSE)),
                List.of(mark("f", ESSAY, "80", "100")),
                NOON);

        assertThat(evaluation).isInstanceOf(Evaluation.NotYet.class);
    }

    @Test
    void canNotBeJudgedWhenItHangsOnAnOpenCriterion() {
        Evaluation evaluation = EvaluateDecision.evaluate(
                achievement(AwardRule.ALL, SIXTY_PERCENT), List.of(mark("f", ESSAY, "80", null)), NOON);

        assertThat(evaluation).isInstanceOf(Evaluation.CannotBeJudged.class);
    }

    @Test
    void namesNoMarkForACriterionThatRestsOnSeveral() {
        Rule both = new Rule.All(List.of(SIXTY_PERCENT, share(QUIZ, "0.6", CountingAttempt.BEST)));

        Evaluation evaluation = EvaluateDecision.evaluate(
                achievement(AwardRule.ALL, both),
                List.of(mark("f", ESSAY, "80", "100"), mark("g", QUIZ, "9", "10")),
                NOON);

        assertThat(evaluation.explanation().results()).isEmpty();
        assertThat(evaluation.explanation().facts()).containsExactly("f", "g");
    }

    @Test
    void saysInWordsWhatIsMissingAndWhatToDo() {
        Evaluation evaluation = EvaluateDecision.evaluate(
                achievement(AwardRule.ALL, SIXTY_PERCENT), List.of(mark("f", ESSAY, "42.50", "100")), NOON);
        Finding finding = evaluation.explanation().criteria().getFirst().finding();
        Words english = Words.in("en");

        assertThat(english.say(finding.reason()))
                .isEqualTo("A mark of 42.5/100 in assignment/355 (canvas) is below the required 60 %; the best attempt"
                        + " counts.");
        assertThat(finding.next())
                .extracting(english::say)
                .containsExactly("Reach 60 % or more in assignment/355 (canvas).");
        assertThat(english.say(evaluation.explanation().rule()))
                .isEqualTo("Rule of “Data literacy”, version 1: its one criterion.");
    }

    private static Fact attempt(int number, String mark, Instant at) {
        return result(ESSAY, score(mark, "100")).attempt(number).at(at).as("attempt-" + number);
    }

    private static Standing standing(Rule rule, Fact... facts) {
        return finding(rule, facts).standing();
    }

    private static java.math.BigDecimal dec(String number) {
        return new java.math.BigDecimal(number);
    }
}
