package org.meritstream.issuance.adoption;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.meritstream.events.AwardConferred;
import org.meritstream.events.CredentialDocument;
import org.meritstream.events.CredentialIssued;
import org.meritstream.events.CredentialRevoked;
import org.meritstream.events.CredentialState;
import org.meritstream.events.CredentialSuperseded;
import org.meritstream.events.Form;
import org.meritstream.events.RevocationReason;
import org.meritstream.events.Securing;
import org.meritstream.issuance.Fixtures;
import org.meritstream.issuance.SignedFixture;
import org.meritstream.issuance.adoption.AdoptDecision.Adopted;
import org.meritstream.issuance.adoption.AdoptDecision.Outcome;
import org.meritstream.issuance.credential.Announcement;
import org.meritstream.issuance.credential.HeldCredential;
import org.meritstream.issuance.credential.Seal;
import org.meritstream.issuance.proof.Cryptosuite;
import org.meritstream.issuance.proof.DataIntegrity;
import org.meritstream.issuance.proof.ProofOptions;
import org.meritstream.issuance.status.StatusEntry;

class AdoptDecisionTest {
    private static final AwardConferred AWARD = Fixtures.conferred();
    static final Instant LATER = Instant.parse("2026-11-22T09:00:00Z");
    private static final StatusEntry ENTRY = new StatusEntry("northgate-1", SignedFixture.INDEX);
    static final String TEXT = SignedFixture.credential();

    /** A header that names ES256 and a key, two claims and no real signature: nobody checks what is taken back. */
    private static final String TOKEN =
            "eyJhbGciOiJFUzI1NiIsImtpZCI6ImRpZDp3ZWI6ZXhhbXBsZS5vcmcjMSIsInR5cCI6InZjK2p3dCJ9.e30.c2ln";

    @Test
    void adoptsWhatTheStoreDoesNotHaveToTheByte() {
        Adopted adopted = adopted(decide(said(issued(), document(TEXT, CredentialState.ISSUED), null), null));

        assertThat(adopted.credential().secured()).isEqualTo(TEXT);
        assertThat(adopted.credential().status()).isEqualTo(ENTRY);
        assertThat(adopted.credential().award()).isEqualTo(AWARD.award());
        assertThat(adopted.credential().revokedAt()).isNull();
        assertThat(adopted.seals()).extracting(Seal::securing).containsExactly(Securing.EDDSA_RDFC_2022);
    }

    @Test
    void adoptsTheRevocationWithIt() {
        Adopted adopted = adopted(decide(said(issued(), document(TEXT, CredentialState.REVOKED), revoked()), null));

        assertThat(adopted.credential().revokedAt()).isEqualTo(LATER);
        assertThat(adopted.reason()).isEqualTo(RevocationReason.MISCONDUCT);
    }

    @Test
    void findsThereWhatIsThere() {
        HeldCredential held = held(TEXT, null);

        assertThat(decide(said(issued(), document(TEXT, CredentialState.ISSUED), null), held))
                .isEqualTo(new Outcome.AlreadyThere());
    }

    @Test
    void revokesWhatIsThereAndWasRevokedSince() {
        HeldCredential held = held(TEXT, null);

        Adopted byDocument = adopted(decide(said(null, document(TEXT, CredentialState.REVOKED), null), held));
        Adopted byFact = adopted(decide(said(null, null, revoked()), held));

        assertThat(List.of(byDocument, byFact))
                .allSatisfy(one -> assertThat(one.credential().revokedAt()).isEqualTo(LATER))
                .allSatisfy(one -> assertThat(one.seals()).isEmpty());
    }

    @Test
    void takesNoRevocationBack() {
        HeldCredential held = held(TEXT, Instant.EPOCH);

        assertThat(decide(said(issued(), document(TEXT, CredentialState.ISSUED), null), held))
                .isEqualTo(new Outcome.AlreadyThere());
    }

    @Test
    void signsWhatWasOnlyRecordedAsItWasPublished() {
        HeldCredential recorded = recorded();

        Adopted adopted = adopted(decide(said(issued(), document(TEXT, CredentialState.ISSUED), null), recorded));

        assertThat(adopted.credential().secured()).isEqualTo(TEXT);
    }

    @Test
    void letsWhatWasPublishedTakeThePlaceOfWhatWasNot() {
        HeldCredential another = held(TEXT.replace("Amina", "Anna"), null);

        Outcome outcome = decide(said(issued(), document(TEXT, CredentialState.ISSUED), null), another);

        assertThat(outcome).isInstanceOf(Outcome.Replace.class);
        assertThat(((Outcome.Replace) outcome).adopted().credential().secured()).isEqualTo(TEXT);
    }

