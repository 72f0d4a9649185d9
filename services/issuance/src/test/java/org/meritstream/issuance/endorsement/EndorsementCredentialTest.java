package org.meritstream.issuance.endorsement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meritstream.issuance.Fixtures;
import org.meritstream.issuance.Resources;
import org.meritstream.issuance.SignedFixture;
import org.meritstream.issuance.credential.OfficialSchema;
import org.meritstream.issuance.status.StatusEntry;

/** What is signed is an EndorsementCredential by 1EdTech's schema, and the proof covers every word of it. */
class EndorsementCredentialTest {
    private static final OfficialSchema SCHEMA = new OfficialSchema();
    private static final String DOCUMENT = EndorsementCredential.document(
            UUID.fromString("00000e0d-7a51-8c3e-9b0d-4f6a2e1c0e0d"),
            Fixtures.LAKESIDE,
            new EndorsementCredential.Said(
                    "http://localhost:8080/achievements/northgate.data-literacy/1",
                    "Data Literacy",
                    "We **admit** its holders.\n\n\"Geprüft\""),
            new StatusEntry("lakeside-1", 94_567),
            SignedFixture.AT);

    @Test
    void isTheExampleToTheByte() {
        assertThat(DOCUMENT)
                .isEqualTo(Resources.text("/fixtures/unsigned-endorsement.json").strip());
    }

    @Test
    void passesTheOfficialSchema() {
        assertThat(SCHEMA.violations(DOCUMENT, OfficialSchema.Part.ENDORSEMENT)).isEmpty();
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
        "type":["EndorsementSubject"] | "type":"EndorsementSubject"   | refuses a type that is no array
        "EndorsementCredential"       | "AchievementCredential"       | refuses another kind of credential
        "credentialSubject":{"id"     | "credentialSubject":{"about"  | refuses an endorsement of nothing
        "validFrom"                   | "issuanceDate"                | refuses one without validFrom
        """)
    void theOfficialSchemaMissesWhatIsWrong(String part, String replacement, String why) {
        assertThat(DOCUMENT).as(why).contains(part);

        assertThat(SCHEMA.violations(DOCUMENT.replace(part, replacement), OfficialSchema.Part.ENDORSEMENT))
                .as(why)
                .isNotEmpty();
    }

    @Test
    void isCoveredByItsProofWordForWord() {
        assertThat(new String(SignedFixture.SUITE.canonical(DOCUMENT), StandardCharsets.UTF_8))
                .contains(
                        "We **admit** its holders.\\n\\n\\\"Geprüft\\\"",
                        "EndorsementSubject",
                        "Lakeside College",
                        "94567");
    }
}
