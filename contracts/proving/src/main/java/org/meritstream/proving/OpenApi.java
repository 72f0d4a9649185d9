package org.meritstream.proving;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Judges every answer of a service by its document in {@code contracts/openapi}: path, method, status, headers, media type and, of JSON,
 * the schema. A filter of REST Assured, so that whatever a test asks for is judged.
 */
public final class OpenApi implements Filter {
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    /** Says that an answer may come without the body that it describes; OpenAPI itself has no word for it. */
    private static final String MAY_BE_EMPTY = "x-may-be-empty";

    private static final String ANYTHING = "*/*";

    private final JsonNode document;

    /** The document of a service, such as {@code evidence}. */
    public OpenApi(String service) {
        this(Repository.root().resolve("contracts/openapi/" + service + ".yaml"));
    }

    OpenApi(Path file) {
        document = new YAMLMapper().readTree(file.toFile());
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        Response response = context.next(request, expected);
        List<String> refusals =
                refusals(request.getMethod(), URI.create(request.getURI()).getPath(), response);
        if (!refusals.isEmpty()) {
            throw new AssertionError(request.getMethod() + " " + request.getURI() + " " + response.statusCode()
                    + " is not as described: " + refusals);
        }
        return response;
    }

    /** Every operation of the document, such as {@code GET /api/awards}. */
    public Set<String> operations() {
        Set<String> operations = new TreeSet<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(member -> member.getValue().has("operationId"))
                        .forEach(member ->
                                operations.add(member.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey())));
        return operations;
    }

    /** What the document says against an answer; nothing when it is as described. */
    List<String> refusals(String method, String path, Response response) {
        JsonNode operation = document.path("paths").path(template(path)).path(method.toLowerCase(Locale.ROOT));
        if (operation.isMissingNode()) {
            return List.of("there is no such operation");
        }
        JsonNode described = resolve(operation.path("responses").path(String.valueOf(response.statusCode())));
        if (described.isMissingNode()) {
            return List.of("the status is not described");
        }
        List<String> refusals = new ArrayList<>();
        described.path("headers").properties().forEach(header -> {
            boolean required = resolve(header.getValue()).path("required").asBoolean();
            if (required && response.getHeader(header.getKey()) == null) {
                refusals.add("lacks the header " + header.getKey());
            }
        });
        boolean bare =
                described.path(MAY_BE_EMPTY).asBoolean() && response.asString().isEmpty();
        if (!bare) {
            refusals.addAll(body(described.path("content"), response));
        }
        return refusals;
    }

    private List<String> body(JsonNode content, Response response) {
        if (content.isMissingNode()) {
            return response.asString().isEmpty() ? List.of() : List.of("a body is not described");
        }
        String type = String.valueOf(response.contentType()).split(";", -1)[0];
        if (content.has(ANYTHING)) {
            return List.of();
        }
        if (!content.has(type)) {
            return List.of("the media type " + type + " is not described");
        }
        // Neither a page nor a token is JSON, nor one that discloses parts of itself.
        if (type.startsWith("text/") || type.endsWith("+jwt") || type.endsWith("+sd-jwt")) {
            return List.of();
        }
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.set("components", document.path("components"));
        schema.putArray("allOf").add(content.path(type).path("schema"));
        return SCHEMAS.getSchema(schema).validate(new ObjectMapper().readTree(response.asString())).stream()
                .map(Error::toString)
                .toList();
    }

    /** The path of the document that a request's path is an instance of; literal segments come before parameters. */
    private String template(String path) {
        String[] asked = path.split("/", -1);
        return document.path("paths").properties().stream()
                .map(Map.Entry::getKey)
                .filter(template -> matches(template.split("/", -1), asked))
                .min(Comparator.comparingLong(
                        template -> template.chars().filter(c -> c == '{').count()))
                .orElse("none");
    }

    private static boolean matches(String[] template, String[] asked) {
        if (template.length != asked.length) {
            return false;
        }
        for (int i = 0; i < asked.length; i++) {
            if (!template[i].startsWith("{") && !template[i].equals(asked[i])) {
                return false;
            }
        }
        return true;
    }

    private JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asString().substring(1)) : node;
    }
}
