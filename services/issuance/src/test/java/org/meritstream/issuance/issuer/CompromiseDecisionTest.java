package org.meritstream.issuance.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.meritstream.issuance.Fixtures;
import org.meritstream.issuance.issuer.CompromiseDecision.Outcome;
import org.meritstream.issuance.keys.SigningKey;
import org.meritstream.issuance.proof.KeyKind;
import org.meritstream.issuance.proof.VerificationKey;

class CompromiseDecisionTest {
    private static final String NAME = "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2";
    private static final Instant NOW = Instant.parse("2026-05-05T10:00:00Z");
    private static final Instant BEFORE = NOW.minusSeconds(3600);
    private static final SigningIssuer ISSUER = new SigningIssuer(
            Fixtures.NORTHGATE, new SigningKey(KeyKind.ED25519, NAME, "thumbprint", message -> message));

    @Test
    void revokesAKeyThatSignsAndHasItReplaced() {
        KnownKey key = key(true, null);

        assertThat(CompromiseDecision.decide(ISSUER, key, BEFORE, NOW))
                .isEqualTo(new Outcome.Revoke(key, BEFORE, true));
    }

    @Test
    void revokesAFormerKeyThatNeedsNoOther() {
        KnownKey key = key(false, null);

        assertThat(CompromiseDecision.decide(ISSUER, key, BEFORE, NOW))
                .isEqualTo(new Outcome.Revoke(key, BEFORE, false));
    }

    @Test
    void takesThisVeryMoment() {
        assertThat(CompromiseDecision.decide(ISSUER, key(true, null), NOW, NOW)).isInstanceOf(Outcome.Revoke.class);
    }

    @Test
    void leavesWhatWasSaidFirst() {
        UUID first = UUID.randomUUID();

        assertThat(CompromiseDecision.decide(ISSUER, key(false, first), BEFORE, NOW))
                .isEqualTo(new Outcome.AlreadyRevoked(first));
    }

    @Test
    void knowsNothingOfAMomentToCome() {
        assertThat(CompromiseDecision.decide(ISSUER, key(true, null), NOW.plusSeconds(1), NOW))
                .isEqualTo(new Outcome.NotYet());
    }

    @Test
    void knowsNoKeyThatTheTenantNeverHad() {
        assertThat(CompromiseDecision.decide(ISSUER, null, BEFORE, NOW)).isEqualTo(new Outcome.Unknown());
    }

    @Test
    void knowsNoKeyWithoutIssuer() {
        assertThat(CompromiseDecision.decide(null, key(true, null), BEFORE, NOW))
                .isEqualTo(new Outcome.Unknown());
    }

    private static KnownKey key(boolean inUse, @Nullable UUID compromise) {
        return new KnownKey("northgate", NAME, VerificationKey.ofMultikey(NAME), inUse, compromise);
    }
}
