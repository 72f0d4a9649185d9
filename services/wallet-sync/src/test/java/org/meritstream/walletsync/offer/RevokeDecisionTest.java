package org.meritstream.walletsync.offer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.meritstream.walletsync.wallet.Facts;
import org.meritstream.walletsync.wallet.Offer;
import org.meritstream.walletsync.wallet.OfferState;

class RevokeDecisionTest {

    @Test
    void revokesAnOfferThatWaits() {
        var result = RevokeDecision.decide(Facts.waiting(), Facts.revoked());

        assertThat(result)
                .isInstanceOfSatisfying(
                        RevokeDecision.Result.Revoked.class,
                        revoked -> assertThat(revoked.offer().state()).isEqualTo(OfferState.REVOKED));
    }

    @Test
    void keepsThatItWasCollected() {
        Offer collected = Facts.waiting().collected(Facts.NOON);

        var result = RevokeDecision.decide(collected, Facts.revoked());

        assertThat(result)
                .isInstanceOfSatisfying(
                        RevokeDecision.Result.Revoked.class,
                        revoked -> assertThat(revoked.offer().collectedAt()).isEqualTo(Facts.NOON));
    }

    @Test
    void remembersARevocationHeardOfBeforeTheIssue() {
        assertThat(RevokeDecision.decide(null, Facts.revoked())).isInstanceOf(RevokeDecision.Result.Revoked.class);
    }

    @Test
    void keepsTheFirstReason() {
        assertThat(RevokeDecision.decide(Facts.revokedOffer(), Facts.revoked()))
                .isEqualTo(new RevokeDecision.Result.RevokedBefore());
    }
}
