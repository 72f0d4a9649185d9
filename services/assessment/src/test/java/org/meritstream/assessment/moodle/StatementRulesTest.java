package org.meritstream.assessment.moodle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meritstream.assessment.Fixture.json;
import static org.meritstream.assessment.Fixture.statement;
import static org.meritstream.assessment.Fixture.with;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meritstream.assessment.reading.SenderJson;

class StatementRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quiz_attempt",
                "quiz_attempt.by_mail",
                "quiz_attempt.by_group",
                "assign_scored",
                "assign_ungraded",
                "assign_scored.older_plugin_ungraded",
                "badge_revoked",
                "viewed"
            })
    void acceptsWhatThePluginSends(String file) {
        assertThat(StatementRules.broken(json("moodle/" + file + ".statements.json")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "actor, 'null'",
        "actor/account, 'null'",
        "actor/account/homePage, 'null'",
        "actor/account/name, '7'",
        "actor/mbox, '\"mailto:second@northgate.example\"'",
        "verb, 'null'",
        "verb/id, '\"completed\"'",
        "object, '[]'",
        "object/id, '\"not an iri\"'",
        "object/objectType, '\"GroupActivity\"'",
        "id, '\"7\"'",
        "timestamp, '\"yesterday\"'",
        "timestamp, '12'",
        "marks, '7'",
        "result, '[]'",
        "result/success, '\"true\"'",
        "result/completion, '\"unknown\"'",
        "result/points, '7'",
        "result/score/raw, '\"NaN\"'",
        "result/score/mean, '7'"
    })
    void refusesWhatIsReallyInvalid(String member, String value) {
        assertThat(StatementRules.broken(with(statement("quiz_attempt"), member, value)))
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource({"result/score/raw, '150'", "result/score/scaled, '1.5'", "result/score/max, '0'"})
    void acceptsExtraCredit(String member, String value) {
        assertThat(StatementRules.broken(with(statement("quiz_attempt"), member, value)))
                .isEmpty();
    }

    @Test
    void refusesAnIdThatStandsTwiceInABatch() {
        String id = "\"0b3a5a30-6a0b-4a05-8d3c-111111111111\"";
        JsonNode batch = json("moodle/quiz_attempt.statements.json");
        with(batch.get(0), "id", id);
        with(batch.get(1), "id", id.toUpperCase(java.util.Locale.ROOT));

        assertThat(StatementRules.broken(batch))
                .hasValueSatisfying(wrong -> assertThat(wrong).contains("Statement 2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "\"x\"", "null", "[7]", "[[]]"})
    void refusesWhatIsNoStatement(String json) {
        assertThat(StatementRules.broken(SenderJson.read(json).orElseThrow())).isPresent();
    }

    @Test
    void quotesNothingOfTheStatement() {
        JsonNode batch = with(statement("quiz_attempt"), "actor/account/homePage", "\"tom.okafor\"");

        assertThat(StatementRules.broken(batch))
                .hasValueSatisfying(wrong -> assertThat(wrong).doesNotContain("okafor"));
    }
}
