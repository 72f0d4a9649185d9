package org.meritstream.assessment.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meritstream.assessment.Fixture;
import org.meritstream.assessment.canvas.ReadLiveEventDecision;
import org.meritstream.assessment.moodle.ReadStatementDecision;
import org.meritstream.assessment.moodle.StatementRules;
import org.meritstream.events.Attempt;
import org.meritstream.events.EventFormat;
import org.meritstream.events.LearnerLinked;

class AnyInputTest {
    private static final Instant RECEIVED = Instant.parse("2026-11-01T10:00:00Z");
    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private static final int ROUNDS = 3_000;

    @Test
    void neverThrowsOnAnyValue() {
        AnyJson any = new AnyJson(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            JsonNode value = any.value(5);
            assertThatCode(() -> readAll(value)).as("seed %d: %s", SEED, value).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "canvas/grade_change.json",
                "canvas/submission_created.json",
                "canvas/course_completed.json",
                "canvas/quiz_submitted.json",
                "canvas/learning_outcome_result_created.json",
                "moodle/quiz_attempt.statements.json",
                "moodle/assign_scored.statements.json",
                "moodle/module_uncompleted.statements.json"
            })
    void neverThrowsOnADisturbedPayloadAndWhatItReadsCanBeStored(String file) {
        JsonNode payload = Fixture.json(file);
        JsonNode one = payload.isArray() ? payload.get(0) : payload;
        AnyJson any = new AnyJson(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            JsonNode value = any.disturbed(one);
            assertThatCode(() -> readAll(value).forEach(AnyInputTest::store))
                    .as("seed %d: %s", SEED, value)
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"a\":1}}", "{\"a\":1,\"a\":2}", "NaN", "{\"a\":NaN}", "[1,]", "'x'", "1 2"})
    void readsNothingFromWhatIsNotOneJsonValue(String text) {
        assertThat(SenderJson.read(text)).isEmpty();
    }

    @Test
    void readsNothingFromWhatIsNestedTooDeeply() {
        assertThat(SenderJson.read("[".repeat(65) + "]".repeat(65))).isEmpty();
        assertThat(SenderJson.read("[".repeat(64) + "]".repeat(64))).isPresent();
    }

    @Test
    void readsNoTextFromWhatIsNotUtf8() {
        assertThat(SenderJson.text(new byte[] {'"', (byte) 0xC3, '"'})).isEmpty();
        assertThat(SenderJson.text("{}".getBytes(java.nio.charset.StandardCharsets.UTF_16)))
                .isEmpty();
    }

    private static List<Reading> readAll(JsonNode value) {
        StatementRules.broken(value);
        return List.of(ReadLiveEventDecision.decide(value), ReadStatementDecision.decide(value, RECEIVED));
    }

    /** What PostgreSQL and UTF-8 can carry: no control characters, no halves of surrogate pairs, times that fit. */
    private static void store(Reading reading) {
        assertThat(EventFormat.JSON.valueToTree(reading).toString()).doesNotContain("\\u0000");
        switch (reading) {
            case Reading.Completed done -> written(done.occurrence());
            case Reading.Withdrawn gone -> written(gone.occurrence());
            case Reading.Ignored ignored -> assertThat(ignored.nativeEvent()).isNotBlank();
            case Reading.Parked parked -> assertThat(parked.nativeEvent()).isNotBlank();
        }
    }

    private static void written(Occurrence occurrence) {
        Attempt attempt = occurrence.attempt();
        assertThat(attempt.number() == null || attempt.number() > 0).isTrue();
        assertThat(occurrence.person().isKnown()).isTrue();
        assertThat(EventFormat.bytes(new LearnerLinked("t", new UUID(0, 1), new UUID(0, 2), occurrence.occurredAt())))
                .isNotEmpty();
        assertThat(occurrence.activity().id()).isNotBlank();
    }
}
