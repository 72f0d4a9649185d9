package org.meritstream.quickstart.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.meritstream.quickstart.client.Json;

/** What the two learning management systems send, in their own form. */
final class Payloads {
    /** A Canvas id of the first shard: 10^13 times the shard, and the local id. */
    private static final long SHARD = 21_070_000_000_000_000L;

    private static final String ATTEMPTS = "http://www.example.org/mod/quiz/attempt.php?cmid=1&attempt=";

    private Payloads() {}

    /**
     * Canvas: the data report was marked.
     *
     * @param user Canvas's local id of the learner
     * @param marks of 20
     */
    static byte[] reportMarked(String studentNumber, long user, int marks, Instant at) {
        ObjectNode event = Json.resource(Payloads.class, "canvas-grade-change.json");
        ((ObjectNode) event.path("metadata")).put("event_time", time(at));
        String id = Long.toString(SHARD + user);
        ((ObjectNode) event.path("body"))
                .put("grade", Integer.toString(marks))
                .put("score", marks)
                .put("student_id", id)
                .put("user_id", id)
                .put("student_sis_id", studentNumber)
                .put("submission_id", Long.toString(SHARD + 11_000 + user));
        return event.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Moodle: the module Reading figures was completed. */
    static byte[] moduleCompleted(String studentNumber, Instant at) {
        return statement("moodle-module-completed.json", studentNumber, at)
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Moodle: the methods exam was handed in and marked.
     *
     * @param attempt the attempt's row
     * @param marks of 50
     */
    static byte[] examMarked(String studentNumber, long attempt, int marks, Instant at) {
        ArrayNode statements = statement("moodle-quiz-attempt.json", studentNumber, at);
        ((ObjectNode) statements.path(0).path("object")).put("id", ATTEMPTS + attempt);
        ((ObjectNode) statements.path(0).path("result").path("score")).put("raw", marks);
        return statements.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static ArrayNode statement(String file, String studentNumber, Instant at) {
        ObjectNode statement = Json.resource(Payloads.class, file);
        ((ObjectNode) statement.path("actor").path("account")).put("name", studentNumber);
        statement.put("timestamp", time(at));
        ArrayNode statements = statement.arrayNode();
        return statements.add(statement);
    }

    private static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
