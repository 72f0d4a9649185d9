package org.meritstream.issuance.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.meritstream.events.Securing;
import org.meritstream.events.StatusProfile;
import org.meritstream.issuance.Fixtures;
import org.meritstream.issuance.issuer.RekeyDecision.Outcome;
import org.meritstream.issuance.keys.SigningKey;
import org.meritstream.issuance.proof.KeyKind;

class RekeyDecisionTest {
    private static final SigningIssuer ISSUER = new SigningIssuer(
            Fixtures.NORTHGATE,
            Map.of(KeyKind.ED25519, key(KeyKind.ED25519), KeyKind.P256, key(KeyKind.P256)),
            List.of(Securing.EDDSA_RDFC_2022));

    @Test
    void makesTheKeysThatAreLacking() {
        Outcome outcome = RekeyDecision.choose(
                ISSUER, List.of(Securing.VC_JWT_RS256, Securing.ECDSA_RDFC_2019_P256, Securing.EDDSA_RDFC_2022));

        assertThat(outcome)
                .isEqualTo(new Outcome.Choose(
                        List.of(Securing.EDDSA_RDFC_2022, Securing.ECDSA_RDFC_2019_P256, Securing.VC_JWT_RS256),
                        Set.of(KeyKind.RSA)));
    }

    @Test
    void choosesWhatCredentialsMayBecomeWhereThereIsAnIssuer() {
        StatusProfile profile = StatusProfile.REVOCATION_AND_SUSPENSION;

        assertThat(RekeyDecision.choose(ISSUER, profile)).isEqualTo(new Outcome.Profile(profile));
        assertThat(RekeyDecision.choose(null, profile)).isEqualTo(new Outcome.Unknown());
    }

    @Test
    void refusesToLeaveOutWhatEveryVerifierKnows() {
        assertThat(RekeyDecision.choose(ISSUER, List.of(Securing.EDDSA_JCS_2022)))
                .isEqualTo(new Outcome.Unfit(
                        "EDDSA_RDFC_2022 must be among them: every verifier of Open Badges knows it."));
    }

    @Test
    void refusesTwoTokens() {
        assertThat(RekeyDecision.choose(
                        ISSUER, List.of(Securing.EDDSA_RDFC_2022, Securing.VC_JWT_ES256, Securing.VC_JWT_EDDSA)))
                .isEqualTo(new Outcome.Unfit("At most one of them may be a JWT."));
    }

    @Test
    void takesAJwtAndAnSdJwtButNotTwoSdJwts() {
        assertThat(RekeyDecision.unfit(
                        List.of(Securing.EDDSA_RDFC_2022, Securing.VC_JWT_ES256, Securing.SD_JWT_VC_ES256)))
                .isNull();
        assertThat(RekeyDecision.choose(
                        ISSUER, List.of(Securing.EDDSA_RDFC_2022, Securing.SD_JWT_VC_EDDSA, Securing.SD_JWT_VC_ES256)))
                .isEqualTo(new Outcome.Unfit("At most one of them may be an SD-JWT."));
    }

    @Test
    void refusesOneTwice() {
        assertThat(RekeyDecision.choose(ISSUER, List.of(Securing.EDDSA_RDFC_2022, Securing.EDDSA_RDFC_2022)))
                .isEqualTo(new Outcome.Unfit("None of them may stand twice."));
    }

    @Test
    void rotatesAKeyThatIsInUse() {
        assertThat(RekeyDecision.rotate(ISSUER, KeyKind.P256)).isEqualTo(new Outcome.Rotate(KeyKind.P256));
    }

    @Test
    void rotatesNoKeyThatThereIsNot() {
        assertThat(RekeyDecision.rotate(ISSUER, KeyKind.RSA)).isEqualTo(new Outcome.NoSuchKey(KeyKind.RSA));
    }

    @Test
    void knowsNoIssuerWhereThereIsNone() {
        assertThat(RekeyDecision.choose(null, List.of(Securing.EDDSA_RDFC_2022)))
                .isEqualTo(new Outcome.Unknown());
        assertThat(RekeyDecision.rotate(null, KeyKind.ED25519)).isEqualTo(new Outcome.Unknown());
    }

    private static SigningKey key(KeyKind kind) {
        return new SigningKey(kind, "multikey", "thumbprint", message -> message);
    }
}
