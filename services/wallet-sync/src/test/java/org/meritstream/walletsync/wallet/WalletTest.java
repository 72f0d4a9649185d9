package org.meritstream.walletsync.wallet;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class WalletTest {
    private static final UUID NEXT = new UUID(7, 7);
    private static final UUID LAST = new UUID(8, 8);

    @Test
    void leadsFromWhatWasRevokedToTheLastThatTookItsPlace() {
        Wallet wallet = blank().with(Facts.revokedOffer().superseded(NEXT))
                .with(offer(NEXT).revoked(Facts.revocation()).superseded(LAST))
                .with(offer(LAST));

        assertThat(wallet.standing(Facts.CREDENTIAL)).isEqualTo(offer(LAST));
    }

    @Test
    void leavesAnOfferThatStandsWhereItIs() {
        Offer renewed = Facts.waiting().superseded(NEXT);

        assertThat(blank().with(renewed).with(offer(NEXT)).standing(renewed.credential()))
                .isEqualTo(renewed);
    }

    @Test
    void staysWithWhatWasRevokedWhileNothingTookItsPlaceOrThatIsNotKnownYet() {
        Offer superseded = Facts.revokedOffer().superseded(NEXT);

        assertThat(blank().with(Facts.revokedOffer()).standing(Facts.CREDENTIAL))
                .isEqualTo(Facts.revokedOffer());
        assertThat(blank().with(superseded).standing(Facts.CREDENTIAL)).isEqualTo(superseded);
        assertThat(blank().with(superseded)
                        .with(Offer.supersededUnseen(NEXT, LAST))
                        .standing(Facts.CREDENTIAL))
                .isEqualTo(superseded);
    }

    @Test
    void endsThoughTwoNamedEachOther() {
        Wallet circle = blank().with(Facts.revokedOffer().superseded(NEXT))
                .with(offer(NEXT).revoked(Facts.revocation()).superseded(Facts.CREDENTIAL));

        assertThat(circle.standing(Facts.CREDENTIAL)).isNotNull();
    }

    @Test
    void knowsNothingOfWhatItDoesNotHave() {
        assertThat(blank().standing(NEXT)).isNull();
    }

    private static Wallet blank() {
        return Wallet.blank(Facts.NORTHGATE, Facts.ADA);
    }

    private static Offer offer(UUID credential) {
        return Offer.of(credential, requireNonNull(Facts.waiting().issue()));
    }
}
