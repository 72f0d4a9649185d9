package org.meritstream.proving;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.meritstream.events.Message;

/** What a test appends to a topic, and what a {@code read_committed} subscriber of it sees. */
public final class Topic {
    private final String kafka;
    private final String name;

    public Topic(String kafka, String name) {
        this.kafka = kafka;
        this.name = name;
    }

    /** Appends messages, acks=all; their own topic is not looked at. */
    public void append(List<Message> messages) {
        Properties settings = new Properties();
        settings.putAll(
                Map.of("bootstrap.servers", kafka, "acks", "all", "linger.ms", "20", "delivery.timeout.ms", "180000"));
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            List<java.util.concurrent.Future<?>> sent = new ArrayList<>();
            for (Message message : messages) {
                sent.add(producer.send(record(message)));
            }
            for (java.util.concurrent.Future<?> send : sent) {
                send.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("The broker did not take a record", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while appending", e);
        }
    }

    /** Reads from the beginning until what was seen satisfies the test, or the time is over; what was seen either way. */
    public List<ConsumerRecord<String, byte[]>> readUntil(
            Predicate<List<ConsumerRecord<String, byte[]>>> enough, Duration time) {
        return read((consumer, seen) -> enough.test(seen), time);
    }

    /**
     * All that is there, to the last committed record of each partition.
     *
     * @throws IllegalStateException when the end was not reached in time: whoever asserts that something is not there must have looked
     */
    public List<ConsumerRecord<String, byte[]>> all(Duration time) {
        AtomicBoolean complete = new AtomicBoolean();
        List<ConsumerRecord<String, byte[]>> seen = read(
                (consumer, records) -> {
                    complete.set(atEnd(consumer));
                    return complete.get();
                },
                time);
        if (!complete.get()) {
            throw new IllegalStateException(name + " could not be read to its end within " + time);
        }
        return seen;
    }

    private static boolean atEnd(KafkaConsumer<String, byte[]> consumer) {
        return consumer.endOffsets(consumer.assignment()).entrySet().stream()
                .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private List<ConsumerRecord<String, byte[]>> read(
            BiPredicate<KafkaConsumer<String, byte[]>, List<ConsumerRecord<String, byte[]>>> enough, Duration time) {
        Properties settings = new Properties();
        settings.putAll(Map.of("bootstrap.servers", kafka, "isolation.level", "read_committed"));
        List<ConsumerRecord<String, byte[]>> seen = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(name).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long end = System.nanoTime() + time.toNanos();
            while (!enough.test(consumer, seen) && System.nanoTime() < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(seen::add);
            }
        }
        return seen;
    }

    /** A header's text, or empty. */
    public static String header(ConsumerRecord<String, byte[]> record, String header) {
        var found = record.headers().lastHeader(header);
        return found == null ? "" : new String(found.value(), StandardCharsets.UTF_8);
    }

    private ProducerRecord<String, byte[]> record(Message message) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(name, message.key(), message.body());
        message.headers()
                .forEach((header, value) -> record.headers().add(header, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }
}
