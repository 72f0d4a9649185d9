package org.meritstream.events;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How each topic is kept: the settings that it is created with, by Kafka's own names. {@code helm/meritstream/files/topics.tsv} says the
 * same for a shell, and the AsyncAPI document for a reader; a test compares the three.
 */
public final class TopicSettings {
    /** The number never changes once a topic is there, because the order of one learner's events hangs on it. */
    public static final int PARTITIONS = 24;

    /** What a topic takes and a producer sends at the most: a raw delivery of 1 MiB grows when it is quoted in JSON. */
    public static final int MAX_MESSAGE_BYTES = 4 << 20;

    private static final Duration RECORD = Duration.ofDays(400);
    private static final Duration WALLET = Duration.ofDays(90);
    private static final Duration COMMANDS = Duration.ofDays(30);
    private static final Duration RAW = Duration.ofDays(14);

    /** How long who was away can learn of an erasure. */
    private static final Duration ERASURES = Duration.ofDays(60);

    private TopicSettings() {}

    /** Every topic but those of a tenant, with its settings. */
    public static Map<String, Map<String, String>> all() {
        Map<String, Map<String, String>> topics = new TreeMap<>();
        Topics.COMPACTED.forEach(topic -> topics.put(topic, policy("compact")));
        topics.put(Topics.LEARNER, with(policy("compact"), "delete.retention.ms", ERASURES));
        Topics.KEPT.forEach(topic -> topics.put(topic, kept(RECORD)));
        topics.put(Topics.INTAKE, kept(RAW));
        topics.put(Topics.IMPORT, kept(RAW));
        topics.put(Topics.WALLET, kept(WALLET));
        for (String service : Topics.SERVICES) {
            topics.put(Topics.commands(service), kept(COMMANDS));
            topics.put(Topics.deadLetters(service), kept(RAW));
        }
        return topics;
    }

    /** How long a topic's records are kept, at the least; empty for one that is compacted, whose records may stay for ever. */
    public static Optional<Duration> retention(String topic) {
        return Optional.ofNullable(all().getOrDefault(topic, Map.of()).get("retention.ms"))
                .map(millis -> Duration.ofMillis(Long.parseLong(millis)));
    }

    /** The settings of a tenant's feed. */
    public static Map<String, String> feed() {
        return policy("compact");
    }

    private static Map<String, String> kept(Duration time) {
        return with(policy("delete"), "retention.ms", time);
    }

    private static Map<String, String> policy(String cleanup) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("cleanup.policy", cleanup);
        settings.put("max.message.bytes", Integer.toString(MAX_MESSAGE_BYTES));
        return settings;
    }

    private static Map<String, String> with(Map<String, String> settings, String name, Duration time) {
        settings.put(name, Long.toString(time.toMillis()));
        return settings;
    }
}
