package org.meritstream.walletsync.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.meritstream.events.Channel;
import org.meritstream.events.CredentialDelivered;
import org.meritstream.walletsync.wallet.Facts;
import org.meritstream.walletsync.wallet.Offer;
import org.meritstream.walletsync.wallet.Refusal;

class DeliverDecisionTest {
    private static final Offer DOWNLOADED = Facts.waiting().delivered(new Offer.Delivery(Channel.DOWNLOAD, Facts.NOON));

    @Test
    void recordsTheFirstCopy() {
        var result = DeliverDecision.decide(Facts.waiting(), Facts.delivery(Channel.DOWNLOAD), Facts.NOON);

        assertThat(result)
                .isEqualTo(new DeliverDecision.Result.Delivered(
                        DOWNLOADED,
                        new CredentialDelivered(
                                Facts.NORTHGATE, Facts.ADA, Facts.CREDENTIAL, Channel.DOWNLOAD, Facts.NOON)));
    }

    @Test
    void recordsASecondCopyThroughTheSameChannelNotAgain() {
        assertThat(DeliverDecision.decide(DOWNLOADED, Facts.delivery(Channel.DOWNLOAD), Facts.NOON))
                .isEqualTo(new DeliverDecision.Result.DeliveredBefore());
    }

    @Test
    void recordsEachChannelByItself() {
        assertThat(DeliverDecision.decide(DOWNLOADED, Facts.delivery(Channel.CLAIM_PAGE), Facts.NOON))
                .isInstanceOf(DeliverDecision.Result.Delivered.class);
    }

    @Test
    void letsTheLearnerKeepACopyOfWhatWasRevoked() {
        assertThat(DeliverDecision.decide(Facts.revokedOffer(), Facts.delivery(Channel.DOWNLOAD), Facts.NOON))
                .isInstanceOf(DeliverDecision.Result.Delivered.class);
    }

    @Test
    void refusesWhatIsNotOffered() {
        assertThat(DeliverDecision.decide(null, Facts.delivery(Channel.DOWNLOAD), Facts.NOON))
                .isEqualTo(new DeliverDecision.Result.Refused(Refusal.NOT_OFFERED));
    }
}
