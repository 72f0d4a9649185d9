package org.meritstream.issuance.http;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** This service's API description, as a test reads it. */
public final class OpenApi {
    private static final Path FILE = Path.of(
            System.getProperty("maven.multiModuleProjectDirectory", "../.."), "contracts/openapi/issuance.yaml");
    private static final JsonNode DOCUMENT = new YAMLMapper().readTree(FILE.toFile());
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private OpenApi() {}

    /** Every operation, such as {@code GET /credentials/{id}}. */
    public static Set<String> operations() {
        Set<String> operations = new TreeSet<>();
        DOCUMENT.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .forEach(operation -> operations.add(
                                operation.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())));
        return operations;
    }

    /** Where an answer differs from its description; a status or type that is not described is a difference. */
    public static List<String> differences(String method, String path, int status, String type, String body) {
        JsonNode response = resolved(DOCUMENT.path("paths")
                .path(path)
                .path(method.toLowerCase(java.util.Locale.ROOT))
                .path("responses")
                .path(Integer.toString(status)));
        if (response.isMissingNode()) {
            return List.of(method + " " + path + " describes no answer " + status);
        }
        String name = type.replaceFirst(";.*", "");
        JsonNode media = response.path("content").path(name);
        if (media.isMissingNode()) {
            return List.of(method + " " + path + " " + status + " describes no " + name);
        }
        return name.endsWith("html") ? List.of() : violations(media.path("schema"), body);
    }

    private static List<String> violations(JsonNode schema, String body) {
        ObjectNode whole = ((ObjectNode) schema).deepCopy();
        whole.set("components", DOCUMENT.path("components"));
        Schema compiled = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(whole);
        return compiled.validate(new ObjectMapper().readTree(body)).stream()
                .map(Error::getMessage)
                .toList();
    }

    private static JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? DOCUMENT.at(node.path("$ref").asString().substring(1)) : node;
    }
}
