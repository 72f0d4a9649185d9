package org.meritstream.evidence.learn;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.meritstream.evidence.judgement.Fixtures.AMINA;
import static org.meritstream.evidence.judgement.Fixtures.COURSE;
import static org.meritstream.evidence.judgement.Fixtures.ESSAY;
import static org.meritstream.evidence.judgement.Fixtures.MORNING;
import static org.meritstream.evidence.judgement.Fixtures.NORTHGATE;
import static org.meritstream.evidence.judgement.Fixtures.achievement;
import static org.meritstream.evidence.judgement.Fixtures.completion;
import static org.meritstream.evidence.judgement.Fixtures.mark;
import static org.meritstream.evidence.judgement.Fixtures.share;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.meritstream.events.AchievementPublished;
import org.meritstream.events.AwardRule;
import org.meritstream.events.AwardWithdrawalReason;
import org.meritstream.events.Fact;
import org.meritstream.events.Rule;
import org.meritstream.events.Rule.CountingAttempt;
import org.meritstream.events.WithholdingReason;
import org.meritstream.evidence.awards.Award;
import org.meritstream.evidence.awards.Release;
import org.meritstream.evidence.catalogue.AchievementKey;
import org.meritstream.evidence.dossiers.Dossier;
import org.meritstream.evidence.dossiers.Reasons;
import org.meritstream.evidence.judgement.EvaluateDecision;
import org.meritstream.evidence.judgement.Evaluation;
import org.meritstream.evidence.judgement.Words;
import org.meritstream.evidence.learn.StandDecision.Stand;
import org.meritstream.evidence.learners.LearnerKey;

class StandDecisionTest {
    private static final AchievementPublished BOTH =
            achievement(AwardRule.ALL, share(ESSAY, "0.6", CountingAttempt.BEST), completion(COURSE));
    private static final AchievementPublished EITHER = achievement(
            new AwardRule(AwardRule.Kind.ANY, 0), share(ESSAY, "0.6", CountingAttempt.BEST), completion(COURSE));

    @Test
    void asksForWhatIsMissing() {
        assertThat(StandDecision.decide(progress(BOTH, List.of(), mark("a", ESSAY, "58", "100"))))
                .isEqualTo(new Stand.ToDo());
    }

    @Test
    void waitsOnlyWhereNothingIsLeftToDo() {
        AchievementPublished reviewed = achievement(
                AwardRule.ALL,
                new Rule.All(List.of(
                        new Rule.Artifact("report", List.of()), new Rule.Review(null, 1, 0, CountingAttempt.LATEST))));
        Fact handedIn = new Fact.Artifact("f", "report", 1, "sha-256:" + "a".repeat(64), "application/pdf", MORNING);

        assertThat(StandDecision.decide(progress(reviewed, List.of()))).isEqualTo(new Stand.ToDo());
        assertThat(StandDecision.decide(progress(reviewed, List.of(), handedIn)))
                .isEqualTo(new Stand.Waiting());
        assertThat(Said.all(progress(reviewed, List.of(), handedIn), Words.in("en")))
                .singleElement()
                .extracting(Said::look)
                .as("nobody has looked at it, so it is no failure")
                .isEqualTo("state-unsure");
    }

    @Test
    void waitsForTheInstitutionWhereOneEarnedIt() {
        Award award = award(1, new Award.Stand.Earned(null));

        assertThat(StandDecision.decide(progress(BOTH, List.of(award)))).isEqualTo(new Stand.Earned(award));
    }

    @Test
    void isHeldWhateverTheResultsSayMeanwhile() {
        Award.Stand.Conferred since = new Award.Stand.Conferred(MORNING, null);
        Award award = award(1, since);

        assertThat(StandDecision.decide(progress(BOTH, List.of(award), mark("a", ESSAY, "10", "100"))))
                .isEqualTo(new Stand.Held(award, since));
    }

