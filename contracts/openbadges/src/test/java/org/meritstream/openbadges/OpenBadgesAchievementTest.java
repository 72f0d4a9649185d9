package org.meritstream.openbadges;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meritstream.events.AchievementPublished;
import org.meritstream.events.EventFormat;
import org.meritstream.events.EventType;

/** Every achievement that the contract lets be published is one by 1EdTech's schema. */
class OpenBadgesAchievementTest {
    private static final String ADDRESS = "https://merit.northgate.example/achievements/northgate.data-literacy/1";
    private static final Path EXAMPLES = Path.of("../examples/achievement.published.v1");
    private static final String CHOSEN =
            "{\"id\":\"https://www.northgate.example/badges/data-literacy.png\",\"type\":\"Image\","
                    + "\"caption\":\"A lens over a bar chart, with the words Data Literacy\"}";
    private static final Path SCHEMA = Path.of("src/main/resources/schemas/ob_v3p0_achievementcredential_schema.json");

    @ParameterizedTest
    @ValueSource(strings = {"minimal", "full"})
    void keepsTheOfficialSchema(String example) throws IOException {
        assertThat(violations(achievement(example))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "type", "name", "description", "criteria"})
    void theOfficialSchemaMissesWhatIsTakenAway(String member) throws IOException {
        assertThat(violations(achievement("full").without(member))).isNotEmpty();
    }

    @Test
    void saysHowManyCriteriaMakeTheAward() throws IOException {
        assertThat(achievement("full").at("/criteria/narrative").asText()).startsWith("At least 2 of these 7:\n\n- **");
    }

    @Test
    void saysNothingOfWhatIsPlainWhereAllDo() throws IOException {
        assertThat(achievement("minimal").at("/criteria/narrative").asText()).startsWith("- **");
    }

    @Test
    void leavesOutWhatIsEmpty() throws IOException {
        assertThat(achievement("minimal").properties())
                .noneMatch(member ->
                        member.getValue().isEmpty() && member.getValue().isContainerNode());
    }

    @Test
    void describesEveryResultBelowTheAddress() throws IOException {
        assertThat(achievement("full").path("resultDescription"))
                .isNotEmpty()
                .allSatisfy(result -> assertThat(result.path("id").asText()).startsWith(ADDRESS + "#"));
    }

    @Test
    void hasThePictureThatItsAuthorChose() throws IOException {
        assertThat(achievement("full").path("image").toString()).isEqualTo(CHOSEN);
    }

    @Test
    void hasTheBadgeThatIsDrawnOfItWhereItsAuthorChoseNone() throws IOException {
        assertThat(achievement("minimal").at("/image/id").asText())
                .isEqualTo("https://merit.northgate.example/badges/northgate.data-literacy/1.png");
        assertThat(achievement("minimal").at("/image/caption"))
                .isEqualTo(achievement("minimal").path("name"));
    }

    private static ObjectNode achievement(String example) throws IOException {
        byte[] body = Files.readAllBytes(EXAMPLES.resolve(example + ".json"));
        var published = (AchievementPublished) EventFormat.data(EventType.ACHIEVEMENT_PUBLISHED, body);
        return OpenBadgesAchievement.of(ADDRESS, published.version(), published.definition());
    }

    private static List<String> violations(Object achievement) throws IOException {
        ObjectNode schema = (ObjectNode) EventFormat.JSON.readTree(SCHEMA.toFile());
        schema.retain("$schema", "$defs");
        schema.put("$ref", "#/$defs/Achievement");
        Schema compiled = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2019_09)
                .getSchema(schema.toString(), InputFormat.JSON);
        return compiled
                .validate(
                        achievement.toString(),
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .toList();
    }
}
