package org.meritstream.openbadges;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.meritstream.events.Achievement;
import org.meritstream.events.AwardRule;
import org.meritstream.events.Criterion;
import org.meritstream.events.EventFormat;
import org.meritstream.events.Recognition;
import org.meritstream.events.ReleasePolicy;
import org.meritstream.events.Rule;

class RecognitionDataTest {
    private static final String ADDRESS = "https://merit.northgate.example/achievements/northgate.data-science/2";
    private static final Rule.Completed COMPLETED = new Rule.Completed("moodle", "course/1");

    @Test
    void statesWhatTheAchievementStatesAndDecimalsExactly() {
        Recognition stated = new Recognition(
                new BigDecimal("2.500000000000000001"), 6, "Project", "On campus", "ESG 2015", new BigDecimal("62.5"));

        assertThat(RecognitionData.of(ADDRESS, achievement(stated, COMPLETED))).hasValue(json("""
                        {"type":["Recognition"],"ects":"2.500000000000000001","eqfLevel":6,"assessmentType":"Project",
                        "supervision":"On campus","qualityAssurance":"ESG 2015","hours":"62.5"}"""));
    }

    @Test
    void leavesOutWhatIsNotStated() {
        Recognition stated = new Recognition(null, 5, " ", null, null, null);

        assertThat(RecognitionData.of(ADDRESS, achievement(stated, COMPLETED)))
                .hasValue(json("{\"type\":[\"Recognition\"],\"eqfLevel\":5}"));
    }

    @Test
    void writesDecimalsAsXmlSchemaDoes() {
        Recognition stated = new Recognition(new BigDecimal("1E+1"), null, null, null, null, null);

        assertThat(RecognitionData.of(ADDRESS, achievement(stated, COMPLETED)))
                .hasValue(json("{\"type\":[\"Recognition\"],\"ects\":\"10\"}"));
    }

    @Test
    void isAbsentWhereNothingIsStated() {
        Recognition empty = new Recognition(null, null, null, null, null, null);

        assertThat(RecognitionData.of(ADDRESS, achievement(null, COMPLETED))).isEmpty();
        assertThat(RecognitionData.of(ADDRESS, achievement(empty, COMPLETED))).isEmpty();
    }

    @Test
    void namesWhatAStackIsBuiltOnOnceHoweverDeepItsRulesAre() {
        Rule own = new Rule.Credential("statistics", null);
        Rule others = new Rule.Credential("https://lakeside.example/a/1", "did:web:lakeside.example");
        Rule credits = new Rule.Credits(BigDecimal.TEN, List.of(new Rule.Credits.Counted("ethics", null, null)));
        Rule rule = new Rule.All(
                List.of(own, new Rule.Any(List.of(others, own)), new Rule.AtLeast(1, List.of(credits, COMPLETED))));
        Achievement stack = achievement(null, rule);

        assertThat(RecognitionData.of(ADDRESS, stack)).hasValue(json("""
                {"type":["Recognition"],"buildsOn":["https://merit.northgate.example/achievements/northgate.statistics",
                "https://lakeside.example/a/1","https://merit.northgate.example/achievements/northgate.ethics"]}"""));
        assertThat(OpenBadgesAchievement.of(ADDRESS, 2, stack)
                        .at("/criteria/narrative")
                        .asText())
                .contains("Builds on: https://merit.northgate.example/achievements/northgate.statistics, https://");
    }

    @Test
    void repeatsInWordsWhatTheContextHasTermsFor() {
        Recognition stated =
                new Recognition(new BigDecimal("2.5"), 6, "Project", "On campus", "ESG 2015", new BigDecimal("62.5"));

        String narrative = OpenBadgesAchievement.of(ADDRESS, 2, achievement(stated, COMPLETED))
                .at("/criteria/narrative")
                .asText();
        assertThat(narrative)
                .contains(
                        "Workload: 2.5 ECTS",
                        "Workload: 62.5 hours",
                        "Level: EQF 6",
                        "Assessment: Project",
                        "Supervision and identity verification: On campus",
                        "Quality assurance: ESG 2015");
    }

    /** A member without a term would be signed by no proof over RDF. */
    @Test
    void hasATermForEveryMemberOfTheContract() throws IOException {
        JsonNode contract = EventFormat.JSON
                .readTree(Path.of("../schemas/definitions.json").toFile())
                .at("/$defs/recognition/properties");
        JsonNode terms = EventFormat.JSON
                .readTree(
                        RecognitionContext.document(RecognitionContext.CURRENT).orElseThrow())
                .at("/@context/recognition/@context");

        assertThat(contract.properties())
                .extracting(Map.Entry::getKey)
                .isNotEmpty()
                .allSatisfy(member -> assertThat(terms.has(member)).as(member).isTrue());
    }

    private static Achievement achievement(@Nullable Recognition recognition, Rule rule) {
        return new Achievement(
                "Data science",
                "What it says.",
                "MicroCredential",
                "en",
                List.of(new Criterion("one", "One", "Do it.", rule, null)),
                AwardRule.ALL,
                List.of(),
                List.of(),
                recognition,
                ReleasePolicy.AT_ONCE,
                null,
                null,
                null,
                null,
                null);
    }

    private static ObjectNode json(String text) {
        try {
            return (ObjectNode) EventFormat.JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
