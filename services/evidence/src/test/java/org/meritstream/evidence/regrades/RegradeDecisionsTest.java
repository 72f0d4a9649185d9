package org.meritstream.evidence.regrades;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meritstream.evidence.awards.Awarded.earned;
import static org.meritstream.evidence.awards.Awarded.flagged;
import static org.meritstream.evidence.awards.Awarded.held;
import static org.meritstream.evidence.awards.Awarded.kept;
import static org.meritstream.evidence.awards.Awarded.neverHeld;
import static org.meritstream.evidence.awards.Awarded.next;
import static org.meritstream.evidence.awards.Awarded.withdrawn;
import static org.meritstream.evidence.awards.Awarded.withheld;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.meritstream.events.AwardWithdrawalReason;
import org.meritstream.events.DecideFlag.Decision;
import org.meritstream.evidence.awards.Award;
import org.meritstream.evidence.regrades.DecideFlagDecision.Decided;
import org.meritstream.evidence.regrades.RestoreDecision.Restoration;
import org.meritstream.evidence.regrades.WithdrawDecision.Withdrawal;

class RegradeDecisionsTest {
    private static final Award SUSPENDED = withdrawn(AwardWithdrawalReason.SUSPENDED);

    @Test
    void keepsOrWithdrawsWhatStands() {
        assertThat(decide(flagged(), Decision.KEEP)).isEqualTo(new Decided.Keep(flagged()));
        assertThat(decide(flagged(), Decision.WITHDRAW)).isEqualTo(new Decided.Withdraw(flagged()));
    }

    @Test
    void restoresOrConfirmsWhatWasSuspended() {
        assertThat(decide(SUSPENDED, Decision.KEEP)).isEqualTo(new Decided.Restore(SUSPENDED, 2));
        assertThat(decide(SUSPENDED, Decision.WITHDRAW)).isEqualTo(new Decided.Confirm(SUSPENDED));
    }

    @Test
    void decidesNothingThatNobodyAsks() {
        for (Award award : List.of(held(), kept(), earned(), withdrawn(AwardWithdrawalReason.REGRADED))) {
            for (Decision decision : Decision.values()) {
                assertThat(decide(award, decision)).isEqualTo(new Decided.NotFlagged(award));
            }
        }
        assertThat(DecideFlagDecision.decide(null, List.of(), Decision.KEEP)).isEqualTo(new Decided.Unknown());
    }

    @Test
    void withdrawsWhatStandsOnce() {
        for (Award award : List.of(earned(), withheld(), held(), flagged())) {
            assertThat(WithdrawDecision.decide(award)).isEqualTo(new Withdrawal.Withdraw(award));
        }
        assertThat(WithdrawDecision.decide(SUSPENDED)).isEqualTo(new Withdrawal.Already(SUSPENDED));
        assertThat(WithdrawDecision.decide(null)).isEqualTo(new Withdrawal.Unknown());
    }

    @Test
    void restoresWhatWasHeldUnderTheNextNumber() {
        Award error = withdrawn(AwardWithdrawalReason.ISSUED_IN_ERROR);

        assertThat(RestoreDecision.decide(error, List.of(error))).isEqualTo(new Restoration.Restore(error, 2));
        assertThat(RestoreDecision.decide(SUSPENDED, List.of(SUSPENDED)))
                .isEqualTo(new Restoration.Restore(SUSPENDED, 2));
    }

    @Test
    void restoresNothingWhileAnAwardStands() {
        assertThat(RestoreDecision.decide(held(), List.of(held()))).isEqualTo(new Restoration.Stands(held()));
        assertThat(RestoreDecision.decide(SUSPENDED, List.of(SUSPENDED, next(2))))
                .isEqualTo(new Restoration.Stands(next(2)));
    }

    @Test
    void restoresNothingThatWasNeverHeldByThePerson() {
        Award linked = withdrawn(AwardWithdrawalReason.LEARNER_LINKED);

        assertThat(RestoreDecision.decide(neverHeld(), List.of(neverHeld())))
                .isEqualTo(new Restoration.NeverHeld(neverHeld()));
        assertThat(RestoreDecision.decide(linked, List.of(linked))).isEqualTo(new Restoration.NeverHeld(linked));
        assertThat(RestoreDecision.decide(null, List.of())).isEqualTo(new Restoration.Unknown());
    }

    private static Decided decide(Award award, Decision decision) {
        return DecideFlagDecision.decide(award, List.of(award), decision);
    }
}
