package org.meritstream.evidence.judgement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meritstream.evidence.judgement.FactFixtures.REPORT;
import static org.meritstream.evidence.judgement.FactFixtures.artifact;
import static org.meritstream.evidence.judgement.FactFixtures.atMost;
import static org.meritstream.evidence.judgement.FactFixtures.coolDown;
import static org.meritstream.evidence.judgement.FactFixtures.day;
import static org.meritstream.evidence.judgement.FactFixtures.due;
import static org.meritstream.evidence.judgement.FactFixtures.dueOrLate;
import static org.meritstream.evidence.judgement.FactFixtures.extraAttempts;
import static org.meritstream.evidence.judgement.FactFixtures.misconduct;
import static org.meritstream.evidence.judgement.Fixtures.ESSAY;
import static org.meritstream.evidence.judgement.Fixtures.share;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.meritstream.events.AwardRule;
import org.meritstream.events.Fact;
import org.meritstream.events.Resubmission;
import org.meritstream.events.Resubmission.CarryOver;
import org.meritstream.events.Rule;
import org.meritstream.events.Rule.CountingAttempt;
import org.meritstream.evidence.judgement.AdmitDecision.Entry;
import org.meritstream.evidence.judgement.AdmitDecision.Work;

/** What becomes of work that is handed in, under every policy. */
class AdmitDecisionTest {
    private static final Rule ANY_KIND = new Rule.Artifact(REPORT, List.of());
    private static final Rule PDF = new Rule.Artifact(REPORT, List.of("application/pdf", "text/plain"));
    private static final Rule REVIEWED =
            new Rule.All(List.of(ANY_KIND, new Rule.Review(null, 1, 0, CountingAttempt.BEST)));

    @Test
    void takesTheFirstTry() {
        assertThat(decide(null, PDF, work("a"), 1)).isEqualTo(new Entry.Taken(1, List.of()));
    }

    @Test
    void numbersTriesOneAfterTheOther() {
        assertThat(decide(null, PDF, work("c"), 3, artifact("f1", 1, "a"), artifact("f2", 2, "b")))
                .isEqualTo(new Entry.Taken(3, List.of()));
    }

    @Test
    void givesNoNumberTwiceWhereTwoAccountsOfAPersonUsedTheSame() {
        assertThat(decide(null, PDF, work("c"), 3, artifact("f1", 1, "a"), artifact("f2", 1, "b")))
                .isEqualTo(new Entry.Taken(3, List.of()));
    }

    @Test
    void recognisesTheSameWorkWithoutUsingUpAnything() {
        assertThat(decide(atMost(2), PDF, work("a"), 2, artifact("f1", 1, "a")))
                .isEqualTo(new Entry.Identical(1, List.of(Phrase.of("next.attempts.left", "left", "1"))));
    }

    @Test
    void recognisesTheSameWorkBeforeAnyOtherReasonToRefuseIt() {
        assertThat(decide(atMost(1), PDF, work("a"), 2, artifact("f1", 1, "a"))).isInstanceOf(Entry.Identical.class);
    }

    @Test
    void refusesAKindOfFileThatWillNotDoAndSaysWhichWill() {
        Work movie = new Work(REPORT, digest("a"), "video/mp4");

        assertThat(decide(atMost(2), PDF, movie, 1))
                .isEqualTo(new Entry.WrongKind(
                        List.of("application/pdf", "text/plain"),
                        List.of(Phrase.of("next.attempts.left", "left", "2"))));
    }

    @Test
    void takesNoMoreThanThereAre() {
        assertThat(decide(atMost(1), PDF, work("b"), 2, artifact("f1", 1, "a")))
                .isEqualTo(new Entry.NotAdmitted(
                        Phrase.of("attempt.too-many", "maximum", "1"), List.of(Phrase.of("next.attempts.none"))));
    }

    @Test
    void takesOneMoreWhereItIsOwed() {
        assertThat(decide(atMost(1), PDF, work("b"), 2, artifact("f1", 1, "a"), extraAttempts(1)))
                .isEqualTo(new Entry.Taken(2, List.of(Phrase.of("next.attempts.left", "left", "1"))));
    }

    @Test
    void refusesWhatComesTooSoonAndSaysFromWhen() {
        Entry entry = decide(coolDown(Duration.ofDays(2)), PDF, work("b"), 2, artifact("f1", 1, "a"));

        assertThat(entry)
                .isEqualTo(new Entry.NotAdmitted(
                        Phrase.of("attempt.too-soon", "from", day(3).toString()),
                        List.of(Phrase.of("next.attempts.from", "from", day(3).toString()))));
        assertThat(decide(coolDown(Duration.ofDays(2)), PDF, work("b"), 3, artifact("f1", 1, "a")))
                .isEqualTo(new Entry.Taken(2, List.of(Phrase.of("next.attempts.from", "from", day(3).toString()))));
    }

