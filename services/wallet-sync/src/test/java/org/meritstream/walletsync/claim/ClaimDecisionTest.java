package org.meritstream.walletsync.claim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.meritstream.walletsync.wallet.Facts;

class ClaimDecisionTest {
    private static final Claim FRESH =
            new Claim(Facts.NORTHGATE, Facts.ADA, Facts.CREDENTIAL, Facts.NOON.plusSeconds(60), null);

    @Test
    void opensBeforeItsTimeIsOver() {
        assertThat(ClaimDecision.decide(FRESH, Facts.NOON)).isEqualTo(new ClaimDecision.Result.Open(FRESH));
    }

    @Test
    void isOverAtTheVeryMomentItExpires() {
        assertThat(ClaimDecision.decide(FRESH, FRESH.expiresAt())).isEqualTo(new ClaimDecision.Result.Expired(FRESH));
    }

    @Test
    void saysThatItWasSpentEvenAfterItsTime() {
        Claim spent = new Claim(Facts.NORTHGATE, Facts.ADA, Facts.CREDENTIAL, FRESH.expiresAt(), Facts.NOON);

        assertThat(ClaimDecision.decide(spent, FRESH.expiresAt().plusSeconds(1)))
                .isEqualTo(new ClaimDecision.Result.Spent(spent));
    }

    @Test
    void isUnknownWhenTheStoreHoldsNone() {
        assertThat(ClaimDecision.decide(null, Facts.NOON)).isEqualTo(new ClaimDecision.Result.Unknown());
    }
}
