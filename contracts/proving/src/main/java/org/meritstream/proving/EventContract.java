package org.meritstream.proving;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Event;
import org.meritstream.events.EventFormat;
import org.meritstream.events.EventType;
import org.meritstream.events.MalformedEvent;
import org.meritstream.events.Message;

/**
 * Judges a record by the contract as it lies in {@code contracts/schemas}, {@code format} included: what a service emits, or what stands on
 * a topic. {@code assertThat(EventContract.refusals(message)).isEmpty()}.
 */
public final class EventContract {
    private static final Path SCHEMAS = Repository.root().resolve("contracts/schemas");
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemas(EventContract::load)
                    .schemaRegistryConfig(SchemaRegistryConfig.builder()
                            .formatAssertionsEnabled(true)
                            .build()));

    private EventContract() {}

    /** What the contract says against a record that a service emits; nothing when it keeps it. */
    public static List<String> refusals(Message message) {
        Event<?> event;
        try {
            event = EventFormat.read(message.headers(), message.body());
        } catch (MalformedEvent refused) {
            return List.of(String.valueOf(refused.getMessage()));
        }
        EventType type = EventType.of(event.data());
        List<String> refusals = new ArrayList<>();
        String subject = event.data().tenant() + "/" + event.data().aggregate();
        differ(refusals, "topic", type.topicOf(event.data()), message.topic());
        differ(refusals, "key", subject, message.key());
        differ(refusals, "ce_subject", subject, event.header().subject());
        differ(refusals, "ce_dataschema", type.dataSchema(), message.headers().get("ce_dataschema"));
        differ(refusals, "content-type", "application/json", message.headers().get("content-type"));
        REGISTRY.getSchema(SchemaLocation.of(type.dataSchema()))
                .validate(new String(message.body(), StandardCharsets.UTF_8), InputFormat.JSON)
                .forEach(error -> refusals.add(error.getInstanceLocation() + " " + error.getKeyword()));
        return refusals;
    }

    /** What the contract says against a record that stands on a topic. */
    public static List<String> refusals(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = new HashMap<>();
        record.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return refusals(new Message(record.topic(), record.key(), headers, record.value()));
    }

    private static void differ(List<String> refusals, String what, String wanted, @Nullable String found) {
        if (!wanted.equals(found)) {
            refusals.add(what + " is not what the contract makes of the data");
        }
    }

    private static @Nullable String load(String iri) {
        Path file = SCHEMAS.resolve(iri.substring(iri.lastIndexOf('/') + 1));
        if (!iri.startsWith("https://meritstream.org/schemas/") || !Files.exists(file)) {
            return null;
        }
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
