package org.meritstream.walletsync.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.meritstream.events.CredentialSuperseded;
import org.meritstream.walletsync.wallet.Facts;
import org.meritstream.walletsync.wallet.Offer;

class SupersedeDecisionTest {
    private static final UUID NEXT = new UUID(7, 7);
    private static final Offer HELD = Facts.waiting();
    private static final CredentialSuperseded SUPERSEDED = new CredentialSuperseded(
            "northgate", HELD.credential(), new UUID(1, 1), new UUID(2, 2), "data-literacy", 1, NEXT, Facts.NOON, null);

    @Test
    void remembersTheSuccessor() {
        assertThat(SupersedeDecision.decide(HELD, SUPERSEDED))
                .isEqualTo(new SupersedeDecision.Result.Superseded(HELD.superseded(NEXT)));
    }

    @Test
    void keepsThatItWasRevoked() {
        assertThat(SupersedeDecision.decide(Facts.revokedOffer(), SUPERSEDED))
                .isInstanceOfSatisfying(
                        SupersedeDecision.Result.Superseded.class,
                        superseded ->
                                assertThat(superseded.offer().revocation()).isNotNull());
    }

    @Test
    void remembersASuccessorHeardOfBeforeTheIssue() {
        assertThat(SupersedeDecision.decide(null, SUPERSEDED))
                .isInstanceOfSatisfying(
                        SupersedeDecision.Result.Superseded.class,
                        superseded -> assertThat(superseded.offer().issue()).isNull());
    }

    @Test
    void remembersItOnce() {
        assertThat(SupersedeDecision.decide(HELD.superseded(NEXT), SUPERSEDED))
                .isEqualTo(new SupersedeDecision.Result.SupersededBefore());
    }
}
