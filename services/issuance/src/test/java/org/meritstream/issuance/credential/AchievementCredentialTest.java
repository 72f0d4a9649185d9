package org.meritstream.issuance.credential;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.meritstream.issuance.Fixtures;
import org.meritstream.issuance.Resources;
import org.meritstream.issuance.status.StatusEntry;

class AchievementCredentialTest {
    private static final UUID ID = UUID.fromString("0199b0c0-0000-8000-8000-00000000c001");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final OfficialSchema SCHEMA = new OfficialSchema();
    private static final Holder HOLDER = new Holder("Amina Yilmaz", "amina@northgate.example", "f00dfeed");

    @Test
    void isTheExampleToTheByte() throws JsonProcessingException {
        assertThat(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tree(HOLDER)))
                .isEqualTo(Resources.text("/fixtures/unsigned-credential.json").strip());
    }

    @Test
    void passesTheOfficialSchema() {
        assertThat(SCHEMA.violations(document(HOLDER))).isEmpty();
    }

    @Test
    void givesTheSameBytesEachTime() {
        assertThat(document(HOLDER))
                .isEqualTo(document(new Holder("Amina Yilmaz", "amina@northgate.example", "f00dfeed")));
    }

    @Test
    void neverCarriesTheEmailItself() {
        assertThat(document(HOLDER)).doesNotContain("amina@northgate.example");
    }

    @Test
    void hashesAnIdentifierAsTheSpecificationsExample() {
        assertThat(AchievementCredential.identityHash("a@example.com", "Kosher"))
                .isEqualTo("sha256$b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399");
    }

    @Test
    void leavesOutTheEmailThatIsNotKnown() throws JsonProcessingException {
        assertThat(tree(new Holder("Amina Yilmaz", null, "f00dfeed")).at("/credentialSubject/identifier"))
                .hasSize(1);
    }

    private static String document(Holder holder) {
        return AchievementCredential.document(
                ID,
                Fixtures.NORTHGATE,
                Fixtures.dataLiteracy().definition(),
                new AchievementCredential.Award(Fixtures.conferred(), holder, new StatusEntry("northgate-1", 94567)));
    }

    private static JsonNode tree(Holder holder) throws JsonProcessingException {
        return JSON.readTree(document(holder));
    }
}
