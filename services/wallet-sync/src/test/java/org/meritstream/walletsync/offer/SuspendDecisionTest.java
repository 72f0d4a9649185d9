package org.meritstream.walletsync.offer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.meritstream.events.CredentialReinstated;
import org.meritstream.events.CredentialSuspended;
import org.meritstream.walletsync.offer.SuspendDecision.Result;
import org.meritstream.walletsync.wallet.Facts;
import org.meritstream.walletsync.wallet.Offer;
import org.meritstream.walletsync.wallet.OfferState;

class SuspendDecisionTest {
    private static final Offer HELD = Facts.waiting();
    private static final CredentialSuspended FIRST = Facts.suspended(Facts.ADA, Facts.CREDENTIAL, 1);
    private static final CredentialReinstated OVER = Facts.reinstated(Facts.ADA, Facts.CREDENTIAL, 1);
    private static final Offer SUSPENDED = HELD.suspended(new Offer.Suspension(1, FIRST.suspendedAt()));
    private static final Offer REINSTATED = HELD.suspended(new Offer.Suspension(1, null));

    @Test
    void letsTheOfferStandAndSaysSinceWhenItIsSuspended() {
        assertThat(SuspendDecision.suspend(HELD, FIRST)).isEqualTo(new Result.Changed(SUSPENDED));
        assertThat(SUSPENDED.state()).isEqualTo(OfferState.OFFERED);
        assertThat(SUSPENDED.suspendedAt()).isEqualTo(FIRST.suspendedAt());
    }

    @Test
    void endsTheSuspension() {
        assertThat(SuspendDecision.reinstate(SUSPENDED, OVER)).isEqualTo(new Result.Changed(REINSTATED));
        assertThat(REINSTATED.suspendedAt()).isNull();
    }

    @Test
    void suspendsAgainUnderTheNextNumber() {
        CredentialSuspended second = Facts.suspended(Facts.ADA, Facts.CREDENTIAL, 2);

        assertThat(SuspendDecision.suspend(REINSTATED, second))
                .isEqualTo(new Result.Changed(HELD.suspended(new Offer.Suspension(2, second.suspendedAt()))));
    }

    @Test
    void goesByTheNumberAndNotByTheOrderOfArrival() {
        Offer endFirst = ((Result.Changed) SuspendDecision.reinstate(HELD, OVER)).offer();

        assertThat(SuspendDecision.suspend(endFirst, FIRST)).isEqualTo(new Result.KnownBefore());
        assertThat(SuspendDecision.reinstate(HELD.suspended(new Offer.Suspension(2, Facts.NOON)), OVER))
                .isEqualTo(new Result.KnownBefore());
    }

    @Test
    void remembersEachOnce() {
        assertThat(SuspendDecision.suspend(SUSPENDED, FIRST)).isEqualTo(new Result.KnownBefore());
        assertThat(SuspendDecision.reinstate(REINSTATED, OVER)).isEqualTo(new Result.KnownBefore());
    }

    @Test
    void remembersASuspensionHeardOfBeforeTheIssueAndOffersItThen() {
        Offer unseen = ((Result.Changed) SuspendDecision.suspend(null, FIRST)).offer();

        assertThat(OfferDecision.decide(unseen, Facts.issued(), Facts.NOON))
                .isInstanceOfSatisfying(
                        OfferDecision.Result.Offered.class,
                        offered -> assertThat(offered.offer()).isEqualTo(SUSPENDED));
    }

    @Test
    void saysNothingOfASuspensionOfWhatWasRevoked() {
        assertThat(SUSPENDED.revoked(Facts.revocation()).suspendedAt()).isNull();
    }
}
