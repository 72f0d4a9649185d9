package org.meritstream.issuance.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.meritstream.issuance.SignedFixture;
import org.meritstream.issuance.credential.ReinstateDecision.Outcome;
import org.meritstream.issuance.credential.SuspendDecision.Refusal;

class ReinstateDecisionTest {
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    private static final HeldCredential STANDS = SignedFixture.suspendable("zProof");
    private static final HeldCredential SUSPENDED =
            STANDS.suspension(SuspendDecisionTest.since(2, NOW.minusSeconds(1)));

    @Test
    void endsTheSuspensionThatItIsIn() {
        assertThat(decide(SUSPENDED))
                .isEqualTo(new Outcome.Reinstate(STANDS.suspension(SuspendDecisionTest.ended(2, NOW))));
    }

    @Test
    void reinstatesWhatIsOver() {
        assertThat(decide(SUSPENDED.expired(NOW))).isInstanceOf(Outcome.Reinstate.class);
    }

    @Test
    void leavesWhatStands() {
        HeldCredential reinstated = STANDS.suspension(SuspendDecisionTest.ended(1, Instant.EPOCH));

        assertThat(decide(STANDS)).isEqualTo(new Outcome.AlreadyReinstated(askedAgain(STANDS)));
        assertThat(decide(reinstated)).isEqualTo(new Outcome.AlreadyReinstated(askedAgain(reinstated)));
    }

    @Test
    void doesNotEndASuspensionThatBeganLater() {
        HeldCredential suspendedAgain = STANDS.suspension(SuspendDecisionTest.since(2, NOW));

        assertThat(decide(suspendedAgain)).isEqualTo(new Outcome.Refused(Refusal.OVERTAKEN));
    }

    @Test
    void doesNotEndASuspensionThatWasAskedForAgainLater() {
        assertThat(decide(askedAgain(SUSPENDED))).isEqualTo(new Outcome.Refused(Refusal.OVERTAKEN));
    }

    @Test
    void reinstatesNothingThatWasRevokedWhileItWasSuspended() {
        assertThat(decide(SUSPENDED.revoked(NOW))).isEqualTo(new Outcome.Refused(Refusal.REVOKED));
    }

    @Test
    void reinstatesNothingThatHasOneEntryAlone() {
        assertThat(decide(SignedFixture.held(SignedFixture.ID, "zProof", null, null)))
                .isEqualTo(new Outcome.Refused(Refusal.NOT_SUSPENDABLE));
    }

    @Test
    void doesNotKnowWhatIsAnotherTenantsOrOnlyRecordedOrNotThere() {
        Outcome unknown = new Outcome.Refused(Refusal.UNKNOWN);

        assertThat(ReinstateDecision.decide(SUSPENDED, "lakeside", NOW)).isEqualTo(unknown);
        assertThat(decide(SignedFixture.suspendable(null))).isEqualTo(unknown);
        assertThat(decide(null)).isEqualTo(unknown);
    }

    private static HeldCredential askedAgain(HeldCredential credential) {
        return credential.suspension(credential.suspension().askedAgain(NOW));
    }

    private static Outcome decide(@Nullable HeldCredential credential) {
        return ReinstateDecision.decide(credential, "northgate", NOW);
    }
}
