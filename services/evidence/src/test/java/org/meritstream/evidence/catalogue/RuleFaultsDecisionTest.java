package org.meritstream.evidence.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meritstream.evidence.judgement.Fixtures.MORNING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meritstream.events.AchievementPublished;
import org.meritstream.events.EventFormat;
import org.meritstream.events.EventType;
import org.meritstream.events.PublishAchievement;
import org.meritstream.evidence.catalogue.PublishDecision.Fault;
import org.meritstream.evidence.catalogue.PublishDecision.Publication;
import org.meritstream.proving.Repository;

/** What publication refuses of rules, rubrics and policies, and that it names the place. The example of the contract, broken once each. */
class RuleFaultsDecisionTest {
    private static final String FULL = full();

    @Test
    void publishesTheExampleOfTheContract() {
        assertThat(faults(FULL)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        "level": "able"                    | "level": "splendid"           | /criteria/5/rule/level
        "id": "weak"                       | "id": "good"                  | /criteria/3/rubric/levels/1/id
        "id": "weak"                       | "id": "not a slug"            | /criteria/3/rubric/levels/0/id
        "points": "3.5"                    | "points": "2"                 | /criteria/3/rubric/levels/2/points
        "points": "0"                      | "points": "-1"                | /criteria/3/rubric/levels/0/points
        "name": "Weak"                     | "name": " "                   | /criteria/3/rubric/levels/0/name
        "artifact": "report"               | "artifact": "The report"      | /criteria/3/rule/of/0/artifact
        "application/pdf"                  | "PDF"                         | /criteria/3/rule/of/0/mediaTypes/0
        "weight": "2.5"                    | "weight": "0"                 | /criteria/4/rule/of/0/parts/1/weight
        "weight": "1"                      | "weight": "-1"                | /criteria/4/rule/of/0/parts/0/weight
        "activity": "outcome/17"           | "activity": " "               | /criteria/4/rule/of/1/activity
        "https://badges.southfield.example | "ftp://badges.example         | /criteria/4/rule/of/2/achievement
        "coolDown": "PT72H"                | "coolDown": "PT0H"            | /resubmission/coolDown
        "perDay": "0.1"                    | "perDay": "10"                | /resubmission/latePenalty/perDay
        "most": "0.5"                      | "most": "1.5"                 | /resubmission/latePenalty/most
        "due": "2026-06-30T22:00:00Z",     | "dueSomeTime": 1,             | /resubmission/latePenalty
        """)
    void namesThePlaceOf(String part, String broken, String pointer) {
        assertThat(FULL).contains(part);

        assertThat(faults(FULL.replaceFirst(Pattern.quote(part), broken)))
                .extracting(Fault::pointer)
                .containsExactly(pointer);
    }

    @Test
    void refusesALevelWhereThereIsNoRubric() {
        String withoutRubric = FULL.replaceFirst(
                "\"source\": \"canvas-main\",\\s+\"activity\": \"outcome/17\",",
                "\"source\": \"canvas-main\", \"activity\": \"outcome/17\", \"level\": \"able\",");

        assertThat(faults(withoutRubric)).extracting(Fault::pointer).containsExactly("/criteria/4/rule/of/1/level");
    }

    private static List<Fault> faults(String json) {
        AchievementPublished read = (AchievementPublished)
                EventFormat.data(EventType.ACHIEVEMENT_PUBLISHED, json.getBytes(StandardCharsets.UTF_8));
        PublishAchievement asked =
                new PublishAchievement(read.tenant(), read.achievement(), read.version(), read.definition());
        Publication publication = PublishDecision.decide(asked, read.version() - 1, MORNING);
        return publication instanceof Publication.Faulty faulty ? faulty.faults() : List.of();
    }

    private static String full() {
        try {
            return Files.readString(Repository.root().resolve("contracts/examples/achievement.published.v1/full.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