    @ParameterizedTest
    @CsvSource({"HOLD, Ask it if you do not know why.", "PAUSE, there is nothing for you to do."})
    void saysWhyAnAwardIsHeldBack(WithholdingReason reason, String said) {
        Award withheld = award(1, new Award.Stand.Withheld(MORNING, reason));

        Top top = Top.of(progress(BOTH, List.of(withheld)), Words.in("en"));

        assertThat(top.state())
                .startsWith("Earned, but")
                .contains("2 March 2026")
                .endsWith(said);
        assertThat(top.todo()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(AwardWithdrawalReason.class)
    void hasWordsForEveryReasonOfAWithdrawal(AwardWithdrawalReason reason) {
        Award first = award(1, new Award.Stand.Withdrawn(null, MORNING, reason));

        assertThat(ProgressPage.awards(List.of(first), Words.in("ar")))
                .singleElement(as(InstanceOfAssertFactories.STRING))
                .doesNotContain("learn.award")
                .contains("2 مارس 2026");
    }

    @Test
    void asksAnewAfterAWithdrawal() {
        Award withdrawn = award(1, new Award.Stand.Withdrawn(null, MORNING, AwardWithdrawalReason.NO_LONGER_EARNED));

        assertThat(StandDecision.decide(progress(BOTH, List.of(withdrawn)))).isEqualTo(new Stand.ToDo());
    }

    @ParameterizedTest
    @CsvSource({"en, One more of these is enough:", "de, Eines davon genügt noch:", "ar, يكفي واحد آخر من هذه:"})
    void saysHowManyOfTheOpenOnesAreEnough(String language, String said) {
        Top top = Top.of(progress(EITHER, List.of(), mark("a", ESSAY, "58", "100")), Words.in(language));

        assertThat(top.choice()).isEqualTo(said);
        assertThat(top.todo()).hasSize(2);
    }

    @Test
    void asksForNothingMoreOfWhoEarnedIt() {
        Top top = Top.of(progress(BOTH, List.of(award(1, new Award.Stand.Earned(null)))), Words.in("en"));

        assertThat(top.todo()).isEmpty();
        assertThat(top.state()).startsWith("Earned on 2 March 2026.");
    }

    @Test
    void showsTheVersionThatWasAwardedAndOtherwiseTheNewest() {
        Dossier first = dossier(BOTH, 1);
        Dossier second = dossier(BOTH, 2);
        var versions = Map.of(first.achievement(), BOTH, second.achievement(), BOTH);

        assertThat(Progress.all(List.of(first, second), List.of(), versions))
                .extracting(Progress::dossier)
                .containsExactly(second);
        assertThat(Progress.all(List.of(first, second), List.of(award(1, new Award.Stand.Earned(null))), versions))
                .extracting(Progress::dossier)
                .containsExactly(first);
    }

    private static Progress progress(AchievementPublished version, List<Award> awards, Fact... facts) {
        return new Progress(version, dossier(version, version.version(), facts), awards);
    }

    private static Dossier dossier(AchievementPublished version, int number, Fact... facts) {
        Evaluation evaluation = EvaluateDecision.evaluate(version, List.of(facts), MORNING);
        return new Dossier(
                new UUID(0, number),
                new LearnerKey(NORTHGATE, AMINA),
                new AchievementKey(NORTHGATE, version.achievement(), number),
                1,
                Dossier.Outcome.of(evaluation),
                Reasons.of(evaluation.explanation()),
                MORNING);
    }

    private static Award award(int version, Award.Stand stand) {
        return new Award(
                new UUID(1, version),
                new LearnerKey(NORTHGATE, AMINA),
                BOTH.achievement(),
                version,
                1,
                Release.of(BOTH.definition()),
                new Award.Basis(List.of(), List.of(), List.of(), List.of()),
                "cause",
                MORNING,
                stand,
                Award.Regard.NONE);
    }
}
