package org.meritstream.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.meritstream.quickstart.client.Json;

/** The two tenants of the demonstration, and what their learning management systems send of a learner. */
enum Campus {
    /** A report marked in Canvas, and a module completed in Moodle. */
    NORTHGATE {
        @Override
        Workload.Delivery marked(Learner learner, boolean passes, Instant at) {
            ObjectNode event = Json.resource(Campus.class, DEMO + "canvas-grade-change.json");
            int marks = passes ? 15 : 8;
            ((ObjectNode) event.path("metadata")).put("event_time", at.toString());
            ((ObjectNode) event.path("body"))
                    .put("grade", Integer.toString(marks))
                    .put("score", marks)
                    .put("student_id", learner.account())
                    .put("user_id", learner.account())
                    .put("student_sis_id", learner.number())
                    .put("submission_id", learner.account());
            return delivery("canvas", event);
        }

        @Override
        List<Workload.Delivery> besides(Learner learner, Instant at) {
            return List.of(delivery("moodle", statement("moodle-module-completed.json", learner, at)));
        }
    },
    /** A quiz attempted in Moodle. */
    SOUTHBANK {
        @Override
        Workload.Delivery marked(Learner learner, boolean passes, Instant at) {
            JsonNode statements = statement("moodle-quiz-attempt.json", learner, at);
            ObjectNode statement = (ObjectNode) statements.path(0);
            ((ObjectNode) statement.path("actor").path("account")).put("homePage", SITE);
            ((ObjectNode) statement.path("object"))
                    .put("id", SITE + "/mod/quiz/attempt.php?attempt=" + learner.row() + (passes ? 2 : 1));
            ((ObjectNode) statement
                            .path("context")
                            .path("contextActivities")
                            .path("parent")
                            .path(0))
                    .put("id", SITE + "/mod/quiz/view.php?id=7");
            ((ObjectNode) statement.path("result").path("score")).put("raw", passes ? 41 : 20);
            return delivery("moodle", statements);
        }
    };

    private static final String DEMO = "/org/meritstream/quickstart/demo/";
    private static final String SITE = "https://moodle.southbank.example";

    /**
     * Somebody of whom deliveries tell.
     *
     * @param account Canvas's id of the learner
     */
    record Learner(String number, String account) {
        private static final int SHARD = 4;

        /** The account without its shard: it begins the numbers of Moodle's attempts, which must not hold an account. */
        String row() {
            return account.substring(SHARD);
        }
    }

    /** Its name in addresses. */
    String tenant() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What the award is decided by; a fail may be followed by a pass. */
    abstract Workload.Delivery marked(Learner learner, boolean passes, Instant at);

    /** What the award asks for besides; everybody does that. */
    List<Workload.Delivery> besides(Learner learner, Instant at) {
        return List.of();
    }

    /** What identifies a learner in these deliveries. */
    List<String> planted(Learner learner) {
        List<String> planted = new ArrayList<>(List.of(learner.number()));
        if (this == NORTHGATE) {
            planted.add(learner.account());
        }
        return planted;
    }

    Workload.Delivery delivery(String source, JsonNode payload) {
        return new Workload.Delivery(tenant(), source, payload.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode statement(String file, Learner learner, Instant at) {
        ObjectNode statement = Json.resource(Campus.class, DEMO + file);
        ((ObjectNode) statement.path("actor").path("account")).put("name", learner.number());
        statement.put("timestamp", at.toString());
        return statement.arrayNode().add(statement);
    }
}
