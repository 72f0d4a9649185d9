package org.meritstream.issuance.credential;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meritstream.events.Achievement;
import org.meritstream.events.AwardConferred;
import org.meritstream.issuance.Fixtures;
import org.meritstream.issuance.Resources;
import org.meritstream.issuance.SignedFixture;
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
    void passesTheOfficialSchemaWithASubjectThatHasAnId() throws JsonProcessingException {
        Holder named = new Holder("Amina Yilmaz", null, "f00dfeed", Fixtures.NORTHGATE.subjectAddress(ID));

        assertThat(SCHEMA.violations(document(named))).isEmpty();
        assertThat(tree(named).at("/credentialSubject/id").asText())
                .isEqualTo("http://localhost:8080/credentials/0199b0c0-0000-8000-8000-00000000c001#holder");
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

    @Test
    void neverExpiresUnlessTheAchievementSaysSo() throws JsonProcessingException {
        assertThat(tree(HOLDER).has("validUntil")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1, 2026-02-28T08:30:00Z", "12, 2027-01-31T08:30:00Z", "37, 2029-02-28T08:30:00Z"})
    void isValidForSoManyCalendarMonths(int months, String until) throws JsonProcessingException {
        String document = document(Fixtures.validFor(months), conferredAt("2026-01-31T08:30:00.5Z"));

        assertThat(JSON.readTree(document).path("validUntil").asText()).isEqualTo(until);
        assertThat(SCHEMA.violations(document)).isEmpty();
    }

    @Test
    void carriesThePictureThatTheAchievementsAuthorChose() throws JsonProcessingException {
        String document = document(Fixtures.pictured(), award(Fixtures.conferred(), HOLDER));

        JsonNode image = JSON.readTree(document).at("/credentialSubject/achievement/image");
        assertThat(image.path("id").asText()).isEqualTo("https://northgate.example/badge.png");
        assertThat(image.path("type").asText()).isEqualTo("Image");
        assertThat(image.path("caption").asText()).isEqualTo("A lens over a bar chart");
        assertThat(SCHEMA.violations(document)).isEmpty();
    }

    /** A picture whose words no proof covered could be given others. */
    @Test
    void coversThePictureByItsProof() {
        String document = document(HOLDER);

        assertThat(SignedFixture.SUITE.canonical(document))
                .asString(UTF_8)
                .contains(
                        "<https://purl.imsglobal.org/spec/vc/ob/vocab.html#image> <http://localhost:8080/badges/northgate.data-literacy/1.png>",
                        "<http://localhost:8080/badges/northgate.data-literacy/1.png> <https://schema.org/caption> \"Data Literacy\"");
    }

    private static AchievementCredential.Award conferredAt(String time) {
        AwardConferred conferred = Fixtures.conferred();
        AwardConferred then = new AwardConferred(
                conferred.tenant(),
                conferred.award(),
                conferred.learner(),
                conferred.achievement(),
                conferred.version(),
                conferred.number(),
                conferred.results(),
                conferred.evidence(),
                conferred.components(),
                Instant.parse(time),
                conferred.replaces());
        return award(then, HOLDER);
    }

    private static AchievementCredential.Award award(AwardConferred conferred, Holder holder) {
        return new AchievementCredential.Award(conferred, holder, new StatusEntry("northgate-1", 94567));
    }

    private static String document(Holder holder) {
        return document(Fixtures.dataLiteracy().definition(), award(Fixtures.conferred(), holder));
    }

    private static String document(Achievement achievement, AchievementCredential.Award award) {
        return AchievementCredential.document(ID, Fixtures.NORTHGATE, achievement, award);
    }

    private static JsonNode tree(Holder holder) throws JsonProcessingException {
        return JSON.readTree(document(holder));
    }
}
