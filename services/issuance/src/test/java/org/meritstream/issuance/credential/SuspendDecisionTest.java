package org.meritstream.issuance.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.meritstream.events.SuspensionReason;
import org.meritstream.issuance.SignedFixture;
import org.meritstream.issuance.credential.SuspendDecision.Outcome;
import org.meritstream.issuance.credential.SuspendDecision.Refusal;

class SuspendDecisionTest {
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    private static final HeldCredential STANDS = SignedFixture.suspendable("zProof");

    @Test
    void suspendsForTheFirstTime() {
        assertThat(decide(STANDS)).isEqualTo(new Outcome.Suspend(STANDS.suspension(since(1, NOW))));
    }

    @Test
    void suspendsAgainUnderTheNextNumber() {
        HeldCredential reinstated = STANDS.suspension(ended(1, NOW.minusSeconds(1)));

        assertThat(decide(reinstated)).isEqualTo(new Outcome.Suspend(STANDS.suspension(since(2, NOW))));
    }

    @Test
    void leavesTheFirstSuspensionStanding() {
        HeldCredential suspended =
                STANDS.suspension(new Suspension(1, Instant.EPOCH, SuspensionReason.UNDER_REVIEW, null));

        assertThat(decide(suspended))
                .isEqualTo(new Outcome.AlreadySuspended(
                        suspended.suspension(suspended.suspension().askedAgain(NOW))));
    }

    @Test
    void doesNotSuspendByWhatWasAskedBeforeItWasReinstated() {
        HeldCredential reinstated = STANDS.suspension(ended(1, NOW));

        assertThat(decide(reinstated)).isEqualTo(new Outcome.Refused(Refusal.OVERTAKEN));
    }

    @Test
    void doesNotSuspendByWhatWasAskedBeforeSomebodyAskedForItToStandAsItDid() {
        HeldCredential asked = STANDS.suspension(Suspension.NEVER.askedAgain(NOW));

        assertThat(decide(asked)).isEqualTo(new Outcome.Refused(Refusal.OVERTAKEN));
    }

    @Test
    void suspendsByWhatIsAskedAfterThat() {
        Suspension asked = Suspension.NEVER.askedAgain(NOW.minusSeconds(1));

        assertThat(decide(STANDS.suspension(asked)))
                .isEqualTo(new Outcome.Suspend(STANDS.suspension(asked.begun(SuspensionReason.SUSPECTED_ERROR, NOW))));
    }

    @Test
    void keepsTheLatestOfTheTimesAtWhichItWasAskedFor() {
        Suspension later = since(1, NOW).askedAgain(NOW.plusSeconds(1));

        assertThat(later.askedAgain(NOW)).isEqualTo(later);
    }

    @Test
    void suspendsWhatIsOver() {
        assertThat(decide(STANDS.expired(Instant.EPOCH))).isInstanceOf(Outcome.Suspend.class);
    }

    @Test
    void suspendsNothingThatWasRevoked() {
        assertThat(decide(STANDS.revoked(NOW))).isEqualTo(new Outcome.Refused(Refusal.REVOKED));
        assertThat(decide(STANDS.suspension(since(1, NOW)).revoked(NOW)))
                .isEqualTo(new Outcome.Refused(Refusal.REVOKED));
    }

    @Test
    void suspendsNothingThatHasOneEntryAlone() {
        assertThat(decide(SignedFixture.held(SignedFixture.ID, "zProof", null, null)))
                .isEqualTo(new Outcome.Refused(Refusal.NOT_SUSPENDABLE));
    }

    @Test
    void doesNotKnowWhatIsAnotherTenantsOrOnlyRecordedOrNotThere() {
        Outcome unknown = new Outcome.Refused(Refusal.UNKNOWN);

        assertThat(SuspendDecision.decide(STANDS, "lakeside", SuspensionReason.SUSPECTED_ERROR, NOW))
                .isEqualTo(unknown);
        assertThat(decide(SignedFixture.suspendable(null))).isEqualTo(unknown);
        assertThat(decide(null)).isEqualTo(unknown);
    }

    private static Outcome decide(@Nullable HeldCredential credential) {
        return SuspendDecision.decide(credential, "northgate", SuspensionReason.SUSPECTED_ERROR, NOW);
    }

    static Suspension since(int number, Instant at) {
        return new Suspension(number, at, SuspensionReason.SUSPECTED_ERROR, null);
    }

    static Suspension ended(int number, Instant at) {
        return new Suspension(number, null, null, at);
    }
}
