package org.meritstream.issuance.credential;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.meritstream.events.AchievementPublished;
import org.meritstream.events.AwardConferred;
import org.meritstream.events.AwardResult;
import org.meritstream.events.EventFormat;
import org.meritstream.events.EventType;
import org.meritstream.events.Score;
import org.meritstream.issuance.Fixtures;
import org.meritstream.issuance.status.StatusEntry;
import org.meritstream.proving.Repository;

/** Levels of a rubric as Open Badges 3.0 says them: ResultDescription, RubricCriterionLevel and Result. */
class RubricLevelsTest {
    private static final String REPORT = "http://localhost:8080/achievements/northgate.data-literacy/1#report";

    @Test
    void describesTheLevelsAndTheOneThatIsRequired() throws IOException {
        JsonNode described = find(credential("good").at("/credentialSubject/achievement/resultDescription"), "id");

        assertThat(described.path("resultType").asText()).isEqualTo("RubricCriterionLevel");
        assertThat(described.path("requiredLevel").asText()).isEqualTo(REPORT + "/good");
        assertThat(described.path("rubricCriterionLevel").findValuesAsText("id"))
                .containsExactly(REPORT + "/weak", REPORT + "/good", REPORT + "/excellent");
    }

    @Test
    void namesTheLevelThatWasAchieved() throws IOException {
        JsonNode result = find(credential("good").at("/credentialSubject/result"), "resultDescription");

        assertThat(result.path("achievedLevel").asText()).isEqualTo(REPORT + "/good");
        assertThat(result.path("value").asText()).isEqualTo("2");
    }

    @Test
    void tellsNoResultOfARubricWithoutItsLevel() throws IOException {
        assertThat(credential(null).at("/credentialSubject/result").isMissingNode())
                .isTrue();
    }

    @Test
    void passesTheOfficialSchema() throws IOException {
        assertThat(new OfficialSchema().violations(document("good"))).isEmpty();
    }

    private static JsonNode find(JsonNode list, String member) {
        for (JsonNode node : list) {
            if (node.path(member).asText().equals(REPORT)) {
                return node;
            }
        }
        throw new AssertionError("nothing of the report in " + list);
    }

    private static JsonNode credential(@Nullable String level) throws IOException {
        return new ObjectMapper().readTree(document(level));
    }

    private static String document(@Nullable String level) throws IOException {
        AwardConferred award = Fixtures.conferred();
        Score points = new Score(new BigDecimal("2"), null, new BigDecimal("3.5"));
        AwardConferred withLevel = new AwardConferred(
                award.tenant(),
                award.award(),
                award.learner(),
                award.achievement(),
                award.version(),
                award.number(),
                List.of(new AwardResult("report", points, level)),
                award.evidence(),
                award.components(),
                award.conferredAt(),
                null);
        byte[] json =
                Files.readAllBytes(Repository.root().resolve("contracts/examples/achievement.published.v1/full.json"));
        AchievementPublished full = (AchievementPublished) EventFormat.data(EventType.ACHIEVEMENT_PUBLISHED, json);
        return AchievementCredential.document(
                UUID.fromString("0199b0c0-0000-8000-8000-00000000c002"),
                Fixtures.NORTHGATE,
                full.definition(),
                new AchievementCredential.Award(
                        withLevel,
                        new Holder("Amina Yilmaz", null, "f00dfeed"),
                        new StatusEntry("northgate-1", 94568)));
    }
}
