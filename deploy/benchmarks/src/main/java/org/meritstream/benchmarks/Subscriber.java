package org.meritstream.benchmarks;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What a {@code read_committed} subscriber of a topic sees, from its beginning. */
final class Subscriber {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final String kafka;

    Subscriber(String kafka) {
        this.kafka = kafka;
    }

    /**
     * A record as seen.
     *
     * @param seen when this subscriber got it, epoch milliseconds
     */
    record Seen(Map<String, String> headers, String key, String body, long seen) {
        /** The CloudEvents type. */
        String type() {
            return headers.getOrDefault("ce_type", "");
        }

        /** The CloudEvents id. */
        String id() {
            return headers.getOrDefault("ce_id", "");
        }

        /** All of it. */
        String text() {
            return key + " " + headers + " " + body;
        }
    }

    /** Reads until what was seen is enough, or the time is over; what was seen either way. */
    List<Seen> read(String topic, Predicate<List<Seen>> enough, Duration time) {
        return read(topic, (consumer, seen) -> enough.test(seen), time);
    }

    /** All that is there, to the last committed record of each partition. */
    List<Seen> all(String topic) {
        AtomicBoolean complete = new AtomicBoolean();
        List<Seen> seen = read(
                topic,
                (consumer, records) -> {
                    complete.set(atEnd(consumer));
                    return complete.get();
                },
                PATIENCE);
        if (!complete.get()) {
            throw new IllegalStateException(topic + " could not be read to its end within " + PATIENCE);
        }
        return seen;
    }

    /** Tells of each that is there, to the last committed record of each partition, and keeps none. */
    void each(String topic, Consumer<Seen> told) {
        read(topic, Duration.ofMinutes(30), Subscriber::atEnd, told);
    }

    private List<Seen> read(
            String topic, BiPredicate<KafkaConsumer<String, byte[]>, List<Seen>> enough, Duration time) {
        List<Seen> seen = new ArrayList<>();
        read(topic, time, consumer -> enough.test(consumer, seen), seen::add);
        return seen;
    }

    private void read(
            String topic, Duration time, Predicate<KafkaConsumer<String, byte[]>> enough, Consumer<Seen> told) {
        try (KafkaConsumer<String, byte[]> consumer = open()) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long end = System.nanoTime() + time.toNanos();
            while (!enough.test(consumer) && System.nanoTime() < end) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                    told.accept(seen(record));
                }
            }
        }
    }

    private static boolean atEnd(KafkaConsumer<String, byte[]> consumer) {
        return consumer.endOffsets(consumer.assignment()).entrySet().stream()
                .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    /**
     * Returns when nothing has been written to any topic for three seconds, the brokers' own among them: whoever still works on a batch
     * commits its offsets there.
     */
    void untilQuiet() throws InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            long before = -1;
            long now = written(admin);
            while (now != before) {
                TimeUnit.SECONDS.sleep(3);
                before = now;
                now = written(admin);
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long written(Admin admin) throws ExecutionException, InterruptedException {
        Set<String> topics = admin.listTopics(new ListTopicsOptions().listInternal(true))
                .names()
                .get();
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        admin.describeTopics(topics)
                .allTopicNames()
                .get()
                .forEach((topic, described) -> described
                        .partitions()
                        .forEach(partition ->
                                ends.put(new TopicPartition(topic, partition.partition()), OffsetSpec.latest())));
        return admin.listOffsets(ends).all().get().values().stream()
                .mapToLong(ListOffsetsResult.ListOffsetsResultInfo::offset)
                .sum();
    }

    private KafkaConsumer<String, byte[]> open() {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", kafka);
        settings.put("isolation.level", "read_committed");
        settings.put("fetch.max.wait.ms", "20");
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private static Seen seen(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
        }
        return new Seen(
                headers, record.key(), new String(record.value(), StandardCharsets.UTF_8), System.currentTimeMillis());
    }
}
