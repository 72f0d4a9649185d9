package org.meritstream.issuance.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.meritstream.events.RevocationReason;
import org.meritstream.issuance.SignedFixture;
import org.meritstream.issuance.credential.RevokeDecision.Outcome;

class RevokeDecisionTest {
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    @Test
    void revokesASignedCredential() {
        HeldCredential credential = credential("zProof", null);

        assertThat(decide(credential, "northgate"))
                .isEqualTo(new Outcome.Revoke(credential, RevocationReason.MISCONDUCT, NOW));
    }

    @Test
    void leavesTheFirstRevocationStanding() {
        HeldCredential credential = credential("zProof", Instant.EPOCH);

        assertThat(decide(credential, "northgate")).isEqualTo(new Outcome.AlreadyRevoked(credential));
    }

    @Test
    void doesNotKnowTheCredentialOfAnotherTenant() {
        assertThat(decide(credential("zProof", null), "lakeside")).isEqualTo(new Outcome.Unknown());
    }

    @Test
    void doesNotKnowWhatIsOnlyRecorded() {
        assertThat(decide(credential(null, null), "northgate")).isEqualTo(new Outcome.Unknown());
    }

    @Test
    void doesNotKnowWhatIsNotThere() {
        assertThat(decide(null, "northgate")).isEqualTo(new Outcome.Unknown());
    }

    private static Outcome decide(@Nullable HeldCredential credential, String tenant) {
        return RevokeDecision.decide(credential, tenant, RevocationReason.MISCONDUCT, NOW);
    }

    private static HeldCredential credential(@Nullable String proof, @Nullable Instant revokedAt) {
        HeldCredential held = SignedFixture.held(SignedFixture.ID, proof, null, null);
        return revokedAt == null ? held : held.revoked(revokedAt);
    }
}
