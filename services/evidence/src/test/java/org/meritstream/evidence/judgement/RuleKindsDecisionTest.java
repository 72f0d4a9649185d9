package org.meritstream.evidence.judgement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meritstream.events.CriterionStanding.Standing.MET;
import static org.meritstream.events.CriterionStanding.Standing.NOT_MET;
import static org.meritstream.events.CriterionStanding.Standing.UNDETERMINED;
import static org.meritstream.evidence.judgement.FactFixtures.REPORT;
import static org.meritstream.evidence.judgement.FactFixtures.artifact;
import static org.meritstream.evidence.judgement.FactFixtures.day;
import static org.meritstream.evidence.judgement.Fixtures.ESSAY;
import static org.meritstream.evidence.judgement.Fixtures.QUIZ;
import static org.meritstream.evidence.judgement.Fixtures.mark;
import static org.meritstream.evidence.judgement.Fixtures.score;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meritstream.events.AssessmentKind;
import org.meritstream.events.Attempt;
import org.meritstream.events.CriterionStanding.Standing;
import org.meritstream.events.Fact;
import org.meritstream.events.ResultStatus;
import org.meritstream.events.Rule;
import org.meritstream.events.Rule.CountingAttempt;
import org.meritstream.events.Rule.Weighted.Part;

/** Outcomes, artifacts, credentials and weighted totals. */
class RuleKindsDecisionTest {
    private static final String OUTCOME = "outcome/17";
    private static final Rule MASTERED = new Rule.Outcome("canvas", OUTCOME, null, CountingAttempt.LATEST);
    private static final Rule GOOD = new Rule.Outcome("canvas", OUTCOME, "good", CountingAttempt.BEST);
    private static final Rule PDF = new Rule.Artifact(REPORT, List.of("application/pdf"));
    private static final Rule STATISTICS = new Rule.Credential("statistics", null);
    private static final Rule TOTAL =
            new Rule.Weighted(new BigDecimal("0.6"), List.of(part(ESSAY, "3"), part(QUIZ, "1")));

    @ParameterizedTest
    @CsvSource(
            value = {"true, MET", "false, NOT_MET", "null, UNDETERMINED"},
            nullValues = "null")
    void takesTheSendersWordForAnOutcome(@Nullable Boolean passed, Standing expected) {
        assertThat(standing(MASTERED, rated(null, passed))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"3.5, MET", "2, MET", "1.99, NOT_MET", "-1, NOT_MET"})
    void takesPointsForALevel(String points, Standing expected) {
        assertThat(standing(GOOD, rated(points, null))).isEqualTo(expected);
    }

    @Test
    void namesTheLevelThatThePointsReach() {
        Finding finding = finding(GOOD, rated("3", null));

        assertThat(Grounds.of(finding.grounds()).level()).isEqualTo("good");
        assertThat(Words.in("en").say(finding.reason()))
                .isEqualTo("3/4 in outcome/17 (canvas) is the level “Good”; “Good” is required.");
    }

    @Test
    void doesNotGuessALevelWithoutPoints() {
        assertThat(standing(GOOD, rated(null, true))).isEqualTo(UNDETERMINED);
    }

    @Test
    void takesNoMarkForAnOutcome() {
        assertThat(standing(MASTERED, mark("f", OUTCOME, "4", "4"))).isEqualTo(NOT_MET);
    }

    @Test
    void takesWorkThatIsHandedIn() {
        assertThat(standing(PDF, artifact("a", 1, "0"))).isEqualTo(MET);
    }

    @Test
    void saysWhichKindsOfFileWillDo() {
        Fact picture = new Fact.Artifact("a", REPORT, 1, "sha-256:" + "0".repeat(64), "image/png", day(1));

        Finding finding = finding(PDF, picture);

        assertThat(finding.standing()).isEqualTo(NOT_MET);
        assertThat(FactFixtures.next(finding)).containsExactly("Hand in the work “report” as one of: application/pdf.");
    }

