package org.meritstream.evidence.awards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meritstream.evidence.awards.Awarded.earned;
import static org.meritstream.evidence.awards.Awarded.flagged;
import static org.meritstream.evidence.awards.Awarded.held;
import static org.meritstream.evidence.awards.Awarded.kept;
import static org.meritstream.evidence.awards.Awarded.withdrawn;
import static org.meritstream.evidence.awards.Awarded.withheld;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.meritstream.events.AwardWithdrawalReason;
import org.meritstream.events.RegradePolicy;
import org.meritstream.events.ReleasePolicy;
import org.meritstream.evidence.awards.Award.Basis;
import org.meritstream.evidence.awards.Award.Regard;
import org.meritstream.evidence.awards.Award.Stand;
import org.meritstream.evidence.awards.SettleDecision.Met;
import org.meritstream.evidence.awards.SettleDecision.Settlement;
import org.meritstream.evidence.awards.SettleDecision.Standing;

class SettleDecisionTest {
    private static final Basis BETTER = new Basis(List.of("fact-2"), List.of(), List.of(), List.of());
    private static final Release APPROVED = new Release(ReleasePolicy.AFTER_APPROVAL, null);
    private static final Met FIRST = new Met(1, APPROVED, Awarded.BASIS);
    private static final Met SECOND = new Met(2, APPROVED, Awarded.BASIS);

    @Test
    void earnsTheNewestVersionThatIsMet() {
        assertThat(SettleDecision.decide(List.of(), meeting(FIRST, SECOND))).isEqualTo(new Settlement.Earn(1, SECOND));
    }

    @Test
    void earnsNothingForSomebodyUnknown() {
        Standing unknown = new Standing(false, List.of(FIRST), Set.of(), RegradePolicy.KEEP);

        assertThat(SettleDecision.decide(List.of(), unknown)).isInstanceOf(Settlement.Nothing.class);
    }

    @Test
    void earnsNothingWhenNothingIsMet() {
        assertThat(SettleDecision.decide(List.of(), meeting())).isInstanceOf(Settlement.Nothing.class);
    }

    @Test
    void earnsNoSecondAwardWhileOneIsHeld() {
        assertThat(SettleDecision.decide(List.of(held()), meeting(FIRST, SECOND)))
                .isInstanceOf(Settlement.Nothing.class);
    }

    @Test
    void withdrawsAnEarnedAwardThatIsMetNoMore() {
        for (Award award : List.of(earned(), withheld())) {
            assertThat(SettleDecision.decide(List.of(award), meeting(SECOND)))
                    .isEqualTo(new Settlement.Withdraw(award, AwardWithdrawalReason.NO_LONGER_EARNED));
        }
    }

    @Test
    void rebasesAnEarnedAwardThatRestsOnOtherFactsNow() {
        Met better = new Met(1, APPROVED, BETTER);

        assertThat(SettleDecision.decide(List.of(earned()), meeting(better)))
                .isEqualTo(new Settlement.Rebase(earned(), BETTER));
    }

    @Test
    void leavesAnEarnedAwardThatRestsOnTheSameFacts() {
        assertThat(SettleDecision.decide(List.of(earned()), meeting(FIRST))).isInstanceOf(Settlement.Nothing.class);
    }

    @Test
    void countsOnAfterAWithdrawnAward() {
        assertThat(SettleDecision.decide(List.of(withdrawn(AwardWithdrawalReason.REGRADED)), meeting(FIRST)))
                .isEqualTo(new Settlement.Earn(2, FIRST));
    }

    @Test
    void followsThePolicyWhenAHeldAwardIsMetNoMore() {
        assertThat(SettleDecision.decide(List.of(held()), unmet(RegradePolicy.KEEP)))
                .isInstanceOf(Settlement.Nothing.class);
        assertThat(SettleDecision.decide(List.of(held()), unmet(RegradePolicy.FLAG)))
                .isEqualTo(new Settlement.Flag(held()));
        assertThat(SettleDecision.decide(List.of(held()), unmet(RegradePolicy.SUSPEND)))
                .isEqualTo(new Settlement.Suspend(held()));
        assertThat(SettleDecision.decide(List.of(held()), unmet(RegradePolicy.WITHDRAW)))
                .isEqualTo(new Settlement.Withdraw(held(), AwardWithdrawalReason.REGRADED));
    }

    @ParameterizedTest
    @EnumSource
    void undoesNothingByWhatCannotBeJudged(RegradePolicy policy) {
        Standing undetermined = new Standing(true, List.of(), Set.of(), policy);

        assertThat(SettleDecision.decide(List.of(held()), undetermined)).isInstanceOf(Settlement.Nothing.class);
    }

    @ParameterizedTest
    @EnumSource
    void asksNobodyTwice(RegradePolicy policy) {
        assertThat(SettleDecision.decide(List.of(flagged()), unmet(policy))).isInstanceOf(Settlement.Nothing.class);
        assertThat(SettleDecision.decide(List.of(kept()), unmet(policy))).isInstanceOf(Settlement.Nothing.class);
    }

    @Test
    void leavesNothingToDecideOnceItIsMetAgain() {
        assertThat(SettleDecision.decide(List.of(flagged()), meeting(FIRST)))
                .isEqualTo(new Settlement.Unflag(flagged()));
        assertThat(SettleDecision.decide(List.of(kept()), meeting(FIRST))).isEqualTo(new Settlement.Unflag(kept()));
    }

    @Test
    void leavesARestoredAwardThatIsNotConferredYet() {
        Award restored = Awarded.award(2, new Stand.Earned(Awarded.LATER), Regard.KEPT);

        assertThat(SettleDecision.decide(List.of(restored), unmet(RegradePolicy.SUSPEND)))
                .isInstanceOf(Settlement.Nothing.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"ISSUED_IN_ERROR", "MISCONDUCT", "REQUESTED_BY_LEARNER", "OTHER"})
    void awardsNothingAgainForTheFactsOfWhatARegistrarWithdrew(AwardWithdrawalReason reason) {
        assertThat(SettleDecision.decide(List.of(withdrawn(reason)), meeting(FIRST, SECOND)))
                .isInstanceOf(Settlement.Nothing.class);
    }

    @Test
    void awardsAgainForOtherFactsWhatARegistrarWithdrew() {
        Met better = new Met(1, APPROVED, new Basis(List.of("fact-1", "fact-2"), List.of(), List.of(), List.of()));

        assertThat(SettleDecision.decide(
                        List.of(withdrawn(AwardWithdrawalReason.ISSUED_IN_ERROR)), meeting(FIRST, better)))
                .isEqualTo(new Settlement.Earn(2, better));
    }

    private static Standing meeting(Met... met) {
        return new Standing(true, List.of(met), Set.of(), RegradePolicy.KEEP);
    }

    private static Standing unmet(RegradePolicy policy) {
        return new Standing(true, List.of(), Set.of(1), policy);
    }
}
