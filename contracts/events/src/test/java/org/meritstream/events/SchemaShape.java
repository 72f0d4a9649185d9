package org.meritstream.events;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares a schema with the record that carries it: members, which of them are required, and their types, all the way down. */
final class SchemaShape {
    private static final JsonNode SHARED = read("definitions");
    private static final Map<Class<?>, String> SCALARS = Map.of(
            String.class, "string",
            BigDecimal.class, "string",
            int.class, "integer",
            long.class, "integer",
            Integer.class, "integer",
            boolean.class, "boolean",
            Boolean.class, "boolean");
    private static final Map<Class<?>, String> FORMATS =
            Map.of(java.util.UUID.class, "uuid", Instant.class, "date-time", Duration.class, "duration");

    private final JsonNode schema;
    private final List<String> differences = new ArrayList<>();
    private final Set<Class<?>> seen = new HashSet<>();

    private SchemaShape(JsonNode schema) {
        this.schema = schema;
    }

    static SchemaShape of(EventType type) {
        return of(type.schemaName());
    }

    static SchemaShape of(String name) {
        return new SchemaShape(read(name));
    }

    static List<String> sharedDefinitions() {
        return names(SHARED.path("$defs"));
    }

    String id() {
        return schema.path("$id").asText();
    }

    boolean isOpenDraft202012() {
        return schema.path("$schema").asText().equals("https://json-schema.org/draft/2020-12/schema")
                && schema.path("additionalProperties").asBoolean(false);
    }

    /** What the record has otherwise, each by its path; empty when they agree. */
    List<String> differencesFrom(Class<?> type) {
        compareRecord(type.getSimpleName(), type, schema);
        return List.copyOf(differences);
    }

    private void compareRecord(String at, Class<?> type, JsonNode node) {
        if (!seen.add(type)) {
            return;
        }
        Set<String> members = new TreeSet<>();
        Set<String> required = new TreeSet<>();
        for (RecordComponent component : type.getRecordComponents()) {
            AnnotatedType declared = component.getAnnotatedType();
            members.add(component.getName());
            if (!declared.isAnnotationPresent(Nullable.class)) {
                required.add(component.getName());
            }
            compare(
                    at + "." + component.getName(),
                    declared,
                    resolve(node.path("properties").path(component.getName())));
        }
        same(at + " type", "object", node.path("type").asText());
        same(at + " members", members, new TreeSet<>(names(node.path("properties"))));
        same(at + " required", required, texts(node.path("required")));
    }

    private void compare(String at, AnnotatedType declared, JsonNode node) {
        if (declared instanceof AnnotatedParameterizedType list) {
            same(at, "array", node.path("type").asText());
            compare(at + "[]", list.getAnnotatedActualTypeArguments()[0], resolve(node.path("items")));
            return;
        }
        Class<?> type = (Class<?>) declared.getType();
        if (SCALARS.containsKey(type)) {
            same(at, SCALARS.get(type), node.path("type").asText());
        } else if (FORMATS.containsKey(type)) {
            same(
                    at,
                    "string " + FORMATS.get(type),
                    node.path("type").asText() + " " + node.path("format").asText());
        } else if (type.isEnum()) {
            same(at, constants(type), texts(node.path("enum")));
        } else if (type.isSealed()) {
            compareForms(at, type, node);
        } else {
            compareRecord(at, type, node);
        }
    }

    /** A sealed type: {@code kind} is one of the names, and each name leads to the schema of its record. */
    private void compareForms(String at, Class<?> type, JsonNode node) {
        if (!seen.add(type)) {
            return;
        }
        Set<String> kinds = new TreeSet<>();
        for (JsonSubTypes.Type form : forms(type).toList()) {
            kinds.add(form.name());
            compareRecord(at + " " + form.name(), form.value(), form(node, form.name()));
        }
        same(at + " kinds", kinds, texts(node.path("properties").path("kind").path("enum")));
        same(at + " forms", (int) records(type).count(), node.path("allOf").size());
    }

    /** The named forms of a sealed type, those of sealed types inside it among them. */
    private static Stream<JsonSubTypes.Type> forms(Class<?> type) {
        return Arrays.stream(type.getAnnotation(JsonSubTypes.class).value())
                .flatMap(form -> form.value().isRecord() ? Stream.of(form) : forms(form.value()));
    }

    /** The records of a sealed type, those of sealed types inside it among them. */
    static Stream<Class<?>> records(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Arrays.stream(type.getPermittedSubclasses()).flatMap(SchemaShape::records);
    }

    private static JsonNode form(JsonNode node, String kind) {
        for (JsonNode branch : node.path("allOf")) {
            if (branch.at("/if/properties/kind/const").asText().equals(kind)) {
                return resolve(branch.path("then"));
            }
        }
        return SHARED.path("no such form");
    }

    private void same(String at, @Nullable Object record, Object inSchema) {
        if (!inSchema.equals(record)) {
            differences.add(at + ": record " + record + ", schema " + inSchema);
        }
    }

    private static Set<String> constants(Class<?> type) {
        Set<String> names = new TreeSet<>();
        Arrays.stream(type.getEnumConstants()).forEach(constant -> names.add(((Enum<?>) constant).name()));
        return names;
    }

    private static JsonNode resolve(JsonNode node) {
        String ref = node.path("$ref").asText();
        return ref.isEmpty() ? node : resolve(SHARED.at(ref.substring(ref.indexOf('#') + 1)));
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new TreeSet<>();
        array.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    private static JsonNode read(String name) {
        String text = Contracts.text(Contracts.folder("schemas").resolve(name + ".json"));
        try {
            return EventFormat.JSON.readTree(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
