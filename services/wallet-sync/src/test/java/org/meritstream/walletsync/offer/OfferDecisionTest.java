package org.meritstream.walletsync.offer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.meritstream.events.OfferCreated;
import org.meritstream.walletsync.wallet.Facts;
import org.meritstream.walletsync.wallet.Offer;
import org.meritstream.walletsync.wallet.OfferState;

class OfferDecisionTest {

    @Test
    void offersACredentialHeardOfForTheFirstTime() {
        var result = OfferDecision.decide(null, Facts.issued(), Facts.NOON);

        assertThat(result)
                .isEqualTo(new OfferDecision.Result.Offered(
                        Facts.waiting(), new OfferCreated(Facts.NORTHGATE, Facts.ADA, Facts.CREDENTIAL, Facts.NOON)));
    }

    @Test
    void offersNothingTwice() {
        assertThat(OfferDecision.decide(Facts.waiting(), Facts.issued(), Facts.NOON))
                .isEqualTo(new OfferDecision.Result.OfferedBefore());
    }

    @Test
    void announcesNoOfferOfACredentialRevokedBefore() {
        Offer revoked = Offer.revokedUnseen(Facts.CREDENTIAL, Facts.revocation());

        var result = OfferDecision.decide(revoked, Facts.issued(), Facts.NOON);

        assertThat(result).isInstanceOfSatisfying(OfferDecision.Result.RevokedBefore.class, before -> {
            assertThat(before.offer()).isEqualTo(Facts.revokedOffer());
            assertThat(before.offer().state()).isEqualTo(OfferState.REVOKED);
        });
    }
}
