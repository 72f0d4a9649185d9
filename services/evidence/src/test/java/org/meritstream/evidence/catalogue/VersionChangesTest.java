package org.meritstream.evidence.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meritstream.events.Achievement;
import org.meritstream.evidence.flow.Files;
import org.meritstream.evidence.judgement.Words;

/** The draft of the tests, changed once each. */
class VersionChangesTest {
    private static final String DRAFT = Files.read("drafts/data-literacy.json");

    @Test
    void findsNothingWhereNothingDiffers() throws JsonProcessingException {
        assertThat(said(DRAFT)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        "threshold": "0.6"            | "threshold": "0.75"      | “Data report” asks for more: 75 % instead of 60 %.
        "threshold": "0.6"            | "threshold": "0.50"      | “Data report” asks for less: 50 % instead of 60 %.
        "attempt": "BEST"             | "attempt": "LATEST"      | “Data report” is checked in another way.
        "activity": "assignment/355"  | "activity": "quiz/1"     | “Data report” is checked in another way.
        "name": "Data report"         | "name": "Report"         | “Data report” is called “Report” now.
        "Writes a report             | "Writes an essay         | What “Data report” asks for is said in other words.
        "ects": "3"                   | "ects": "4"              | ECTS credits: 4 instead of 3.
        "eqfLevel": 6                 | "eqfLevel": 5            | EQF level: 5 instead of 6.
        "Unsupervised;                | "Supervised;             | Assessment, supervision or quality assurance are described in another way.
        "release": "AT_ONCE"          | "release": "AFTER_APPROVAL" | It is awarded at another time or in another way.
        "name": "Data literacy"       | "name": "Data"           | Its name is “Data” instead of “Data literacy”.
        "tags": ["data",              | "tags": ["numbers",      | Description, language, kind or topics are others.
        """)
    void saysWhatDiffers(String before, String after, String said) throws JsonProcessingException {
        assertThat(said(DRAFT.replace(before, after))).containsExactly(said);
    }

    @ParameterizedTest
    @CsvSource({"data-literacy.png, data-literacy-2.png", "A lens, A lamp", "'}', '}'"})
    void saysThatThePictureIsAnother(String before, String after) throws JsonProcessingException {
        String pictured = Files.read("drafts/with-picture.json");
        Achievement former = definition(before.equals("}") ? DRAFT : pictured);

        assertThat(VersionChanges.of(former, definition(pictured.replace(before, after))))
                .map(Words.in("en")::say)
                .containsExactly("Its picture, or what is said of it, is another.");
    }

    @Test
    void sees60And060AsTheSameThreshold() throws JsonProcessingException {
        assertThat(said(DRAFT.replace("\"0.6\"", "\"0.60\""))).isEmpty();
    }

    @Test
    void tellsCriteriaApartByTheirIds() throws JsonProcessingException {
        assertThat(said(DRAFT.replace("\"id\": \"report\"", "\"id\": \"essay\"")))
                .containsExactly("“Data report” is no longer asked for.", "“Data report” is new.");
    }

    @Test
    void saysThatMoreCriteriaAreNeeded() throws JsonProcessingException {
        String second = DRAFT.replace("\"criteria\": [", "\"criteria\": [" + criterion() + ",");

        assertThat(said(second)).containsExactly("“Exam” is new.", "More criteria are needed: 2 instead of 1.");
    }

    private static String criterion() {
        return Files.read("drafts/criterion.json");
    }

    private static List<String> said(String after) throws JsonProcessingException {
        Words words = Words.in("en");
        return VersionChanges.of(definition(DRAFT), definition(after)).stream()
                .map(words::say)
                .toList();
    }

    private static Achievement definition(String draft) throws JsonProcessingException {
        return DraftJson.read(draft.getBytes(StandardCharsets.UTF_8)).definition();
    }
}
