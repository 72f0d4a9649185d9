package org.meritstream.log;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.meritstream.events.Message;
import org.meritstream.events.Topics;

/**
 * A record that could not be processed: its own bytes and headers, and why. It is written in the transaction that consumes the record, so
 * it neither blocks its neighbours nor is lost.
 */
final class DeadLetter {
    static final String REASON = "meritstream_reason";
    static final String ORIGIN = "meritstream_origin";

    private DeadLetter() {}

    static Message of(String service, ConsumerRecord<String, byte[]> record, String reason) {
        Map<String, String> headers = new LinkedHashMap<>(Records.headers(record));
        headers.put(REASON, reason);
        headers.put(ORIGIN, Records.position(record).cause());
        String key = record.key() == null ? "" : record.key();
        byte[] body = record.value() == null ? new byte[0] : record.value();
        return new Message(Topics.deadLetters(service), key, headers, body);
    }
}
