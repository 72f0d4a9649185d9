package org.meritstream.events;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Judges documents by the official schemas of their standards, carried as test data; nothing is fetched. */
final class Standards {
    private static final String OAS = "https://spec.openapis.org/oas/3.1/";
    private static final String OAS_ITERATION = "2026-08-03";
    private static final YAMLMapper YAML = new YAMLMapper();

    private Standards() {}

    static JsonNode yaml(String text) {
        return YAML.readTree(text);
    }

    /** What the AsyncAPI 3.0.0 schema says against a document. */
    static List<String> againstAsyncApi(String yaml) {
        Schema schema = registry(SpecificationVersion.DRAFT_7)
                .getSchema(resource("/standards/asyncapi-3.0.0/schema.json"), InputFormat.JSON);
        return complaints(schema, yaml);
    }

    /** What the OpenAPI 3.1 schema, its Schema Objects included, says against a document. */
    static List<String> againstOpenApi(String yaml) {
        Schema schema = registry(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of(OAS + "schema-base/" + OAS_ITERATION));
        return complaints(schema, yaml);
    }

    private static List<String> complaints(Schema schema, String yaml) {
        return schema.validate(yaml, InputFormat.YAML).stream()
                .map(error -> error.getInstanceLocation() + " " + error.getMessage())
                .toList();
    }

    private static SchemaRegistry registry(SpecificationVersion version) {
        SchemaRegistryConfig config = SchemaRegistryConfig.builder()
                .formatAssertionsEnabled(true)
                .pathType(PathType.JSON_POINTER)
                .build();
        return SchemaRegistry.withDefaultDialect(
                version, builder -> builder.schemas(Standards::load).schemaRegistryConfig(config));
    }

    private static @Nullable String load(String iri) {
        if (!iri.startsWith(OAS) || !iri.endsWith(OAS_ITERATION)) {
            return null;
        }
        String name = iri.substring(OAS.length(), iri.lastIndexOf('/'));
        return resource("/standards/oas-3.1/" + name + ".json");
    }

    static String resource(String name) {
        try (InputStream in = Standards.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no test data " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
