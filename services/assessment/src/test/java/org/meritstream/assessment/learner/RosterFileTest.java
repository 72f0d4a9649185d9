package org.meritstream.assessment.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meritstream.assessment.Fixture;
import org.meritstream.assessment.reading.SenderJson;

class RosterFileTest {

    @Test
    void readsQuotedCommasQuotesAndLineEnds() {
        List<RosterRow> rows = csv("roster/quoted.csv");

        assertThat(rows)
                .extracting(RosterRow::displayName)
                .containsExactly("Byrne, Maeve", "Tom \"TJ\" Okafor", "Ada\nLin");
        assertThat(rows).extracting(RosterRow::studentNumber).containsExactly("S-1", "S-2", "S-3");
    }

    @Test
    void readsAByteOrderMarkWindowsLineEndsAndSemicolonsAsSpreadsheetsWriteThem() {
        List<RosterRow> rows = csv("roster/spreadsheet.csv");

        assertThat(rows).extracting(RosterRow::studentNumber).containsExactly("S-1", "S-2");
        assertThat(rows).extracting(RosterRow::email).containsExactly("maeve.byrne@northgate.example", "");
    }

    @Test
    void takesColumnsInAnyOrderAndPassesOverOthers() {
        List<RosterRow> rows = RosterFile.csv("shoe size,Display name,student_number\n38,Maeve Byrne,S-1\n");

        assertThat(rows).containsExactly(new RosterRow(1, "S-1", "Maeve Byrne", null, null));
    }

    @Test
    void countsAMissingFieldAsAbsent() {
        assertThat(RosterFile.csv("studentNumber,displayName,email\nS-1\n"))
                .containsExactly(new RosterRow(1, "S-1", null, null, null));
    }

    @Test
    void readsTenThousandRows() {
        String file = IntStream.range(0, 10_000)
                .mapToObj(i -> "S-" + i + ",\"Learner, Number " + i + "\",l" + i + "@northgate.example,en\n")
                .collect(Collectors.joining("", "studentNumber,displayName,email,language\n", ""));

        List<RosterRow> rows = RosterFile.csv(file);

        assertThat(rows).hasSize(10_000);
        assertThat(CheckRosterDecision.decide(rows))
                .allMatch(verdict -> verdict instanceof CheckRosterDecision.Verdict.Sound);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\n",
                "studentNumber,email\nS-1,x",
                "displayName\nMaeve",
                "studentNumber,displayName\nS-1,\"Maeve",
                "studentNumber,displayName\nS-1,\"Maeve\" Byrne"
            })
    void saysSoWhenTheFileCanNotBeRead(String file) {
        assertThatThrownBy(() -> RosterFile.csv(file)).isInstanceOf(Csv.Broken.class);
    }

    @Test
    void readsJsonAndCountsWhatIsNoTextAsAbsent() {
        List<RosterRow> rows = RosterFile.json(Fixture.json("roster/learners.json"));

        assertThat(rows)
                .containsExactly(
                        new RosterRow(1, "S-1", "Maeve Byrne", "maeve.byrne@northgate.example", "en-IE"),
                        new RosterRow(2, "1002", null, null, null));
    }

    @Test
    void saysSoWhenJsonHoldsNoLearners() {
        assertThatThrownBy(() -> RosterFile.json(SenderJson.read("[]").orElseThrow()))
                .isInstanceOf(Csv.Broken.class);
    }

    private static List<RosterRow> csv(String file) {
        return RosterFile.csv(SenderJson.text(Fixture.text(file).getBytes(StandardCharsets.UTF_8))
                .orElseThrow());
    }
}
