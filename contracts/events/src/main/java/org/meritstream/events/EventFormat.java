package org.meritstream.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.introspect.AnnotationIntrospectorPair;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The one reader and the one writer of events: CloudEvents 1.0, Kafka protocol binding, binary content mode. */
public final class EventFormat {
    private static final String JSON_TYPE = "application/json";
    private static final int MAX_DEPTH = 64;

    /** How events are read and written as JSON: unknown members are ignored (schemas only grow), nothing is guessed. */
    public static final ObjectMapper JSON = reading(new StrictScalars())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /**
     * How JSON is read that this product wrote itself, of what it had read by the rules of {@link #JSON}: a store's own rows. What was looked
     * into when it came is not looked into again, which is half of what reading costs.
     */
    public static final ObjectMapper OWN = reading(new OwnScalars()).build();

    private EventFormat() {}

    private static JsonMapper.Builder reading(Module scalars) {
        return JsonMapper.builder(new JsonFactoryBuilder()
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxNestingDepth(MAX_DEPTH)
                                .build())
                        .build())
                .addModule(new JavaTimeModule())
                .addModule(scalars)
                .annotationIntrospector(
                        AnnotationIntrospectorPair.pair(new RequiredComponents(), new JacksonAnnotationIntrospector()))
                .disable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS));
    }

    /**
     * Writes an event as the record that stands on its topic. A feed carries no trace: the sender of a delivery could tell by it which
     * entry is whose.
     */
    public static Message write(Event<?> event) {
        EventData data = event.data();
        Limits.tenant(data.tenant());
        EventType type = EventType.of(data);
        EventHeader header = event.header();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", header.id());
        headers.put("ce_type", type.ceType());
        headers.put("ce_source", header.source());
        headers.put("ce_subject", header.subject());
        headers.put("ce_time", header.time().toString());
        headers.put("ce_dataschema", type.dataSchema());
        headers.put("content-type", JSON_TYPE);
        if (header.traceparent() != null && type != EventType.FEED_ENTRY) {
            headers.put("traceparent", header.traceparent());
        }
        return new Message(type.topicOf(data), header.subject(), headers, bytes(data));
    }

    /**
     * Reads a record of any topic of the contract.
     *
     * @throws MalformedEvent when it is not an event of the contract, or its data does not fit the schema's types
     */
    public static Event<?> read(Map<String, String> headers, byte[] body) {
        String ceType = required(headers, "ce_type");
        EventType type = EventType.named(ceType);
        if (type == null) {
            throw new MalformedEvent("ce_type is not known to this release");
        }
        if (!"1.0".equals(required(headers, "ce_specversion"))) {
            throw new MalformedEvent("ce_specversion is not 1.0");
        }
        EventHeader header = new EventHeader(
                required(headers, "ce_id"),
                required(headers, "ce_source"),
                required(headers, "ce_subject"),
                time(required(headers, "ce_time")),
                headers.get("traceparent"));
        return new Event<>(header, data(type, body));
    }

    /**
     * Reads the data of one type.
     *
     * @throws MalformedEvent when the bytes are not JSON of that type
     */
    public static EventData data(EventType type, byte[] body) {
        EventData data = read(type.record(), type.schemaName(), body);
        Limits.tenant(data.tenant());
        return data;
    }

    /**
     * Reads the data of one type as {@link #bytes} wrote it, from a store of ours.
     *
     * @throws IllegalStateException when it is not what was written
     */
    public static EventData own(EventType type, String json) {
        try {
            return OWN.readerFor(type.record()).readValue(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was stored as " + type.schemaName() + " is one", e);
        }
    }

    /**
     * Reads a question to the judgement, by the same rules as events.
     *
     * @throws MalformedEvent when the bytes are not JSON of that type
     */
    public static Simulation simulation(byte[] body) {
        return read(Simulation.class, "simulation.v1", body);
    }

    private static <T> T read(Class<T> type, String name, byte[] body) {
        try {
            T data = JSON.readerFor(type).readValue(body);
            if (data == null) {
                throw new MalformedEvent("the data of " + name + " is null");
            }
            RequiredMembers.check(data);
            return data;
        } catch (IOException e) {
            throw new MalformedEvent("the data is not a " + name + reason(e), place(e), e);
        }
    }

    /** Where the parser was: names of members that the contract knows, and places in lists. */
    private static String place(IOException fault) {
        if (!(fault instanceof JsonMappingException mapping)) {
            return "";
        }
        return mapping.getPath().stream()
                .map(step -> "/" + (step.getFieldName() == null ? step.getIndex() : step.getFieldName()))
                .collect(Collectors.joining());
    }

    /** What a record's own check said; the parser's message may quote the record and is left out. */
    private static String reason(IOException fault) {
        return fault.getCause() instanceof MalformedEvent refusal ? ": " + refusal.getMessage() : "";
    }

    /**
     * The JSON of an event's data.
     *
     * @throws MalformedEvent when a text holds half a surrogate pair, which no UTF-8 can carry
     */
    public static byte[] bytes(EventData data) {
        try {
            return JSON.writeValueAsBytes(data);
        } catch (JsonProcessingException e) {
            throw new MalformedEvent("a text of the data is not Unicode", e);
        }
    }

    private static String required(Map<String, String> headers, String name) {
        String value = headers.get(name);
        if (value == null) {
            throw new MalformedEvent(name + " is missing");
        }
        return value;
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new MalformedEvent("ce_time is not a timestamp", e);
        }
    }
}
