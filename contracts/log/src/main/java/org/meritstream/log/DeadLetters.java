package org.meritstream.log;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
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
     * A page of letters, in the order of their partitions and there of their failing.
     *
     * @param next behind which the next page begins; null on the last
     */
    public record Page(List<Letter> letters, @Nullable String next) {}

    /**
     * A thousand at most of those that are answered for; fewer where there are no more, or the time was over.
     *
     * @param after the {@code next} of the page before; null for the first
     * @throws IllegalArgumentException when {@code after} is none
     * @throws KafkaException when the log does not answer
     */
    public Page list(Remit remit, @Nullable String after) {
        Position behind = after == null ? null : position(after);
        if (after != null && behind == null) {
            throw new IllegalArgumentException("after is no place in the topic");
        }
        try (KafkaConsumer<String, byte[]> reader = clients.reader()) {
            return new LetterPages(reader, PATIENCE, MOST).page(partitions(reader), remit, behind);
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
                .sorted(Comparator.comparingInt(TopicPartition::partition))
                .toList();
    }

    private @Nullable ConsumerRecord<String, byte[]> find(Position position) {
        TopicPartition partition = new TopicPartition(position.topic(), position.partition());
        try (KafkaConsumer<String, byte[]> reader = clients.reader()) {
            if (!partitions(reader).contains(partition)) {
                return null;
            }
            return new LetterPages(reader, PATIENCE, MOST).record(partition, position.offset());
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
}
