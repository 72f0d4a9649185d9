package org.meritstream.assessment.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meritstream.assessment.Fixture;
import org.meritstream.assessment.reading.Reading;
import org.meritstream.events.DeliveryAccepted;
import org.meritstream.events.SourceKind;

/** Senders give no stable id, so one is derived of every event that becomes a fact: the same for a retry, another for another fact. */
class EventKeysTest {
    private static final String CANVAS = "canvas/";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "canvas/submission_created",
                "canvas/submission_updated.graded",
                "canvas/grade_change",
                "canvas/quiz_submitted",
                "canvas/course_completed",
                "canvas/learning_outcome_result_created",
                "moodle/quiz_attempt.statements",
                "moodle/assign_scored.statements",
                "moodle/scorm_scored.statements",
                "moodle/course_completed.statements",
                "moodle/module_completed.statements",
                "moodle/module_uncompleted.statements",
                "moodle/badge_awarded.statements",
                "moodle/badge_revoked.statements"
            })
    void aRetryHasTheSameKeyWhateverTheOrderOfItsMembersAndTheRequestItCameBy(String file) {
        JsonNode retry = reversed(Fixture.json(file + ".json"));
        if (file.startsWith(CANVAS)) {
            Fixture.with(retry, "metadata/request_id", "\"another\"");
            Fixture.with(retry, "metadata/user_agent", "\"another\"");
            Fixture.with(retry, "metadata/job_id", "\"another\"");
        }

        assertThat(key(file, retry)).isEqualTo(key(file, Fixture.json(file + ".json")));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            canvas/submission_created,              body/submission_id,         "90211"
            canvas/submission_created,              body/attempt,               3
            canvas/submission_created,              body/updated_at,            "2026-10-04T18:02:12Z"
            canvas/submission_updated.graded,       body/workflow_state,        "submitted"
            canvas/submission_updated.graded,       body/updated_at,            "2026-10-05T09:30:16Z"
            canvas/quiz_submitted,                  body/submission_id,         "139958"
            canvas/quiz_submitted,                  body/quiz_id,               "2234"
            canvas/quiz_submitted,                  metadata/event_time,        "2026-10-03T12:00:34.388Z"
            canvas/course_completed,                body/course/id,             "813"
            canvas/course_completed,                body/user/id,               "732"
            canvas/course_completed,                body/progress/completed_at, "2026-10-09 07:39:00 -0800"
            canvas/learning_outcome_result_created, body/id,                    "5502"
            canvas/learning_outcome_result_created, body/user_uuid,             "another"
            canvas/learning_outcome_result_created, body/score,                 3
            canvas/learning_outcome_result_created, body/mastery,               false
            canvas/learning_outcome_result_created, body/updated_at,            "2026-10-05T09:30:16Z"
            moodle/assign_scored.statements,        0/actor/account/name,       "s-2026-0805"
            moodle/assign_scored.statements,        0/object/id,                "https://moodle.northgate.example/mod/assign/view.php?id=312"
            moodle/assign_scored.statements,        0/result/score/raw,         18
            moodle/assign_scored.statements,        0/timestamp,                "2026-10-07T14:21:10.000Z"
            moodle/module_completed.statements,     0/actor/account/name,       "s-2026-0805"
            moodle/module_completed.statements,     0/object/id,                "https://moodle.northgate.example/mod/book/view.php?id=321"
            moodle/module_completed.statements,     0/timestamp,                "2026-10-07T14:21:10.000Z"
            moodle/badge_awarded.statements,        0/actor/account/name,       "s-2026-0805"
            moodle/badge_awarded.statements,        0/object/id,                "https://moodle.northgate.example/badges/overview.php?id=6"
            moodle/badge_awarded.statements,        0/timestamp,                "2026-10-07T14:21:10.000Z"
            """)
    void anotherFactHasAnotherKey(String file, String member, String value) {
        JsonNode another = Fixture.with(Fixture.json(file + ".json"), member, value);

        assertThat(key(file, another)).isNotEqualTo(key(file, Fixture.json(file + ".json")));
    }

    /** A job may tell of the same completion or rating again at another time. */
    @ParameterizedTest
    @ValueSource(strings = {"canvas/course_completed", "canvas/learning_outcome_result_created"})
    void whatIsToldAgainLaterHasTheSameKey(String file) {
        JsonNode later = Fixture.with(Fixture.json(file + ".json"), "metadata/event_time", "\"2026-12-01T00:00:00Z\"");

        assertThat(key(file, later)).isEqualTo(key(file, Fixture.json(file + ".json")));
    }

    private static String key(String file, JsonNode payload) {
        SourceKind kind = file.startsWith(CANVAS) ? SourceKind.CANVAS_LIVE : SourceKind.MOODLE_XAPI;
        Reading first = ReadDeliveryDecision.decide(new DeliveryAccepted(
                        "northgate",
                        new UUID(0, 1),
                        "source",
                        kind,
                        "application/json",
                        "basic:x",
                        Instant.parse("2026-11-01T10:00:00Z"),
                        payload.toString()))
                .getFirst();
        return switch (first) {
            case Reading.Completed completed -> completed.occurrence().dedupeKey();
            case Reading.Withdrawn withdrawn -> withdrawn.occurrence().dedupeKey();
            case Reading.Ignored ignored -> throw new AssertionError(file + " is ignored: " + ignored.reason());
            case Reading.Parked parked -> throw new AssertionError(file + " is parked: " + parked.reason());
        };
    }

    /** The members of every object the other way round. */
    private static JsonNode reversed(JsonNode value) {
        if (value instanceof ObjectNode object) {
            List<Map.Entry<String, JsonNode>> members = new ArrayList<>(object.properties());
            Collections.reverse(members);
            ObjectNode turned = object.objectNode();
            members.forEach(member -> turned.set(member.getKey(), reversed(member.getValue())));
            return turned;
        }
        if (value instanceof ArrayNode array) {
            ArrayNode turned = array.arrayNode();
            array.forEach(item -> turned.add(reversed(item)));
            return turned;
        }
        return value;
    }
}
