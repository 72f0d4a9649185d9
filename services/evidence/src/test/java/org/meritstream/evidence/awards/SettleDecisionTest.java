package org.meritstream.evidence.awards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meritstream.evidence.judgement.Fixtures.AMINA;
import static org.meritstream.evidence.judgement.Fixtures.MORNING;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.meritstream.events.AwardWithdrawalReason;
import org.meritstream.events.ReleasePolicy;
import org.meritstream.evidence.awards.Award.Basis;
import org.meritstream.evidence.awards.SettleDecision.Met;
import org.meritstream.evidence.awards.SettleDecision.Settlement;
import org.meritstream.evidence.learners.LearnerKey;

class SettleDecisionTest {
    private static final Basis BASIS = new Basis(List.of("fact-1"), List.of(), List.of(), List.of());
    private static final Basis BETTER = new Basis(List.of("fact-2"), List.of(), List.of(), List.of());
    private static final Release APPROVED = new Release(ReleasePolicy.AFTER_APPROVAL, null);
    private static final Met FIRST = new Met(1, APPROVED, BASIS);
    private static final Met SECOND = new Met(2, APPROVED, BASIS);

    @Test
    void earnsTheNewestVersionThatIsMet() {
        assertThat(SettleDecision.decide(true, List.of(), List.of(FIRST, SECOND)))
                .isEqualTo(new Settlement.Earn(1, SECOND));
    }

    @Test
    void earnsNothingForSomebodyUnknown() {
        assertThat(SettleDecision.decide(false, List.of(), List.of(FIRST))).isInstanceOf(Settlement.Nothing.class);
    }

    @Test
    void earnsNothingWhenNothingIsMet() {
        assertThat(SettleDecision.decide(true, List.of(), List.of())).isInstanceOf(Settlement.Nothing.class);
    }

    @Test
    void earnsNoSecondAwardWhileOneIsHeld() {
        Award held = earned().conferred(MORNING);

        assertThat(SettleDecision.decide(true, List.of(held), List.of(FIRST, SECOND)))
                .isInstanceOf(Settlement.Nothing.class);
    }

    @Test
    void keepsAConferredAwardThatIsMetNoMore() {
        Award held = earned().conferred(MORNING);

        assertThat(SettleDecision.decide(true, List.of(held), List.of())).isInstanceOf(Settlement.Nothing.class);
    }

    @Test
    void withdrawsAnEarnedAwardThatIsMetNoMore() {
        assertThat(SettleDecision.decide(true, List.of(earned()), List.of(SECOND)))
                .isEqualTo(new Settlement.Withdraw(earned()));
    }

    @Test
    void rebasesAnEarnedAwardThatRestsOnOtherFactsNow() {
        Met better = new Met(1, APPROVED, BETTER);

        assertThat(SettleDecision.decide(true, List.of(earned()), List.of(better)))
                .isEqualTo(new Settlement.Rebase(earned(), BETTER));
    }

    @Test
    void leavesAnEarnedAwardThatRestsOnTheSameFacts() {
        assertThat(SettleDecision.decide(true, List.of(earned()), List.of(FIRST)))
                .isInstanceOf(Settlement.Nothing.class);
    }

    @Test
    void countsOnAfterAWithdrawnAward() {
        Award withdrawn = earned().withdrawn(MORNING, AwardWithdrawalReason.NO_LONGER_EARNED);

        assertThat(SettleDecision.decide(true, List.of(withdrawn), List.of(FIRST)))
                .isEqualTo(new Settlement.Earn(2, FIRST));
    }

    private static Award earned() {
        return new Award(
                AMINA,
                new LearnerKey("northgate", AMINA),
                "data-literacy",
                1,
                1,
                APPROVED,
                BASIS,
                "fact-1",
                MORNING,
                new Award.Stand.Earned(null));
    }
}
