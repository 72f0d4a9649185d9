package org.meritstream.evidence.judgement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meritstream.events.CriterionStanding.Standing.MET;
import static org.meritstream.events.CriterionStanding.Standing.NOT_MET;
import static org.meritstream.evidence.judgement.FactFixtures.artifact;
import static org.meritstream.evidence.judgement.FactFixtures.atMost;
import static org.meritstream.evidence.judgement.FactFixtures.attempts;
import static org.meritstream.evidence.judgement.FactFixtures.coolDown;
import static org.meritstream.evidence.judgement.FactFixtures.day;
import static org.meritstream.evidence.judgement.FactFixtures.due;
import static org.meritstream.evidence.judgement.FactFixtures.dueOrLate;
import static org.meritstream.evidence.judgement.FactFixtures.extraAttempts;
import static org.meritstream.evidence.judgement.FactFixtures.finding;
import static org.meritstream.evidence.judgement.FactFixtures.misconduct;
import static org.meritstream.evidence.judgement.FactFixtures.next;
import static org.meritstream.evidence.judgement.Fixtures.COURSE;
import static org.meritstream.evidence.judgement.Fixtures.ESSAY;
import static org.meritstream.evidence.judgement.Fixtures.MORNING;
import static org.meritstream.evidence.judgement.Fixtures.completed;
import static org.meritstream.evidence.judgement.Fixtures.completion;
import static org.meritstream.evidence.judgement.Fixtures.result;
import static org.meritstream.evidence.judgement.Fixtures.score;
import static org.meritstream.evidence.judgement.Fixtures.share;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meritstream.events.AwardRule;
import org.meritstream.events.CriterionStanding.Standing;
import org.meritstream.events.Fact;
import org.meritstream.events.Resubmission;
import org.meritstream.events.Resubmission.CarryOver;
import org.meritstream.events.Rule;
import org.meritstream.events.Rule.CountingAttempt;

/** How attempts are counted, refused, penalised, owed and forfeited. */
class ResubmissionDecisionTest {
    private static final Rule BEST = share(ESSAY, "0.6", CountingAttempt.BEST);
    private static final Rule LATEST = share(ESSAY, "0.6", CountingAttempt.LATEST);
    private static final Duration TWO_DAYS = Duration.ofDays(2);

    @Test
    void takesNoMoreAttemptsThanThereAre() {
        Finding finding = finding(atMost(2), BEST, essay(1, "40"), essay(2, "50"), essay(3, "90"));

        assertThat(finding.standing()).isEqualTo(NOT_MET);
        assertThat(attempts(finding)).containsExactly("1 attempt.judged", "2 attempt.judged", "3 attempt.too-many");
        assertThat(next(finding))
                .containsExactly("No attempt is left. Ask the awarding institution whether it grants another one.");
    }

    @Test
    void saysHowManyAttemptsAreLeft() {
        assertThat(next(finding(atMost(2), BEST, essay(1, "40"))))
                .containsExactly("Reach 60 % or more in assignment/355 (canvas).", "1 attempt is left.");
    }

    @Test
    void believesTheSendersCountWhereAnAttemptWasNeverTold() {
        assertThat(attempts(finding(atMost(2), BEST, essay(1, "40"), essay(3, "90"))))
                .containsExactly("1 attempt.judged", "3 attempt.too-many");
    }

    @Test
    void refusesWhatComesTooSoonAndUsesUpNoAttemptForIt() {
        Resubmission policy = new Resubmission(2, TWO_DAYS, null, null, CarryOver.NOTHING);

        Finding finding = finding(policy, BEST, essay(1, "40"), essay(2, "90"), essay(3, "70"));

        assertThat(attempts(finding)).containsExactly("1 attempt.judged", "2 attempt.too-soon", "2 attempt.judged");
        assertThat(finding.standing()).isEqualTo(MET);
    }

    @Test
    void saysFromWhenTheNextAttemptIsTaken() {
        assertThat(next(finding(coolDown(TWO_DAYS), BEST, essay(1, "40"))))
                .contains("The next attempt can be handed in from 5 March 2026 at 09:00 UTC.");
    }

    @Test
    void refusesWhatIsLateWhereNothingLateIsTaken() {
        Finding finding = finding(due(day(1)), BEST, essay(1, "40"), essay(2, "90"));

        assertThat(attempts(finding)).containsExactly("1 attempt.judged", "2 attempt.late");
        assertThat(finding.standing()).isEqualTo(NOT_MET);
    }

    @ParameterizedTest
    @CsvSource({"1, 60, MET", "2, 66, NOT_MET", "2, 67, MET", "3, 74, NOT_MET", "3, 75, MET", "9, 99, NOT_MET"})
    void takesAShareOfTheMarkOffForEachDayBegun(int handedIn, String mark, Standing expected) {
        assertThat(finding(dueOrLate(day(1), "0.1", "0.5"), BEST, essay(handedIn, mark))
                        .standing())
                .isEqualTo(expected);
    }

    @Test
    void takesNoMoreOffThanItSays() {
        Finding finding = finding(dueOrLate(day(1), "0.1", "0.3"), BEST, essay(60, "90"));

        assertThat(finding.mark()).isEqualTo(score("63.0", "100"));
        assertThat(attempts(finding)).containsExactly("60 attempt.judged-late");
    }

    @Test
    void judgesNothingAfterTheAttemptThatMetWhereMetIsMet() {
        Resubmission carrying = new Resubmission(null, null, null, null, CarryOver.MET);

        Finding finding = finding(carrying, LATEST, essay(1, "80"), essay(2, "10"));

        assertThat(finding.standing()).isEqualTo(MET);
        assertThat(attempts(finding)).containsExactly("1 attempt.judged", "2 attempt.met-before");
    }

