package org.meritstream.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meritstream.events.Contracts.Example;

/** CloudEvents 1.0, Kafka protocol binding section 3.2: attributes in the headers, data in the value. */
class HeadersContractTest {
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    static Stream<Example> valid() {
        return Contracts.validExamples();
    }

    @ParameterizedTest
    @MethodSource("valid")
    void readsWhatItWrote(Example example) {
        String trace = example.type() == EventType.FEED_ENTRY ? null : TRACE;
        Event<?> event = event(EventFormat.data(example.type(), example.json()), trace);

        Message message = EventFormat.write(event);

        assertThat(EventFormat.read(message.headers(), message.body())).isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("valid")
    void namesItsTypeItsSchemaItsTopicAndItsKey(Example example) {
        EventData data = EventFormat.data(example.type(), example.json());

        Message message = EventFormat.write(event(data, null));

        assertThat(message.topic()).isEqualTo(example.type().topicOf(data)).startsWith("meritstream.");
        assertThat(message.key()).isEqualTo(data.tenant() + "/" + data.aggregate());
        assertThat(message.headers())
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_type", example.type().ceType())
                .containsEntry("ce_dataschema", example.type().dataSchema())
                .containsEntry("ce_subject", message.key())
                .containsEntry("content-type", "application/json")
                .doesNotContainKey("traceparent");
    }

    @Test
    void putsTheFeedOfATenantOnATopicOfItsOwn() {
        EventData entry = EventFormat.data(EventType.FEED_ENTRY, Contracts.example(EventType.FEED_ENTRY, "minimal"));

        assertThat(EventFormat.write(event(entry, null)).topic()).isEqualTo("meritstream.feed.northgate.credentials");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_specversion", "ce_id", "ce_type", "ce_source", "ce_subject", "ce_time"})
    void refusesAnEventWithoutARequiredAttribute(String header) {
        Message message = message();
        Map<String, String> headers = new HashMap<>(message.headers());
        headers.remove(header);

        assertThatThrownBy(() -> EventFormat.read(headers, message.body()))
                .isInstanceOf(MalformedEvent.class)
                .hasMessageContaining(header);
    }

    @Test
    void refusesAnEventThatContradictsTheBinding() {
        Map<String, String> wrong = Map.of(
                "ce_specversion", "0.3",
                "ce_type", "org.meritstream.assessment.completed.v2",
                "ce_time", "yesterday",
                "ce_id", " ");
        Message message = message();

        assertThat(wrong).allSatisfy((header, value) -> {
            Map<String, String> headers = new HashMap<>(message.headers());
            headers.put(header, value);
            assertThatThrownBy(() -> EventFormat.read(headers, message.body())).isInstanceOf(MalformedEvent.class);
        });
    }

    @Test
    void tellsOutsideSubscribersOfNoTrace() {
        EventData entry = EventFormat.data(EventType.FEED_ENTRY, Contracts.example(EventType.FEED_ENTRY, "minimal"));

        assertThat(EventFormat.write(event(entry, TRACE)).headers()).doesNotContainKey("traceparent");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "trace", "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", TRACE + "0", "00-Zoe"})
    void takesAMalformedTraceForNone(String trace) {
        Message message = message();
        Map<String, String> headers = new HashMap<>(message.headers());
        headers.put("traceparent", trace);

        assertThat(EventFormat.read(headers, message.body()).header().traceparent())
                .isNull();
    }

    @Test
    void passesByHeadersThatItDoesNotKnow() {
        Message message = message();
        Map<String, String> headers = new HashMap<>(message.headers());
        headers.put("ce_partitionkey", "northgate");

        assertThat(EventFormat.read(headers, message.body()).data()).isInstanceOf(OfferCreated.class);
    }

    private static Message message() {
        EventType type = EventType.OFFER_CREATED;
        return EventFormat.write(event(EventFormat.data(type, Contracts.example(type, "minimal")), null));
    }

    private static Event<?> event(EventData data, @Nullable String traceparent) {
        String subject = data.tenant() + "/" + data.aggregate();
        Instant time = Instant.parse("2026-05-05T10:00:00.123456789Z");
        return new Event<>(new EventHeader("id-1", "/meritstream/test", subject, time, traceparent), data);
    }
}
