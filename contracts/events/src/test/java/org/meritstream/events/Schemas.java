package org.meritstream.events;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges data by the schemas in the repository alone: nothing is fetched, and {@code format} is an assertion. */
final class Schemas {
    static final String BASE = "https://meritstream.org/schemas/";
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemas(Schemas::load)
                    .schemaRegistryConfig(SchemaRegistryConfig.builder()
                            .formatAssertionsEnabled(true)
                            .pathType(PathType.JSON_POINTER)
                            .build()));

    private Schemas() {}

    /** A refusal: the keyword that failed and where in the data. */
    record Refusal(String keyword, String at, @Nullable String property) {}

    static List<Refusal> refusals(EventType type, byte[] json) {
        return refusals(type.schemaName(), json);
    }

    static List<Refusal> refusals(String name, byte[] json) {
        Schema schema = REGISTRY.getSchema(SchemaLocation.of(BASE + name + ".json"));
        List<Error> errors = schema.validate(new String(json, StandardCharsets.UTF_8), InputFormat.JSON);
        return errors.stream()
                .map(error -> new Refusal(
                        error.getKeyword(), error.getInstanceLocation().toString(), error.getProperty()))
                .distinct()
                .toList();
    }

    private static @Nullable String load(String iri) {
        Path file = Contracts.folder("schemas").resolve(iri.substring(iri.lastIndexOf('/') + 1));
        return iri.startsWith(BASE) && Files.exists(file) ? Contracts.text(file) : null;
    }
}
