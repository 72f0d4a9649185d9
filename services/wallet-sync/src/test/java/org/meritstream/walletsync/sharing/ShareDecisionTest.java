package org.meritstream.walletsync.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.meritstream.events.Visibility;
import org.meritstream.events.VisibilityChanged;
import org.meritstream.walletsync.wallet.Facts;
import org.meritstream.walletsync.wallet.Offer;
import org.meritstream.walletsync.wallet.Refusal;
import org.meritstream.walletsync.wallet.Sharing;

class ShareDecisionTest {
    private static final Sharing PUBLIC = new Sharing(Visibility.PUBLIC, Facts.NOON);
    private static final Offer SHARED = Facts.waiting().shared(PUBLIC);

    @Test
    void sharesWhatWasPrivate() {
        var result = ShareDecision.decide(Facts.waiting(), Facts.change(Visibility.PUBLIC), Facts.NOON);

        assertThat(result)
                .isEqualTo(new ShareDecision.Result.Changed(
                        PUBLIC,
                        new VisibilityChanged(
                                Facts.NORTHGATE, Facts.ADA, Facts.CREDENTIAL, Visibility.PUBLIC, Facts.NOON)));
    }

    @Test
    void announcesNothingWhenItIsSoAlready() {
        var later = Facts.NOON.plusSeconds(1);

        assertThat(ShareDecision.decide(SHARED, Facts.change(Visibility.PUBLIC), later))
                .isEqualTo(new ShareDecision.Result.Confirmed(new Sharing(Visibility.PUBLIC, later)));
    }

    @Test
    void letsTheLaterDecisionStandHoweverTheyArrive() {
        assertThat(ShareDecision.decide(SHARED, Facts.change(Visibility.PRIVATE), Facts.NOON.minusSeconds(1)))
                .isEqualTo(new ShareDecision.Result.Refused(Refusal.OVERTAKEN));
    }

    @Test
    void refusesToShareWhatWasRevoked() {
        assertThat(ShareDecision.decide(Facts.revokedOffer(), Facts.change(Visibility.PUBLIC), Facts.NOON))
                .isEqualTo(new ShareDecision.Result.Refused(Refusal.REVOKED));
    }

    @Test
    void hidesWhatWasRevokedWhileShared() {
        Offer revoked = SHARED.revoked(Facts.revocation());

        assertThat(ShareDecision.decide(revoked, Facts.change(Visibility.PRIVATE), Facts.NOON))
                .isInstanceOf(ShareDecision.Result.Changed.class);
    }

    @Test
    void refusesWhatIsNotOffered() {
        assertThat(ShareDecision.decide(null, Facts.change(Visibility.PUBLIC), Facts.NOON))
                .isEqualTo(new ShareDecision.Result.Refused(Refusal.NOT_OFFERED));
    }
}