    @Test
    void takesEveryProofThatADocumentCarriesAndItsTokens() {
        ProofOptions words = new ProofOptions(
                Cryptosuite.EDDSA_JCS_2022,
                SignedFixture.options().created(),
                SignedFixture.options().verificationMethod());
        DataIntegrity.Proof first = SignedForm.of(document(TEXT, CredentialState.ISSUED))
                .seals()
                .get(0)
                .proof();
        String two = DataIntegrity.secured(
                SignedFixture.document(), List.of(first, new DataIntegrity.Proof(words, first.value())));
        String parts = SignedFixture.token("{}", "dc+sd-jwt") + "~WyJzIiwibiIsMV0~";
        CredentialDocument published = document(
                two,
                CredentialState.ISSUED,
                new Form("application/vc+jwt", TOKEN),
                new Form("application/dc+sd-jwt", parts));

        Adopted adopted = adopted(decide(said(issued(), published, null), null));

        assertThat(adopted.seals())
                .extracting(Seal::securing)
                .containsExactly(
                        Securing.EDDSA_RDFC_2022,
                        Securing.EDDSA_JCS_2022,
                        Securing.VC_JWT_ES256,
                        Securing.SD_JWT_VC_EDDSA);
        assertThat(Announcement.forms(adopted.credential())).isEqualTo(published.forms());
    }

    @Test
    void storesTheSuccessorOfWhatIsThere() {
        Recollection said = new Recollection(SignedFixture.ID, "northgate", superseded());
        HeldCredential held = held(TEXT, null);

        assertThat(AdoptDecision.decide(said, held, false)).isInstanceOf(Outcome.Adopt.class);
        assertThat(AdoptDecision.decide(said, held, true)).isEqualTo(new Outcome.AlreadyThere());
    }

    @Test
    void knowsNothingOfACredentialWithoutDocumentOrWithoutAward() {
        assertThat(decide(said(issued(), null, revoked()), null)).isEqualTo(new Outcome.Incomplete());
        assertThat(decide(said(null, document(TEXT, CredentialState.ISSUED), null), null))
                .isEqualTo(new Outcome.Incomplete());
    }

    @Test
    void readsNoDocumentThatItCouldNotWriteAgain() {
        assertThat(List.of(
                        TEXT + " ",
                        SignedFixture.document(),
                        TEXT.replace("\"proofPurpose\":", "\"nonce\":\"1\",\"proofPurpose\":"),
                        TEXT.replace("/status/northgate-1", "/status/lakeside-1"),
                        TEXT.replace("eddsa-rdfc-2022", "another-2030")))
                .map(text -> decide(said(issued(), document(text, CredentialState.ISSUED), null), null))
                .hasOnlyElementsOfType(Outcome.Unreadable.class);
    }

    static Outcome decide(Recollection said, @Nullable HeldCredential held) {
        return AdoptDecision.decide(said, held, false);
    }

    static Adopted adopted(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Adopt.class);
        return ((Outcome.Adopt) outcome).adopted();
    }

    static Recollection said(
            @Nullable CredentialIssued issued,
            @Nullable CredentialDocument document,
            @Nullable CredentialRevoked revoked) {
        return new Recollection(SignedFixture.ID, "northgate", issued, document, revoked, null, null, null, null);
    }

    static CredentialIssued issued() {
        return new CredentialIssued(
                "northgate",
                SignedFixture.ID,
                AWARD.award(),
                AWARD.learner(),
                AWARD.achievement(),
                1,
                1,
                "northgate-1",
                "sha-256:" + "0".repeat(64),
                SignedFixture.AT,
                null,
                null,
                null);
    }

    static CredentialDocument document(String text, CredentialState state, Form... further) {
        return new CredentialDocument(
                "northgate",
                SignedFixture.ID,
                AWARD.learner(),
                state,
                "Northgate University",
                "Data Literacy",
                "http://localhost:8080/credentials/" + SignedFixture.ID,
                Stream.concat(Stream.of(new Form("application/vc", text)), Stream.of(further))
                        .toList(),
                LATER,
                null);
    }

    private static CredentialRevoked revoked() {
        return new CredentialRevoked(
                "northgate",
                SignedFixture.ID,
                AWARD.award(),
                AWARD.learner(),
                AWARD.achievement(),
                1,
                RevocationReason.MISCONDUCT,
                LATER);
    }

    private static CredentialSuperseded superseded() {
        return new CredentialSuperseded(
                "northgate",
                SignedFixture.ID,
                AWARD.award(),
                AWARD.learner(),
                AWARD.achievement(),
                1,
                new UUID(0, 1),
                LATER,
                null);
    }

    /** Signed, by its text. */
    static HeldCredential held(String text, @Nullable Instant revokedAt) {
        SignedForm form = SignedForm.of(document(text, CredentialState.ISSUED));
        return credential(form.document(), form.seals().get(0).value(), revokedAt);
    }

    private static HeldCredential recorded() {
        return credential(SignedFixture.document(), null, null);
    }

    private static HeldCredential credential(String document, @Nullable String value, @Nullable Instant revokedAt) {
        return new HeldCredential(
                SignedFixture.ID,
                "northgate",
                AWARD.award(),
                AWARD.learner(),
                AWARD.achievement(),
                1,
                1,
                ENTRY,
                document,
                List.of(new Seal(
                        Securing.EDDSA_RDFC_2022,
                        SignedFixture.options().created(),
                        SignedFixture.options().verificationMethod(),
                        value)),
                AWARD.conferredAt(),
                SignedFixture.AT,
                null,
                null,
                null,
                revokedAt,
                0);
    }
}
