package org.meritstream.walletsync.offer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.meritstream.events.Channel;
import org.meritstream.events.OfferCollected;
import org.meritstream.walletsync.wallet.Facts;
import org.meritstream.walletsync.wallet.Refusal;

class CollectDecisionTest {

    @Test
    void collectsAnOfferThatWaits() {
        var result = CollectDecision.decide(Facts.waiting(), Facts.collect(), Facts.NOON);

        assertThat(result)
                .isEqualTo(new CollectDecision.Result.Collected(
                        Facts.waiting().collected(Facts.NOON),
                        new OfferCollected(
                                Facts.NORTHGATE, Facts.ADA, Facts.CREDENTIAL, Channel.CLAIM_PAGE, Facts.NOON)));
    }

    @Test
    void collectsNothingTwice() {
        assertThat(CollectDecision.decide(Facts.waiting().collected(Facts.NOON), Facts.collect(), Facts.NOON))
                .isEqualTo(new CollectDecision.Result.CollectedBefore());
    }

    @Test
    void refusesWhenTheCredentialWasRevoked() {
        assertThat(CollectDecision.decide(Facts.revokedOffer(), Facts.collect(), Facts.NOON))
                .isEqualTo(new CollectDecision.Result.Refused(Refusal.REVOKED));
    }

    @Test
    void refusesWhatIsNotOffered() {
        assertThat(CollectDecision.decide(null, Facts.collect(), Facts.NOON))
                .isEqualTo(new CollectDecision.Result.Refused(Refusal.NOT_OFFERED));
    }
}
