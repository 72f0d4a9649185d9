package org.meritstream.quickstart.servers;

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
import org.meritstream.events.TopicSettings;

/** Creates the topics of the log ahead of any service, so that nothing depends on who starts first. */
final class TopicSetup {
    private TopicSetup() {}

    /** Creates what is missing; a topic that exists keeps its partitions. */
    static void create(String bootstrap, int partitions) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            Set<String> present = admin.listTopics().names().get();
            List<NewTopic> missing = new ArrayList<>();
            TopicSettings.all().forEach((name, settings) -> {
                if (!present.contains(name)) {
                    missing.add(new NewTopic(name, Optional.of(partitions), Optional.of((short) 1)).configs(settings));
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
        admin.describeTopics(TopicSettings.all().keySet())
                .allTopicNames()
                .get()
                .forEach((name, topic) -> topic.partitions()
                        .forEach(partition ->
                                ends.put(new TopicPartition(name, partition.partition()), OffsetSpec.latest())));
        admin.listOffsets(ends).all().get();
    }
}