    @Test
    void refusesWhatComesTooLateAndSaysUntilWhen() {
        assertThat(decide(due(day(1)), PDF, work("a"), 2))
                .isEqualTo(new Entry.NotAdmitted(
                        Phrase.of("attempt.late", "due", day(1).toString()),
                        List.of(Phrase.of("next.attempts.due", "due", day(1).toString()))));
    }

    @Test
    void takesWhatComesLateWhereLatenessCosts() {
        Entry entry = decide(dueOrLate(day(1), "0.1", "0.5"), PDF, work("a"), 2);

        assertThat(entry)
                .isInstanceOfSatisfying(
                        Entry.Taken.class,
                        taken -> assertThat(taken.left())
                                .extracting(Phrase::key)
                                .containsExactly("next.attempts.due-or-late"));
    }

    @Test
    void takesNothingAfterMisconductThatBars() {
        assertThat(decide(null, PDF, work("b"), 3, artifact("f1", 1, "a"), misconduct(day(2), true)))
                .isEqualTo(
                        new Entry.NotAdmitted(Phrase.of("attempt.barred"), List.of(Phrase.of("next.attempts.barred"))));
    }

    @Test
    void asksNotAgainForWhatIsMetForGood() {
        Resubmission policy = new Resubmission(null, null, null, null, CarryOver.MET);

        assertThat(decide(policy, PDF, work("b"), 2, artifact("f1", 1, "a")))
                .isEqualTo(new Entry.MetAlready("Criterion 1"));
    }

    @Test
    void takesAnotherTryWhileTheReviewersAreNotSatisfied() {
        Resubmission policy = new Resubmission(null, null, null, null, CarryOver.MET);
        Fact failed = FactFixtures.verdict("r1", 1, "reviewer", false);

        assertThat(decide(policy, REVIEWED, work("b"), 2, artifact("f1", 1, "a"), failed))
                .isEqualTo(new Entry.Taken(2, List.of()));
    }

    @Test
    void knowsNoWorkThatNoCriterionAsksFor() {
        assertThat(decide(null, share(ESSAY, "0.6", CountingAttempt.BEST), work("a"), 1))
                .isEqualTo(new Entry.NotAsked());
    }

    @Test
    void takesWhatOneOfSeveralCriteriaTakes() {
        Work movie = new Work(REPORT, digest("a"), "video/mp4");

        assertThat(AdmitDecision.decide(
                        FactFixtures.achievement(null, AwardRule.ALL, PDF, ANY_KIND), List.of(), movie, day(1)))
                .isEqualTo(new Entry.Taken(1, List.of()));
    }

    @Test
    void foreseesWhatBecomesOfATryBeforeThereIsOne() {
        Fact first = artifact("f1", 1, "a");

        assertThat(foresee(atMost(2), PDF, 2, first))
                .isEqualTo(new Entry.Taken(2, List.of(Phrase.of("next.attempts.left", "left", "1"))));
        assertThat(foresee(coolDown(Duration.ofDays(2)), PDF, 2, first)).isInstanceOf(Entry.NotAdmitted.class);
        assertThat(foresee(new Resubmission(null, null, null, null, CarryOver.MET), PDF, 2, first))
                .isInstanceOf(Entry.MetAlready.class);
        assertThat(foresee(null, share(ESSAY, "0.6", CountingAttempt.BEST), 2)).isEqualTo(new Entry.NotAsked());
    }

    /** The first is met by a document; only a movie is still of use. */
    @Test
    void foreseesATryWhereOneOfSeveralCriteriaWillTakeIt() {
        Rule movie = new Rule.Artifact(REPORT, List.of("video/mp4"));
        Resubmission policy = new Resubmission(null, null, null, null, CarryOver.MET);

        assertThat(AdmitDecision.foresee(
                        FactFixtures.achievement(policy, AwardRule.ALL, PDF, movie),
                        List.of(artifact("f1", 1, "a")),
                        REPORT,
                        day(2)))
                .isEqualTo(new Entry.Taken(2, List.of()));
    }

    private static Entry foresee(@Nullable Resubmission policy, Rule rule, int day, Fact... facts) {
        return AdmitDecision.foresee(
                FactFixtures.achievement(policy, AwardRule.ALL, rule), List.of(facts), REPORT, day(day));
    }

    private static Entry decide(@Nullable Resubmission policy, Rule rule, Work work, int day, Fact... facts) {
        Instant now = day(day);
        return AdmitDecision.decide(FactFixtures.achievement(policy, AwardRule.ALL, rule), List.of(facts), work, now);
    }

    private static Work work(String content) {
        return new Work(REPORT, digest(content), "application/pdf");
    }

    private static String digest(String content) {
        return "sha-256:" + content.repeat(64);
    }
}
