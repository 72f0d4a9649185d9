package org.meritstream.issuance.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.meritstream.issuance.SignedFixture;
import org.meritstream.issuance.credential.ExpireDecision.Outcome;

class ExpireDecisionTest {
    private static final Instant UNTIL = Instant.parse("2028-11-20T10:15:31Z");

    @Test
    void isOverFromTheMomentAtWhichItsValidityEnds() {
        HeldCredential credential = credential("zProof", UNTIL);

        assertThat(decide(credential, UNTIL)).isEqualTo(new Outcome.Expire(credential.expired(UNTIL)));
    }

    @Test
    void isOverSinceItsEndHoweverLateThatIsAskedFor() {
        HeldCredential credential = credential("zProof", UNTIL);

        assertThat(decide(credential, UNTIL.plusSeconds(1))).isEqualTo(new Outcome.Expire(credential.expired(UNTIL)));
    }

    @Test
    void isValidUntilThen() {
        assertThat(decide(credential("zProof", UNTIL), UNTIL.minusSeconds(1))).isEqualTo(new Outcome.StillValid());
    }

    @Test
    void isValidForEverWhereItDoesNotEnd() {
        assertThat(decide(credential("zProof", null), UNTIL)).isEqualTo(new Outcome.StillValid());
    }

    @Test
    void isOverOnce() {
        assertThat(decide(credential("zProof", UNTIL).expired(UNTIL), UNTIL)).isEqualTo(new Outcome.AlreadyExpired());
    }

    @Test
    void isNotOverWhereItWasRevokedBefore() {
        assertThat(decide(credential("zProof", UNTIL).revoked(Instant.EPOCH), UNTIL))
                .isEqualTo(new Outcome.AlreadyRevoked());
    }

    @Test
    void doesNotKnowTheCredentialOfAnotherTenantNorWhatIsNotSigned() {
        assertThat(ExpireDecision.decide(credential("zProof", UNTIL), "lakeside", UNTIL))
                .isEqualTo(new Outcome.Unknown());
        assertThat(decide(credential(null, UNTIL), UNTIL)).isEqualTo(new Outcome.Unknown());
        assertThat(decide(null, UNTIL)).isEqualTo(new Outcome.Unknown());
    }

    private static Outcome decide(@Nullable HeldCredential credential, Instant at) {
        return ExpireDecision.decide(credential, "northgate", at);
    }

    private static HeldCredential credential(@Nullable String proof, @Nullable Instant until) {
        return SignedFixture.held(SignedFixture.ID, proof, null, until);
    }
}
