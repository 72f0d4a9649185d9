package org.meritstream.log;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Topics;

/** A service's dead-letter topic, read on request: it is small, or something is very wrong. */
@ApplicationScoped
public class DeadLetters {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MOST = 1000;

    private final LogConfig config;
    private final KafkaClients clients;

    public DeadLetters(LogConfig config, @Identifier("default-kafka-broker") Map<String, Object> connection) {
        this.config = config;
        this.clients = KafkaClients.of(config, connection);
    }

    /**
     * A letter without its payload.
     *
     * @param id partition and offset in the dead-letter topic
     * @param origin where the record stood when it failed
     * @param type the record's {@code ce_type}, or empty
     * @param event the record's {@code ce_id}, or empty
     */
    public record Letter(String id, String origin, String reason, String type, String event, Instant failedAt) {}

    /**
     * The oldest of those that are answered for, a thousand at most.
     *
     * @throws KafkaException when the log does not answer
     */
    public List<Letter> list(Remit remit) {
        try (KafkaConsumer<String, byte[]> reader = clients.reader()) {
            List<TopicPartition> partitions = partitions(reader);
            reader.assign(partitions);
            reader.seekToBeginning(partitions);
            return read(reader, partitions, remit);
        }
    }

    /**
     * Appends the letter's record to the commands topic; false when there is no such letter among those that are answered for.
     *
     * @throws KafkaException when the log does not answer
     */
    public boolean replay(Remit remit, String id) {
        Position position = position(id);
        if (position == null) {
            return false;
        }
        ConsumerRecord<String, byte[]> letter = find(position);
        if (letter == null || !remit.covers(letter.key())) {
            return false;
        }
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(Topics.commands(config.service()), letter.key(), letter.value());
        letter.headers().forEach(record.headers()::add);
        try (KafkaProducer<String, byte[]> producer = clients.appender()) {
            producer.send(record).get();
        } catch (ExecutionException e) {
            throw new KafkaException("The log did not take the record", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while replaying", e);
        }
        return true;
    }

    private List<TopicPartition> partitions(KafkaConsumer<String, byte[]> reader) {
        return reader.partitionsFor(Topics.deadLetters(config.service()), PATIENCE).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    private static List<Letter> read(
            KafkaConsumer<String, byte[]> reader, Collection<TopicPartition> partitions, Remit remit) {
        Map<TopicPartition, Long> ends = reader.endOffsets(partitions, PATIENCE);
        List<Letter> letters = new ArrayList<>();
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (letters.size() < MOST && System.nanoTime() < giveUp && behind(reader, ends)) {
            for (ConsumerRecord<String, byte[]> record : reader.poll(Duration.ofMillis(200))) {
                if (remit.covers(record.key())) {
                    letters.add(letter(record));
                }
            }
        }
        return letters;
    }

    private static boolean behind(KafkaConsumer<String, byte[]> reader, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().anyMatch(end -> reader.position(end.getKey()) < end.getValue());
    }

    private @Nullable ConsumerRecord<String, byte[]> find(Position position) {
        TopicPartition partition = new TopicPartition(position.topic(), position.partition());
        try (KafkaConsumer<String, byte[]> reader = clients.reader()) {
            if (!partitions(reader).contains(partition)) {
                return null;
            }
            reader.assign(List.of(partition));
            reader.seek(partition, position.offset());
            for (ConsumerRecord<String, byte[]> record : reader.poll(PATIENCE)) {
                if (record.offset() == position.offset()) {
                    return record;
                }
            }
            return null;
        }
    }

    private @Nullable Position position(String id) {
        String[] parts = id.split("-", 2);
        try {
            return parts.length == 2
                    ? new Position(
                            Topics.deadLetters(config.service()), Integer.parseInt(parts[0]), Long.parseLong(parts[1]))
                    : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static Letter letter(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = Records.headers(record);
        return new Letter(
                record.partition() + "-" + record.offset(),
                headers.getOrDefault(DeadLetter.ORIGIN, ""),
                headers.getOrDefault(DeadLetter.REASON, ""),
                headers.getOrDefault("ce_type", ""),
                headers.getOrDefault("ce_id", ""),
                Instant.ofEpochMilli(record.timestamp()));
    }
}
