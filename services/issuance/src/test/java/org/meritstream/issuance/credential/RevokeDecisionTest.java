package org.meritstream.issuance.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.meritstream.events.AwardConferred;
import org.meritstream.events.RevocationReason;
import org.meritstream.events.Securing;
import org.meritstream.issuance.Fixtures;
import org.meritstream.issuance.SignedFixture;
import org.meritstream.issuance.credential.RevokeDecision.Outcome;
import org.meritstream.issuance.status.StatusEntry;

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
        AwardConferred conferred = Fixtures.conferred();
        return new HeldCredential(
                SignedFixture.ID,
                conferred.tenant(),
                conferred.award(),
                conferred.learner(),
                conferred.achievement(),
                1,
                1,
                new StatusEntry("northgate-1", 1),
                SignedFixture.document(),
                List.of(new Seal(
                        Securing.EDDSA_RDFC_2022,
                        SignedFixture.AT,
                        SignedFixture.options().verificationMethod(),
                        proof)),
                conferred.conferredAt(),
                SignedFixture.AT,
                null,
                null,
                null,
                revokedAt);
    }
}