    @Test
    void letsALaterAttemptUndoAnEarlierOneWhereNothingCarriesOver() {
        assertThat(finding(FactFixtures.NO_LIMITS, LATEST, essay(1, "80"), essay(2, "10"))
                        .standing())
                .isEqualTo(NOT_MET);
    }

    @Test
    void judgesEveryAttemptOfAPartThoughMetIsMet() {
        Resubmission carrying = new Resubmission(null, null, null, null, CarryOver.MET);
        Rule total = new Rule.Weighted(
                new BigDecimal("0.6"),
                List.of(new Rule.Weighted.Part("canvas", ESSAY, BigDecimal.ONE, CountingAttempt.BEST)));

        assertThat(finding(carrying, total, essay(1, "10"), essay(2, "90")).standing())
                .isEqualTo(MET);
    }

    @Test
    void recognisesTheSameWorkHandedInAgain() {
        Rule report = new Rule.Artifact(FactFixtures.REPORT, List.of());

        assertThat(attempts(finding(atMost(1), report, artifact("a", 1, "0"), artifact("b", 2, "0"))))
                .contains("2 attempt.identical");
    }

    @Test
    void grantsFurtherAttemptsToWhomTheyAreOwed() {
        assertThat(finding(atMost(2), BEST, essay(1, "40"), essay(2, "50"), essay(3, "90"), extraAttempts(1))
                        .standing())
                .isEqualTo(MET);
    }

    @Test
    void waivesTheCoolDownForWhomItIsOwed() {
        Fact waived = new Fact.Accommodation("accommodation", null, 0, true, null, MORNING);

        assertThat(finding(coolDown(TWO_DAYS), BEST, essay(1, "40"), essay(2, "90"), waived)
                        .standing())
                .isEqualTo(MET);
    }

    @Test
    void movesTheDeadlineForWhomItIsOwed() {
        Fact later = new Fact.Accommodation("accommodation", "c1", 0, false, day(5), MORNING);

        assertThat(finding(due(day(1)), BEST, essay(2, "90"), later).standing()).isEqualTo(MET);
        assertThat(finding(due(day(9)), BEST, essay(8, "90"), later).standing()).isEqualTo(MET);
    }

    @Test
    void neverLetsAnAccommodationDoHarm() {
        Resubmission policy = new Resubmission(2, TWO_DAYS, null, null, CarryOver.NOTHING);
        Fact waived = new Fact.Accommodation("accommodation", "c1", 0, true, null, MORNING);

        assertThat(finding(policy, BEST, essay(1, "40"), essay(2, "10"), essay(3, "70"), waived)
                        .standing())
                .isEqualTo(MET);
    }

    @Test
    void saysOfAnAccommodationThatItHoldsAndNothingElse() {
        var criterion = EvaluateDecision.evaluate(
                        FactFixtures.achievement(atMost(1), AwardRule.ALL, BEST), List.of(extraAttempts(1)), day(1))
                .explanation()
                .criteria()
                .getFirst();

        assertThat(criterion.remarks()).containsExactly(Phrase.of("remark.accommodation", "fact", "accommodation"));
    }

    @Test
    void countsNothingHandedInBeforeMisconductWasFound() {
        Finding finding = finding(null, BEST, essay(1, "90"), misconduct(day(2), false));

        assertThat(finding.standing()).isEqualTo(NOT_MET);
        assertThat(attempts(finding)).containsExactly("1 attempt.misconduct");
    }

    @Test
    void countsWorkThatWasGradedAfterButHandedInBeforeAsForfeited() {
        Fact gradedLater = result(ESSAY, score("90", "100"))
                .attempt(1)
                .at(day(1))
                .gradedAt(day(9))
                .as("late-grade");

        assertThat(finding(null, BEST, gradedLater, misconduct(day(2), false)).standing())
                .isEqualTo(NOT_MET);
    }

    @Test
    void letsSomebodyTryAgainAfterMisconductUnlessItBars() {
        assertThat(finding(null, BEST, essay(1, "90"), misconduct(day(2), false), essay(3, "80"))
                        .standing())
                .isEqualTo(MET);
        Finding barred = finding(null, BEST, essay(1, "90"), misconduct(day(2), true), essay(3, "80"));
        assertThat(barred.standing()).isEqualTo(NOT_MET);
        assertThat(barred.next()).containsExactly(Phrase.of("next.attempts.barred"));
    }

    @Test
    void forgetsMisconductThatWasCleared() {
        Fact cleared = new Fact.Cleared("c", "misconduct", day(5));

        assertThat(finding(null, BEST, essay(1, "90"), misconduct(day(2), true), cleared)
                        .standing())
                .isEqualTo(MET);
    }

    @Test
    void forfeitsACompletionAsWell() {
        Fact done = completed(COURSE).at(day(1)).as("done");

        assertThat(finding(null, completion(COURSE), done, misconduct(day(2), false))
                        .reason()
                        .key())
                .isEqualTo("finding.completion.misconduct");
    }

    @Test
    void saysNothingOfAttemptsWhereNoPolicyDoes() {
        Finding finding = finding(null, BEST, essay(1, "40"), essay(2, "50"));

        assertThat(finding.grounds()).isNull();
    }

    /** An attempt that was handed in on the day of its number. */
    private static Fact essay(int number, String mark) {
        return result(ESSAY, score(mark, "100")).attempt(number).at(day(number)).as("essay-" + number);
    }
}
