package org.meritstream.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The OpenAPI documents are valid, and no two services answer below one prefix: the gateway routes by it. */
class OpenApiContractTest {
    private static final Path ROUTES = Contracts.folder("../helm/meritstream/files/paths.yaml");
    private static final Pattern PREFIX = Pattern.compile("^/((api|\\.well-known)/)?[^/]+");

    static List<Path> documents() {
        return Contracts.files(Contracts.folder("openapi"), ".yaml");
    }

    @ParameterizedTest
    @MethodSource("documents")
    void isValidByTheSchemaOfTheStandard(Path document) {
        assertThat(Standards.againstOpenApi(Contracts.text(document))).isEmpty();
    }

    /** The schema of the standard takes any text for a reference. */
    @ParameterizedTest
    @MethodSource("documents")
    void pointsAtNothingThatIsNotThere(Path document) {
        JsonNode whole = Standards.yaml(Contracts.text(document));

        assertThat(whole.findValuesAsString("$ref")).isNotEmpty();
        assertThat(dangling(whole)).isEmpty();
    }

    @Test
    void noticesAReferenceToNothing() {
        JsonNode whole = Standards.yaml(Standards.resource("/openapi/dangling-reference.yaml"));

        assertThat(dangling(whole)).containsExactly("#/components/schemas/Gone", "elsewhere.yaml#/Book");
    }

    @ParameterizedTest
    @MethodSource("documents")
    void namesEveryOperationOnce(Path document) {
        JsonNode paths = Standards.yaml(Contracts.text(document)).path("paths");
        List<String> names = paths.findValuesAsString("operationId");

        assertThat(names).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void everyServiceHasItsDocument() {
        assertThat(documents())
                .extracting(Contracts::nameOf)
                .containsExactlyInAnyOrderElementsOf(new TreeSet<>(Topics.SERVICES));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void hasThePathsThatEveryServiceHas(Path document) {
        String own = "/api/" + Contracts.nameOf(document);

        assertThat(paths(document))
                .contains(own + "/commands/{id}", own + "/dead-letters", own + "/dead-letters/{id}/replays");
    }

    @ParameterizedTest
    @MethodSource("documents")
    void describesOnlyPathsThatAreRoutedToTheService(Path document) {
        JsonNode routes = Standards.yaml(Contracts.text(ROUTES));
        String service = Contracts.nameOf(document);
        List<String> owned = Stream.of(service, service + "-public")
                .flatMap(component -> routes.path(component).values().stream())
                .map(JsonNode::asString)
                .toList();

        assertThat(paths(document))
                .allSatisfy(path -> assertThat(owned).anyMatch(prefix -> (path + "/").startsWith(prefix + "/")));
    }

    @Test
    void noPathPrefixHasTwoOwners() {
        Map<String, TreeSet<String>> owners = new TreeMap<>();
        for (Path document : documents()) {
            for (String path : paths(document)) {
                owners.computeIfAbsent(prefix(path), ignored -> new TreeSet<>()).add(Contracts.nameOf(document));
            }
        }
        Map<String, TreeSet<String>> shared = new HashMap<>(owners);
        shared.values().removeIf(services -> services.size() == 1);

        assertThat(shared).isEmpty();
    }

    @Test
    void theSchemaOfTheStandardRefusesABrokenDocument() {
        String broken = Standards.resource("/openapi/broken-schema-type.yaml");

        assertThat(Standards.againstOpenApi(broken)).isNotEmpty();
        assertThat(Standards.againstOpenApi(broken.replace("objekt", "object"))).isEmpty();
    }

    /** References that lead nowhere within the document; there is one document a service, so any other leads nowhere too. */
    private static List<String> dangling(JsonNode document) {
        return document.findValuesAsString("$ref").stream()
                .filter(reference -> !reference.startsWith("#")
                        || document.at(reference.substring(1)).isMissingNode())
                .distinct()
                .toList();
    }

    private static List<String> paths(Path document) {
        return List.copyOf(
                Standards.yaml(Contracts.text(document)).path("paths").propertyNames());
    }

    /** What the gateway routes by: the first segment, below {@code api} and {@code .well-known} the first two. */
    private static String prefix(String path) {
        Matcher matcher = PREFIX.matcher(path);
        assertThat(matcher.find()).as(path).isTrue();
        return matcher.group();
    }
}
