package org.meritstream.proving;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.meritstream.events.EventFormat;
import org.meritstream.events.Message;
import org.meritstream.events.Topics;
import org.meritstream.log.Inbound;
import org.meritstream.log.Position;

/** A turn that is told as the loop tells it, up to the commit. */
final class HalfTold {
    private HalfTold() {}

    /** A producer of that name; whoever had it before is done. */
    static KafkaProducer<String, byte[]> producer(String kafka, String transactionalId, Duration timeout) {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", kafka);
        settings.put("transactional.id", transactionalId);
        settings.put("transaction.timeout.ms", String.valueOf(timeout.toMillis()));
        KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        producer.initTransactions();
        return producer;
    }

    /** Begins a transaction with evaluations and, where there are any, offsets; returns when the broker has all of it. */
    @SuppressWarnings("FutureReturnValueIgnored")
    static void begin(
            KafkaProducer<String, byte[]> producer,
            String group,
            List<Message> caused,
            Map<TopicPartition, OffsetAndMetadata> next) {
        producer.beginTransaction();
        for (Message message : caused) {
            ProducerRecord<String, byte[]> record =
                    new ProducerRecord<>(Topics.EVALUATION, message.key(), message.body());
            message.headers()
                    .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            producer.send(record);
        }
        if (!next.isEmpty()) {
            producer.sendOffsetsToTransaction(next, new ConsumerGroupMetadata(group));
        }
        producer.flush();
    }

    /** A record as a turn takes it. */
    static Inbound inbound(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = new LinkedHashMap<>();
        record.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return new Inbound(
                new Position(record.topic(), record.partition(), record.offset()),
                EventFormat.read(headers, record.value()),
                new Message(record.topic(), record.key(), headers, record.value()));
    }

    /** Where the reading goes on after a batch. */
    static Map<TopicPartition, OffsetAndMetadata> next(List<Inbound> batch) {
        Map<TopicPartition, OffsetAndMetadata> next = new HashMap<>();
        batch.stream()
                .map(Inbound::position)
                .sorted(Comparator.comparingLong(Position::offset))
                .forEach(position -> next.put(
                        new TopicPartition(position.topic(), position.partition()),
                        new OffsetAndMetadata(position.offset() + 1)));
        return next;
    }
}
