package org.meritstream.evidence.rulings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meritstream.evidence.judgement.Fixtures.MORNING;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.meritstream.events.Achievement;
import org.meritstream.events.AwardRule;
import org.meritstream.events.Fact;
import org.meritstream.events.ReleasePolicy;
import org.meritstream.events.Rule.CountingAttempt;
import org.meritstream.evidence.judgement.Fixtures;
import org.meritstream.evidence.rulings.EnterRulingDecision.Case;
import org.meritstream.evidence.rulings.EnterRulingDecision.Ruling;

class EnterRulingDecisionTest {
    private static final Achievement PUBLISHED = Fixtures.version(
                    Fixtures.NORTHGATE,
                    1,
                    ReleasePolicy.AT_ONCE,
                    AwardRule.ALL,
                    Fixtures.share(Fixtures.ESSAY, "0.5", CountingAttempt.BEST))
            .definition();
    private static final Case SOUND = new Case(true, List.of(PUBLISHED));
    private static final Fact.Misconduct FOUND = new Fact.Misconduct("found", null, false, MORNING);
    private static final Fact.Cleared CLEARED = new Fact.Cleared("cleared", "found", MORNING);

    @Test
    void holdsForEveryCriterionOfAPublishedAchievement() {
        assertThat(EnterRulingDecision.decide(SOUND, null, FOUND)).isEqualTo(new Ruling.Hold(FOUND));
    }

    @Test
    void holdsForACriterionOfAnyVersion() {
        String criterion = PUBLISHED.criteria().getFirst().id();

        assertThat(EnterRulingDecision.decide(SOUND, criterion, FOUND)).isEqualTo(new Ruling.Hold(FOUND));
    }

    @Test
    void refusesACriterionOfNoVersion() {
        assertThat(EnterRulingDecision.decide(SOUND, "no-such", FOUND)).isEqualTo(new Ruling.UnknownCriterion());
    }

    @Test
    void refusesSomebodyWhomTheRosterDoesNotKnow() {
        Case stranger = new Case(false, List.of(PUBLISHED));

        assertThat(EnterRulingDecision.decide(stranger, null, FOUND)).isEqualTo(new Ruling.UnknownLearner());
    }

    @Test
    void refusesAnAchievementThatIsNotPublished() {
        Case draft = new Case(true, List.of());

        assertThat(EnterRulingDecision.decide(draft, null, FOUND)).isEqualTo(new Ruling.UnknownAchievement());
    }

    @Test
    void clearsWhatWasFound() {
        assertThat(EnterRulingDecision.clear(List.of(FOUND), CLEARED)).isEqualTo(new Ruling.Hold(CLEARED));
    }

    @Test
    void clearsNothingTwice() {
        Fact.Cleared again = new Fact.Cleared("again", "found", MORNING);

        assertThat(EnterRulingDecision.clear(List.of(FOUND, CLEARED), again)).isEqualTo(new Ruling.HeldBefore());
    }

    @Test
    void refusesToClearWhatWasNeverFound() {
        assertThat(EnterRulingDecision.clear(List.of(), CLEARED)).isEqualTo(new Ruling.UnknownMisconduct());
    }
}
