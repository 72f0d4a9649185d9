package org.meritstream.issuance.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.meritstream.events.Event;
import org.meritstream.events.EventFormat;
import org.meritstream.events.Message;
import org.meritstream.events.Topics;
import org.meritstream.log.BatchHandler;
import org.meritstream.log.Inbound;
import org.meritstream.log.Position;
import org.meritstream.proving.RealServers;
import org.meritstream.proving.Topic;

/** What looking at a learner's imports asks of the loop, where a test hands the loop its batches itself. */
record CommandsOf(HandedIn learner, BatchHandler handler) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final AtomicLong OFFSET = new AtomicLong(5_000);

    /** Has the loop handle these in one batch. */
    void deliver(Event<?>... events) {
        handler.handle(Stream.of(events).map(CommandsOf::delivered).toList());
    }

    /** The first so many, in their order; there are no more. */
    List<Inbound> first(int many) {
        List<Inbound> commands = inbound(new Topic(RealServers.kafka(), Topics.ISSUANCE_COMMANDS)
                .readUntil(seen -> inbound(seen).size() >= many, PATIENCE));
        assertThat(commands).hasSize(many);
        return commands;
    }

    private List<Inbound> inbound(List<ConsumerRecord<String, byte[]>> records) {
        return records.stream()
                .filter(record -> record.key().startsWith(learner.tenant() + "/"))
                .map(CommandsOf::inbound)
                .toList();
    }

    private static Inbound inbound(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = new HashMap<>();
        record.headers().forEach(h -> headers.put(h.key(), new String(h.value(), StandardCharsets.UTF_8)));
        return new Inbound(
                new Position(record.topic(), record.partition(), record.offset()),
                EventFormat.read(headers, record.value()),
                new Message(record.topic(), record.key(), headers, record.value()));
    }

    private static Inbound delivered(Event<?> event) {
        Message message = EventFormat.write(event);
        return new Inbound(new Position(message.topic(), 0, OFFSET.getAndIncrement()), event, message);
    }
}
