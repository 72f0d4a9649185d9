package org.meritstream.log;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.meritstream.events.Message;
import org.meritstream.events.Topics;

/**
 * A record that could not be processed: its own bytes and headers, and why. It is written in the transaction of the turn that found it, so
 * it neither blocks its neighbours nor is lost.
 */
public final class DeadLetter {
    static final String REASON = "meritstream_reason";
    static final String ORIGIN = "meritstream_origin";

    private DeadLetter() {}

    static Message of(String service, ConsumerRecord<String, byte[]> record, String reason) {
        String key = record.key() == null ? "" : record.key();
        byte[] body = record.value() == null ? new byte[0] : record.value();
        Message unread = new Message(record.topic(), key, Records.headers(record), body);
        return of(service, unread, Records.position(record), reason);
    }

    /**
     * An event that was set aside, and is found at fault now that it is taken up. The turn must also forget it
     * ({@link org.meritstream.log.postgres.Waiting#forgotten}), or its replay would be a duplicate.
     *
     * @param reason words that hold no value of the event
     */
    public static Message of(String service, Inbound event, String reason) {
        return of(service, event.message(), event.position(), reason);
    }

    private static Message of(String service, Message message, Position position, String reason) {
        Map<String, String> headers = new LinkedHashMap<>(message.headers());
        headers.put(REASON, reason);
        headers.put(ORIGIN, position.cause());
        return new Message(Topics.deadLetters(service), message.key(), headers, message.body());
    }
}
