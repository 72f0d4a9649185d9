package org.meritstream.issuance.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.meritstream.events.Securing;
import org.meritstream.issuance.Fixtures;
import org.meritstream.issuance.SignedFixture;
import org.meritstream.issuance.credential.ResecureDecision.Outcome;
import org.meritstream.issuance.issuer.SigningIssuer;
import org.meritstream.issuance.keys.SigningKey;
import org.meritstream.issuance.proof.KeyKind;

class ResecureDecisionTest {
    private static final UUID ID = UUID.fromString("0199b0c0-0000-8000-8000-00000000c001");
    private static final Instant LATER = SignedFixture.AT.plusSeconds(86_400);
    private static final SigningIssuer SAME = issuer(SignedFixture.MULTIKEY);
    private static final SigningIssuer ANOTHER = issuer("z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2");

    @Test
    void leavesOutTheProofByAFormerKeyAndChangesNothingElse() {
        HeldCredential held = SignedFixture.held(ID, "zProof", null, null);

        Outcome outcome = ResecureDecision.decide(held, "northgate", ANOTHER, LATER);

        assertThat(outcome).isInstanceOf(Outcome.Again.class);
        HeldCredential unsealed = ((Outcome.Again) outcome).unsealed();
        assertThat(unsealed.seals())
                .containsExactly(new Seal(
                        Securing.EDDSA_RDFC_2022, LATER, ANOTHER.verificationMethod(Securing.EDDSA_RDFC_2022), null));
        assertThat(unsealed.document()).isEqualTo(held.document());
        assertThat(unsealed.status()).isEqualTo(held.status());
    }

    @Test
    void keepsTheProofsByKeysInUse() {
        Seal kept = new Seal(
                Securing.ECDSA_RDFC_2019_P256,
                SignedFixture.AT,
                ANOTHER.verificationMethod(Securing.ECDSA_RDFC_2019_P256),
                "zKept");
        HeldCredential held = SignedFixture.held(ID, "zProof", null, null);
        HeldCredential both = held.signed(List.of(held.seals().getFirst(), kept));

        Outcome outcome = ResecureDecision.decide(both, "northgate", ANOTHER, LATER);

        assertThat(((Outcome.Again) outcome).unsealed().seals()).hasSize(2).contains(kept);
    }

    @Test
    void securesNothingTwice() {
        HeldCredential held = SignedFixture.held(ID, "zProof", null, null);

        assertThat(ResecureDecision.decide(held, "northgate", SAME, LATER)).isEqualTo(new Outcome.AlreadySecured(held));
    }

    @Test
    void securesWhatWasRevokedToo() {
        HeldCredential held = SignedFixture.held(ID, "zProof", null, null).revoked(LATER);

        assertThat(ResecureDecision.decide(held, "northgate", ANOTHER, LATER)).isInstanceOf(Outcome.Again.class);
    }

    @Test
    void neverDatesAProofBeforeTheFormer() {
        HeldCredential held = SignedFixture.held(ID, "zProof", null, null);

        Outcome outcome = ResecureDecision.decide(held, "northgate", ANOTHER, SignedFixture.AT.minusSeconds(60));

        assertThat(((Outcome.Again) outcome).unsealed().seals().getFirst().created())
                .isEqualTo(SignedFixture.AT);
    }

    @Test
    void knowsNoCredentialOfAnotherTenantAndNoneThatIsNotSigned() {
        HeldCredential held = SignedFixture.held(ID, "zProof", null, null);

        assertThat(ResecureDecision.decide(held, "lakeside", ANOTHER, LATER)).isEqualTo(new Outcome.Unknown());
        assertThat(ResecureDecision.decide(null, "northgate", ANOTHER, LATER)).isEqualTo(new Outcome.Unknown());
        assertThat(ResecureDecision.decide(SignedFixture.held(ID, null, null, null), "northgate", ANOTHER, LATER))
                .isEqualTo(new Outcome.Unknown());
    }

    private static SigningIssuer issuer(String multikey) {
        return new SigningIssuer(
                Fixtures.NORTHGATE,
                Map.of(
                        KeyKind.ED25519, new SigningKey(KeyKind.ED25519, multikey, "thumb", message -> message),
                        KeyKind.P256, new SigningKey(KeyKind.P256, "zDn", "thumb256", message -> message)),
                List.of(Securing.EDDSA_RDFC_2022));
    }
}
