package org.meritstream.log;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.meritstream.events.EventFormat;
import org.meritstream.events.MalformedEvent;
import org.meritstream.events.Message;

/** Kafka's records as messages and back. */
final class Records {
    private Records() {}

    static Position position(ConsumerRecord<String, byte[]> record) {
        return new Position(record.topic(), record.partition(), record.offset());
    }

    static Map<String, String> headers(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
        }
        return headers;
    }

    /**
     * Reads an event.
     *
     * @throws MalformedEvent when the record is none
     */
    static Inbound inbound(ConsumerRecord<String, byte[]> record) {
        if (record.key() == null || record.value() == null) {
            throw new MalformedEvent("the record has no key or no value");
        }
        Map<String, String> headers = headers(record);
        Message message = new Message(record.topic(), record.key(), headers, record.value());
        return new Inbound(position(record), EventFormat.read(headers, record.value()), message);
    }

    static ProducerRecord<String, byte[]> outbound(Message message) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(message.topic(), message.key(), message.body());
        message.headers().forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }
}
