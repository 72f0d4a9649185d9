package org.meritstream.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.meritstream.quickstart.client.Json;

/**
 * What the learning management systems of a tenant send about a cohort. A fifth of the learners fails for good, a fifth fails, submits
 * again and passes, the rest passes at once. Ten in a hundred deliveries come twice, and the order is shuffled; the events' own times tell
 * the story.
 *
 * @param seed decides the order and the duplicates; printed by every run
 * @param prefix of the student numbers, so that runs do not meet each other's learners; two tenants may have the same
 */
record Workload(long seed, String prefix, int learners, Instant began, Campus campus) {
    private static final int KINDS = 5;
    private static final long SHARD = 21_070_000_000_000_000L;

    /** Of northgate, whose award takes two systems: what measurements are made with. */
    Workload(long seed, String prefix, int learners, Instant began) {
        this(seed, prefix, learners, began, Campus.NORTHGATE);
    }

    /**
     * One delivery.
     *
     * @param source {@code canvas} or {@code moodle}, of the tenant
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Delivery(String tenant, String source, byte[] body) {}

    /** Learners who end with a passing mark and whatever else the award asks for. */
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
                    .put("email", "learner." + number(n) + "@" + campus.tenant() + ".example")
                    .put("language", "en");
        }
        return roster;
    }

    /** What identifies its learners: the student number, which is part of name and address, and the account. */
    List<String> planted() {
        return IntStream.range(0, learners)
                .mapToObj(n -> campus.planted(learner(n)))
                .flatMap(List::stream)
                .toList();
    }

    /** Every delivery once, in the order of its time. */
    List<Delivery> deliveries() {
        List<Delivery> deliveries = new ArrayList<>();
        for (int n = 0; n < learners; n++) {
            Campus.Learner learner = learner(n);
            Instant at = began.plusMillis(n);
            deliveries.add(campus.marked(learner, n % KINDS > 1, at));
            deliveries.addAll(campus.besides(learner, at.plusSeconds(60)));
            if (n % KINDS == 1) {
                deliveries.add(campus.marked(learner, true, at.plusSeconds(3600)));
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

    private Campus.Learner learner(int n) {
        return new Campus.Learner(number(n), account(n));
    }

    private String number(int n) {
        return prefix + String.format("%06d", n);
    }

    private String account(int n) {
        return Long.toString(SHARD + Math.floorMod(prefix.hashCode(), 100_000) * 1_000_000L + n);
    }
}