    @Test
    void asksForWorkThatIsNotThere() {
        assertThat(standing(new Rule.Artifact("poster", List.of()), artifact("a", 1, "0")))
                .isEqualTo(NOT_MET);
    }

    @Test
    void takesACredentialThatIsValid() {
        assertThat(standing(STATISTICS, held(null, day(101)))).isEqualTo(MET);
    }

    @Test
    void takesNoCredentialThatHasExpired() {
        Finding finding = finding(STATISTICS, held(null, day(100)));

        assertThat(finding.reason().key()).isEqualTo("finding.credential.expired");
    }

    @Test
    void takesNoCredentialThatWasRevoked() {
        Finding finding = finding(STATISTICS, held(null, null), new Fact.Lost("l", "credential-1", day(3), null));

        assertThat(finding.reason().key()).isEqualTo("finding.credential.lost");
    }

    @Test
    void takesNoCredentialOfAnotherIssuer() {
        assertThat(standing(STATISTICS, held("did:web:elsewhere.example", null)))
                .isEqualTo(NOT_MET);
    }

    @ParameterizedTest
    @CsvSource({"60, 60, MET", "80, 0, MET", "79.99, 0, NOT_MET", "40, 100, NOT_MET", "50, 90, MET"})
    void weighsEachMarkByItsShareOfAllWeights(String essay, String quiz, Standing expected) {
        assertThat(standing(TOTAL, mark("e", ESSAY, essay, "100"), mark("q", QUIZ, quiz, "100")))
                .isEqualTo(expected);
    }

    @Test
    void addsSharesOfDifferentScalesWithoutRounding() {
        Rule thirds = new Rule.Weighted(new BigDecimal("0.5"), List.of(part(ESSAY, "1"), part(QUIZ, "1")));

        assertThat(standing(thirds, mark("e", ESSAY, "1", "3"), mark("q", QUIZ, "2", "3")))
                .isEqualTo(MET);
    }

    @Test
    void countsAMissingMarkAsNothingAndSaysSo() {
        Finding finding = finding(TOTAL, mark("e", ESSAY, "70", "100"));

        assertThat(finding.standing()).isEqualTo(NOT_MET);
        assertThat(Words.in("en").say(finding.reason()))
                .isEqualTo("The weighted total of 52.5 % is below the required 60 %.");
        assertThat(FactFixtures.next(finding))
                .containsExactly("Reach a weighted total of 60 % or more.", "Get a mark in quiz/12 (canvas).");
    }

    @Test
    void keepsATotalOpenThatHangsOnAMarkWithoutItsMaximum() {
        assertThat(standing(TOTAL, mark("e", ESSAY, "70", "100"), mark("q", QUIZ, "9", null)))
                .isEqualTo(UNDETERMINED);
    }

    @Test
    void tellsTheTotalAsTheMark() {
        assertThat(finding(TOTAL, mark("e", ESSAY, "90", "100")).mark()).isEqualTo(score("0.675000000000", "1"));
    }

    private static Fact rated(@Nullable String points, @Nullable Boolean passed) {
        return new Fact.Completed(
                "f",
                "canvas",
                OUTCOME,
                AssessmentKind.MASTERY,
                Attempt.UNKNOWN,
                points == null ? null : score(points, "4"),
                passed,
                ResultStatus.FINAL,
                day(1),
                null,
                day(1),
                null);
    }

    private static Fact held(@Nullable String issuer, @Nullable Instant until) {
        return new Fact.Held("h", "statistics", issuer, "credential-1", day(1), until, null);
    }

    private static Part part(String activity, String weight) {
        return new Part("canvas", activity, new BigDecimal(weight), CountingAttempt.BEST);
    }

    private static Standing standing(Rule rule, Fact... facts) {
        return finding(rule, facts).standing();
    }

    private static Finding finding(Rule rule, Fact... facts) {
        return FactFixtures.finding(null, rule, facts);
    }
}
