package org.meritstream.quickstart.servers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.meritstream.events.Topics;

/** Creates the topics of the log ahead of any service, so that nothing depends on who starts first. */
final class TopicSetup {
    private static final Duration INTAKE_DAYS = Duration.ofDays(14);
    private static final Duration COMMAND_DAYS = Duration.ofDays(30);
    private static final Duration WALLET_DAYS = Duration.ofDays(90);
    private static final Duration RECORD_DAYS = Duration.ofDays(400);
    private static final String PRIVACY = "meritstream.privacy";

    private TopicSetup() {}

    /** Creates what is missing; a topic that exists keeps its partitions. */
    static void create(String bootstrap, int partitions) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            Set<String> present = admin.listTopics().names().get();
            List<NewTopic> missing = new ArrayList<>();
            configurations().forEach((name, configuration) -> {
                if (!present.contains(name)) {
                    missing.add(
                            new NewTopic(name, Optional.of(partitions), Optional.of((short) 1)).configs(configuration));
                }
            });
            admin.createTopics(missing).all().get();
            awaitLeaders(admin);
        }
    }

    /**
     * Returns when every partition answers. A topic is created before its leaders are ready, and a producer that meets a partition without
     * one may see its first records refused as out of order until they expire.
     */
    private static void awaitLeaders(Admin admin) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        admin.describeTopics(configurations().keySet())
                .allTopicNames()
                .get()
                .forEach((name, topic) -> topic.partitions()
                        .forEach(partition ->
                                ends.put(new TopicPartition(name, partition.partition()), OffsetSpec.latest())));
        admin.listOffsets(ends).all().get();
    }

    /** Every topic with its own configuration. */
    static Map<String, Map<String, String>> configurations() {
        Map<String, Map<String, String>> topics = new HashMap<>();
        Topics.COMPACTED.forEach(topic -> topics.put(topic, Map.of("cleanup.policy", "compact")));
        Topics.KEPT.forEach(topic -> topics.put(topic, keep(RECORD_DAYS)));
        topics.put(PRIVACY, keep(RECORD_DAYS));
        topics.put(Topics.INTAKE, keep(INTAKE_DAYS));
        topics.put(Topics.WALLET, keep(WALLET_DAYS));
        for (String service : Topics.SERVICES) {
            topics.put(Topics.commands(service), keep(COMMAND_DAYS));
            topics.put(Topics.deadLetters(service), keep(INTAKE_DAYS));
        }
        return topics;
    }

    private static Map<String, String> keep(Duration time) {
        return Map.of("retention.ms", Long.toString(time.toMillis()));
    }
}
