package org.meritstream.issuance.credential;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.meritstream.events.AwardComponent;
import org.meritstream.events.AwardConferred;
import org.meritstream.events.AwardEvidence;
import org.meritstream.issuance.Fixtures;
import org.meritstream.issuance.SignedFixture;
import org.meritstream.issuance.status.StatusEntry;
import org.meritstream.issuance.verification.Check;
import org.meritstream.issuance.verification.Published;
import org.meritstream.issuance.verification.Registries;
import org.meritstream.issuance.verification.Verifier;

/** The work an award rests on, as it stands in the credential: under the official schema and covered by the proof. */
class CredentialEvidenceTest {
    /** SHA-256 of nothing, as both forms write it. */
    private static final String DIGEST = "sha-256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private static final String INTEGRITY = "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
    private static final List<AwardEvidence> REPORT =
            List.of(new AwardEvidence("report", 2, DIGEST, "application/pdf"));
    private static final List<AwardComponent> COMPONENTS =
            List.of(new AwardComponent(UUID.fromString("0199b0c0-0000-8000-8000-00000000c101"), "statistics"));

    @Test
    void saysWhatTheWorkIsAndItsDigest() throws JsonProcessingException {
        JsonNode evidence = new ObjectMapper().readTree(document(REPORT)).path("evidence");

        assertThat(evidence).hasSize(1);
        assertThat(evidence.at("/0/type/0").asText()).isEqualTo("Evidence");
        assertThat(evidence.at("/0/name").asText()).isEqualTo("report");
        assertThat(evidence.at("/0/mediaType").asText()).isEqualTo("application/pdf");
        assertThat(evidence.at("/0/digestSRI").asText()).isEqualTo(INTEGRITY);
        assertThat(evidence.get(0)).hasSize(4);
    }

    @Test
    void passesTheOfficialSchema() {
        assertThat(new OfficialSchema().violations(document(REPORT))).isEmpty();
    }

    @Test
    void isLeftOutWhereTheAwardRestsOnNoWork() {
        assertThat(document(null)).isEqualTo(document(List.of())).doesNotContain("evidence");
    }

    @Test
    void verifies() {
        assertThat(result(SignedFixture.sign(document(REPORT)))).isEqualTo(Check.Result.VALID);
    }

    @Test
    void isCoveredByTheProofInEachOfItsMembers() {
        String credential = SignedFixture.sign(document(REPORT));

        assertThat(List.of(
                        credential.replace(INTEGRITY, INTEGRITY.replace("47DE", "48DE")),
                        credential.replace("application/pdf", "application/zip"),
                        credential.replace("\"name\":\"report\"", "\"name\":\"thesis\"")))
                .doesNotContain(credential)
                .allSatisfy(changed -> assertThat(result(changed)).isEqualTo(Check.Result.INVALID));
    }

    @Test
    void namesTheCredentialsByTheirAddresses() throws JsonProcessingException {
        String document = document(REPORT, COMPONENTS);
        JsonNode evidence = new ObjectMapper().readTree(document).path("evidence");

        assertThat(evidence).hasSize(2);
        assertThat(evidence.at("/0/id").asText())
                .isEqualTo(Fixtures.NORTHGATE.credentialAddress(
                        COMPONENTS.getFirst().credential()));
        assertThat(evidence.at("/0/type/0").asText()).isEqualTo("Evidence");
        assertThat(evidence.at("/0/name").asText()).isEqualTo("statistics");
        assertThat(evidence.at("/0/genre").asText()).isEqualTo("Credential");
        assertThat(new OfficialSchema().violations(document)).isEmpty();
    }

    @Test
    void coversTheCredentialsByTheProof() {
        String credential = SignedFixture.sign(document(null, COMPONENTS));

        assertThat(result(credential)).isEqualTo(Check.Result.VALID);
        assertThat(List.of(
                        credential.replace("00000000c101", "00000000c102"),
                        credential.replace("\"name\":\"statistics\"", "\"name\":\"astrology\""),
                        credential.replace("\"genre\":\"Credential\"", "\"genre\":\"Rumour\"")))
                .doesNotContain(credential)
                .allSatisfy(changed -> assertThat(result(changed)).isEqualTo(Check.Result.INVALID));
    }

    private static Check.Result result(String credential) {
        return new Verifier(SignedFixture.SUITE, SignedFixture.JOSE, new Registries(Map.of()))
                .verifyOwn(credential, null, Published.byNorthgate(), Instant.parse("2026-11-23T12:00:00Z"))
                .result();
    }

    private static String document(@Nullable List<AwardEvidence> evidence) {
        return document(evidence, null);
    }

    private static String document(@Nullable List<AwardEvidence> evidence, @Nullable List<AwardComponent> components) {
        AwardConferred award = Fixtures.conferred();
        AwardConferred resting = new AwardConferred(
                award.tenant(),
                award.award(),
                award.learner(),
                award.achievement(),
                award.version(),
                award.number(),
                award.results(),
                evidence,
                components,
                award.conferredAt(),
                null);
        return AchievementCredential.document(
                SignedFixture.ID,
                Fixtures.NORTHGATE,
                Fixtures.dataLiteracy().definition(),
                new AchievementCredential.Award(
                        resting,
                        new Holder("Amina Yilmaz", null, "f00dfeed"),
                        new StatusEntry("northgate-1", SignedFixture.INDEX)));
    }
}
