package org.meritstream.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.meritstream.quickstart.client.Json;

/**
 * What two learning management systems send about a cohort: a report marked in Canvas and a module completed in Moodle. A fifth of the
 * learners fails for good, a fifth fails, submits again and passes, the rest passes at once. Ten in a hundred deliveries come twice, and
 * the order is shuffled; the events' own times tell the story.
 *
 * @param seed decides the order and the duplicates; printed by every run
 * @param prefix of the student numbers, so that runs do not meet each other's learners
 */
record Workload(long seed, String prefix, int learners, Instant began) {
    private static final int OF_TWENTY_PASS = 15;
    private static final int OF_TWENTY_FAIL = 8;
    private static final int KINDS = 5;
    private static final long SHARD = 21_070_000_000_000_000L;

    /**
     * One delivery.
     *
     * @param source {@code canvas} or {@code moodle}, of the tenant northgate
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Delivery(String source, byte[] body) {}

    /** Learners who end with a passing mark and the module. */
    int qualified() {
        return learners - (learners + KINDS - 1) / KINDS;
    }

    /** The roster of learners {@code from} (inclusive) to {@code to} (exclusive). */
    JsonNode roster(int from, int to) {
        ObjectNode roster = Json.object();
        ArrayNode rows = roster.putArray("learners");
        for (int n = from; n < to; n++) {
            rows.addObject()
                    .put("studentNumber", number(n))
                    .put("displayName", "Learner " + number(n))
                    .put("email", "learner." + number(n) + "@northgate.example")
                    .put("language", "en");
        }
        return roster;
    }

    /** What identifies its learners: the student number, which is part of name and address, and the account. */
    List<String> planted() {
        List<String> planted = new ArrayList<>();
        for (int n = 0; n < learners; n++) {
            planted.add(number(n));
            planted.add(account(n));
        }
        return planted;
    }

    /** Every delivery once, in the order of its time. */
    List<Delivery> deliveries() {
        List<Delivery> deliveries = new ArrayList<>();
        for (int n = 0; n < learners; n++) {
            boolean failsFirst = n % KINDS <= 1;
            deliveries.add(marked(n, failsFirst ? OF_TWENTY_FAIL : OF_TWENTY_PASS, began));
            deliveries.add(completed(n, began.plusSeconds(60)));
            if (n % KINDS == 1) {
                deliveries.add(marked(n, OF_TWENTY_PASS, began.plusSeconds(3600)));
            }
        }
        return deliveries;
    }

    /** The deliveries as they really arrive: some twice, none in order. */
    List<Delivery> underWay() {
        Random random = new Random(seed);
        List<Delivery> deliveries = deliveries();
        int distinct = deliveries.size();
        for (int i = 0; i < distinct / 10; i++) {
            deliveries.add(deliveries.get(random.nextInt(distinct)));
        }
        Collections.shuffle(deliveries, random);
        return deliveries;
    }

    private String number(int n) {
        return prefix + String.format("%06d", n);
    }

    private String account(int n) {
        return Long.toString(SHARD + Math.floorMod(prefix.hashCode(), 100_000) * 1_000_000L + n);
    }

    private Delivery marked(int n, int marks, Instant at) {
        ObjectNode event = Json.resource(Workload.class, "/org/meritstream/quickstart/demo/canvas-grade-change.json");
        String user = account(n);
        ((ObjectNode) event.path("metadata")).put("event_time", at.plusMillis(n).toString());
        ((ObjectNode) event.path("body"))
                .put("grade", Integer.toString(marks))
                .put("score", marks)
                .put("student_id", user)
                .put("user_id", user)
                .put("student_sis_id", number(n))
                .put("submission_id", user);
        return new Delivery("canvas", bytes(event));
    }

    private Delivery completed(int n, Instant at) {
        ObjectNode statement =
                Json.resource(Workload.class, "/org/meritstream/quickstart/demo/moodle-module-completed.json");
        ((ObjectNode) statement.path("actor").path("account")).put("name", number(n));
        statement.put("timestamp", at.plusMillis(n).toString());
        return new Delivery("moodle", bytes(statement.arrayNode().add(statement)));
    }

    private static byte[] bytes(JsonNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }
}
