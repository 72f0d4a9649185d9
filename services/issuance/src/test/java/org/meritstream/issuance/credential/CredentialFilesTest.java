package org.meritstream.issuance.credential;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.meritstream.events.AwardConferred;
import org.meritstream.events.EventFormat;
import org.meritstream.events.Securing;
import org.meritstream.events.SuspensionReason;
import org.meritstream.issuance.Fixtures;
import org.meritstream.issuance.SignedFixture;
import org.meritstream.issuance.form.Baked;
import org.meritstream.issuance.form.BakedPng;
import org.meritstream.issuance.form.BakedSvg;
import org.meritstream.issuance.form.Drawings;
import org.meritstream.issuance.issuer.ListedKey;
import org.meritstream.issuance.status.StatusEntry;

class CredentialFilesTest {
    /** What it says does not matter here. */
    private static final String PROOF = "z3FXQ";

    private static final Instant REVOKED = Instant.parse("2026-11-21T09:00:00Z");

    private final CredentialFiles files = new CredentialFiles(new Drawings());

    @Test
    void bakesTheSignedDocumentIntoImagesToTheByte() {
        SharedCredential shared = shared(null);
        String signed = shared.credential().secured();

        assertThat(BakedPng.text(bytes(shared, CredentialForm.PNG))).isEqualTo(new Baked.Text(signed));
        assertThat(BakedSvg.text(new String(bytes(shared, CredentialForm.SVG), UTF_8)))
                .isEqualTo(new Baked.Text(signed));
    }

    @Test
    void printsWhatThePageSaysWithTheSignedDocumentAttached() throws Exception {
        SharedCredential shared = shared(null);

        try (PDDocument document = Loader.loadPDF(bytes(shared, CredentialForm.PDF))) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Northgate University awarded this to Amina Yilmaz on 20 November 2026.")
                    .contains("It is valid from 20 November 2026 and does not expire.", "Statistics quiz")
                    .contains("87.5 % (60 % needed)", "present data visually", "Level 6 of the European")
                    .contains("/credentials/" + SignedFixture.ID)
                    .doesNotContain("revoked");
            assertThat(Objects.requireNonNull(document.getDocumentCatalog()
                                    .getNames()
                                    .getEmbeddedFiles()
                                    .getNames()
                                    .get("credential.json"))
                            .getEmbeddedFile()
                            .toByteArray())
                    .isEqualTo(shared.credential().secured().getBytes(UTF_8));
        }
    }

    @Test
    void printsThatItWasRevoked() throws Exception {
        try (PDDocument document = Loader.loadPDF(bytes(shared(REVOKED), CredentialForm.PDF))) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("The issuer revoked it on 21 November 2026: it was issued in error.");
        }
    }

    @Test
    void printsSinceWhenItIsSuspendedAndNotWhy() throws Exception {
        try (PDDocument document = Loader.loadPDF(bytes(suspended(), CredentialForm.PDF))) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
                    .contains("The issuer suspended it on 21 November 2026.", "unless the issuer reinstates it")
                    .doesNotContain("revoked", "misconduct");
        }
    }

    /** Whether it stands is no part of an image; whoever is shown one asks for what is baked in to be verified. */
    @Test
    void drawsOneThatIsSuspendedAsOneThatStands() {
        assertThat(bytes(suspended(), CredentialForm.PNG)).isEqualTo(bytes(shared(null), CredentialForm.PNG));
        assertThat(bytes(suspended(), CredentialForm.SVG)).isEqualTo(bytes(shared(null), CredentialForm.SVG));
    }

    @ParameterizedTest
    @EnumSource(names = {"PNG", "SVG", "PDF"})
    void hasAnotherTagWhileItIsSuspended(CredentialForm form) {
        assertThat(CredentialFiles.file(suspended(), form).tag())
                .isNotEqualTo(CredentialFiles.file(shared(null), form).tag())
                .isNotEqualTo(CredentialFiles.file(shared(REVOKED), form).tag());
    }

    @ParameterizedTest
    @EnumSource(names = {"PNG", "SVG", "PDF"})
    void hasAnotherTagOnceItIsRevoked(CredentialForm form) {
        assertThat(CredentialFiles.file(shared(REVOKED), form).tag())
                .isNotEqualTo(CredentialFiles.file(shared(null), form).tag());
        assertThat(CredentialFiles.file(shared(null), form)).isEqualTo(CredentialFiles.file(shared(null), form));
    }

    @ParameterizedTest
    @EnumSource(names = {"PNG", "SVG", "PDF"})
    void isAnotherOnceItsIssuerChoseAnotherColour(CredentialForm form) {
        SharedCredential before = shared(null);
        SharedCredential after = shared(null, "#7a1f3d");

        assertThat(CredentialFiles.file(after, form).tag())
                .isNotEqualTo(CredentialFiles.file(before, form).tag());
        assertThat(bytes(after, form)).isNotEqualTo(bytes(before, form));
    }

    @Test
    void putsWorkloadAndLevelOnTheBadge() {
        assertThat(CredentialFiles.face(shared(null)).inWords())
                .isEqualTo("Data Literacy, Micro-credential, by Northgate University, 3.5 ECTS · EQF level 6");
    }

    private byte[] bytes(SharedCredential shared, CredentialForm form) {
        return files.bytes(shared, form).await().atMost(Duration.ofSeconds(30));
    }

    private static SharedCredential suspended() {
        SharedCredential stands = shared(null);
        Suspension suspension = new Suspension(1, REVOKED, SuspensionReason.SUSPECTED_MISCONDUCT, null);
        return new SharedCredential(
                stands.credential().suspension(suspension),
                null,
                stands.keys(),
                null,
                null,
                stands.definition(),
                stands.colour(),
                null,
                null,
                null);
    }

    private static SharedCredential shared(@Nullable Instant revokedAt) {
        return shared(revokedAt, null);
    }

    private static SharedCredential shared(@Nullable Instant revokedAt, @Nullable String colour) {
        AwardConferred award = Fixtures.conferred();
        String document = SignedFixture.document();
        HeldCredential held = new HeldCredential(
                SignedFixture.ID,
                award.tenant(),
                UUID.fromString("0199b0c0-0000-8000-8000-00000000a001"),
                UUID.fromString("0199b0c0-0000-8000-8000-000000000001"),
                award.achievement(),
                award.version(),
                1,
                new StatusEntry("northgate-1", SignedFixture.INDEX),
                document,
                List.of(new Seal(
                        Securing.EDDSA_RDFC_2022,
                        SignedFixture.AT,
                        SignedFixture.options().verificationMethod(),
                        PROOF)),
                award.conferredAt(),
                SignedFixture.AT,
                null,
                null,
                null,
                revokedAt,
                0);
        String reason = revokedAt == null ? null : "ISSUED_IN_ERROR";
        return new SharedCredential(
                held,
                reason,
                List.of(ListedKey.of(SignedFixture.MULTIKEY)),
                null,
                null,
                definition(),
                colour,
                null,
                null,
                null);
    }

    private static String definition() {
        try {
            return EventFormat.JSON.writeValueAsString(Fixtures.dataLiteracy().definition());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
