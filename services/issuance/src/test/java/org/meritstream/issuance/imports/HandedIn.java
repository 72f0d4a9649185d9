package org.meritstream.issuance.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Event;
import org.meritstream.events.EventData;
import org.meritstream.events.EventFormat;
import org.meritstream.events.EventHeader;
import org.meritstream.events.ImportRequested;
import org.meritstream.events.LearnerProfiled;
import org.meritstream.events.Message;
import org.meritstream.log.Emission;
import org.meritstream.log.EventIds;
import org.meritstream.proving.RealServers;
import org.meritstream.proving.Topic;

/** A learner of a tenant who hands in credentials of other issuers, and what is told of that. */
record HandedIn(String tenant) {
    static final String AMINA = "amina@northgate.example";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Instant MORNING = Instant.parse("2026-11-28T08:00:00Z");

    UUID learner() {
        return UUID.fromString(EventIds.of(tenant, "learner"));
    }

    /** The roster names the learner, with this address or none. */
    Event<?> profiled(@Nullable String email) {
        return event(new LearnerProfiled(tenant, learner(), "s-1", "Amina Yilmaz", email, "en", MORNING));
    }

    /** A request of this number. */
    Event<?> request(int number, String body) {
        return request(number, body, MORNING);
    }

    Event<?> request(int number, String body, Instant at) {
        String coded = Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8));
        return event(new ImportRequested(tenant, id(number), learner(), coded, at));
    }

    UUID id(int number) {
        return UUID.fromString(EventIds.of(tenant, "request", "" + number));
    }

    private static Event<?> event(EventData data) {
        String id = EventIds.of(new String(EventFormat.bytes(data), StandardCharsets.UTF_8));
        return new Event<>(new EventHeader(id, "/meritstream/test", Emission.subject(data), MORNING, null), data);
    }

    /** Puts events on the log. */
    static void append(List<Event<?>> events) {
        events.stream()
                .map(EventFormat::write)
                .collect(Collectors.groupingBy(Message::topic))
                .forEach((topic, messages) -> new Topic(RealServers.kafka(), topic).append(messages));
    }

    /** What was told of the tenant's imports, as soon as it is so much. */
    List<EventData> told(int many) {
        List<EventData> told = told(new Topic(RealServers.kafka(), "meritstream.credential")
                .readUntil(seen -> told(seen).size() >= many, PATIENCE));
        assertThat(told).hasSize(many);
        return told;
    }

    private List<EventData> told(List<ConsumerRecord<String, byte[]>> records) {
        return records.stream()
                .filter(record -> record.key().startsWith(tenant + "/"))
                .map(HandedIn::read)
                .toList();
    }

    private static EventData read(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = new HashMap<>();
        record.headers().forEach(h -> headers.put(h.key(), new String(h.value(), StandardCharsets.UTF_8)));
        return EventFormat.read(headers, record.value()).data();
    }
}
