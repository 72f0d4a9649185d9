package org.meritstream.issuance.adoption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meritstream.issuance.adoption.AdoptDecisionTest.LATER;
import static org.meritstream.issuance.adoption.AdoptDecisionTest.TEXT;
import static org.meritstream.issuance.adoption.AdoptDecisionTest.adopted;
import static org.meritstream.issuance.adoption.AdoptDecisionTest.decide;
import static org.meritstream.issuance.adoption.AdoptDecisionTest.document;
import static org.meritstream.issuance.adoption.AdoptDecisionTest.held;
import static org.meritstream.issuance.adoption.AdoptDecisionTest.issued;
import static org.meritstream.issuance.adoption.AdoptDecisionTest.said;

import org.junit.jupiter.api.Test;
import org.meritstream.events.AwardConferred;
import org.meritstream.events.CredentialExpired;
import org.meritstream.events.CredentialState;
import org.meritstream.issuance.Fixtures;
import org.meritstream.issuance.SignedFixture;
import org.meritstream.issuance.adoption.AdoptDecision.Outcome;
import org.meritstream.issuance.credential.HeldCredential;

/** What a restored store takes back of the ends of credentials. */
class AdoptExpiryTest {
    private static final AwardConferred AWARD = Fixtures.conferred();

    @Test
    void takesBackThatItIsOver() {
        Recollection said = new Recollection(SignedFixture.ID, "northgate", expired());
        HeldCredential held = held(TEXT, null);

        assertThat(adopted(AdoptDecision.decide(said, held, false)).credential().expiredAt())
                .isEqualTo(LATER);
        assertThat(AdoptDecision.decide(said, held.expired(LATER), false)).isEqualTo(new Outcome.AlreadyThere());
    }

    @Test
    void knowsWhenWhatItTakesBackEnds() {
        String ending = TEXT.replace("\"awardedDate\":", "\"validUntil\":\"2028-11-20T10:15:31Z\",\"awardedDate\":");

        assertThat(adopted(decide(said(issued(), document(ending, CredentialState.ISSUED), null), null))
                        .credential()
                        .validUntil())
                .isEqualTo("2028-11-20T10:15:31Z");
        assertThat(adopted(decide(said(issued(), document(TEXT, CredentialState.ISSUED), null), null))
                        .credential()
                        .validUntil())
                .isNull();
    }

    private static CredentialExpired expired() {
        return new CredentialExpired(
                "northgate", SignedFixture.ID, AWARD.award(), AWARD.learner(), AWARD.achievement(), 1, LATER);
    }
}
