package org.meritstream.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.FieldSource;

/** One path table, five places: the chart's file, its Ingress, the gateways of Compose and quickstart, the operator's page. */
class AddressesTest {
    /** The path of a resource class; methods' annotations are indented. */
    private static final Pattern ROOT = Pattern.compile("(?m)^@Path\\(\"([^\"]*)\"\\)");

    /** Whose resource class is marked so, role public answers. */
    private static final String FOR_THE_WORLD = "\n@ForTheWorld\n";

    private static final Map<String, String> COMPONENTS = componentsInTheChart();
    private static final Map<String, String> OWNERS = owners(COMPONENTS);
    private static final Map<String, String> INGRESS = componentsInTheIngress(Chart.REQUIRED);
    private static final Map<Pattern, String> GATEWAY = ownersInTheGateway();

    @Test
    void ownsPathsByTheFourServicesAlone() {
        assertThat(OWNERS.values()).containsAll(Chart.SERVICES).allMatch(Chart.SERVICES::contains);
    }

    @Test
    void givesNoPathTwoOwners() {
        var contested = OWNERS.keySet().stream()
                .flatMap(outer -> OWNERS.keySet().stream()
                        .filter(inner -> inner.startsWith(outer + "/"))
                        .map(inner -> outer + " holds " + inner));

        assertThat(contested).isEmpty();
    }

    @Test
    void rendersTheSameTableIntoTheIngress() {
        assertThat(INGRESS).isEqualTo(COMPONENTS);
    }

    @Test
    void sendsEverythingToTheServicesWhereTheirRolesRunTogether(@TempDir Path folder) throws IOException {
        var together = Files.writeString(
                folder.resolve("values.yaml"), "services: {issuance: {publicRole: {enabled: false}}}");

        assertThat(componentsInTheIngress(Chart.REQUIRED, together)).isEqualTo(OWNERS);
    }

    @Test
    void sendsToRolePublicWhatIsForTheWorldAndNothingElse() throws IOException {
        try (var files = Files.walk(Repository.path("services/issuance/src/main/java"))) {
            var resources = files.filter(file -> file.toString().endsWith("Resource.java"))
                    .map(Repository::text)
                    .toList();

            assertThat(resources)
                    .anyMatch(text -> text.contains(FOR_THE_WORLD))
                    .allSatisfy(text -> ROOT.matcher(text)
                            .results()
                            .forEach(root -> assertThat(throughTheIngress(root.group(1)))
                                    .as(root.group(1))
                                    .isEqualTo(text.contains(FOR_THE_WORLD) ? "issuance-public" : "issuance")));
        }
    }

    @Test
    void writesTheSameTableIntoTheGateway() {
        var expected = OWNERS.entrySet().stream()
                .map(entry -> "~^" + entry.getKey().replace(".", "[.]") + "(/|$) " + entry.getValue() + ":8080;");

        assertThat(gatewayLines()).containsExactlyInAnyOrderElementsOf(expected.toList());
    }

    @Test
    void routesTheSameTableInTheQuickstart() {
        var routes = Repository.text(
                "deploy/quickstart/src/main/resources/org/meritstream/quickstart/gateway/routes.properties");
        var owners = routes.lines()
                .filter(line -> line.startsWith("/") && !line.endsWith(" = gateway"))
                .map(line -> line.split(" = ", 2))
                .collect(Collectors.toMap(route -> route[0], route -> route[1]));

        assertThat(owners).isEqualTo(OWNERS);
    }

    @ParameterizedTest
    @FieldSource("org.meritstream.chart.Chart#SERVICES")
    void sendsWhatAServiceAnswersToThatService(String service) throws IOException {
        try (var files = Files.walk(Repository.path("services/" + service + "/src/main/java"))) {
            var roots = files.filter(file -> file.toString().endsWith("Resource.java"))
                    .flatMap(file -> ROOT.matcher(Repository.text(file)).results())
                    .map(root -> root.group(1));

            assertThat(roots)
                    .isNotEmpty()
                    .allSatisfy(root ->
                            assertThat(ownerThroughTheIngress(root)).as(root).isEqualTo(service));
        }
    }

    @Test
    void printsTheSameTableInTheOperatorsPage() {
        var rows = Repository.text("docs/operations/deploy.md")
                .lines()
                .filter(line -> line.matches("\\| [a-z-]+ \\| `/.*"));
        var printed = rows.collect(Collectors.toMap(row -> row.split(" ", 3)[1], AddressesTest::pathsInARow));

        assertThat(printed)
                .isEqualTo(OWNERS.keySet().stream()
                        .collect(Collectors.groupingBy(AddressesTest::ownerOf, Collectors.toSet())));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/addresses.csv", numLinesToSkip = 1)
    void sendsAnAddressToItsOwnerThroughTheIngress(String path, String owner) {
        assertThat(ownerThroughTheIngress(path)).isEqualTo(owner.equals("nobody") ? "" : owner);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/addresses.csv", numLinesToSkip = 1)
    void sendsAnAddressToItsOwnerThroughTheGateway(String path, String owner) {
        var owners = GATEWAY.entrySet().stream()
                .filter(entry -> entry.getKey().matcher(path).find())
                .map(Map.Entry::getValue);

        assertThat(owners.collect(Collectors.joining(" and "))).isEqualTo(owner.equals("nobody") ? "" : owner);
    }

    private static String ownerThroughTheIngress(String path) {
        return service(throughTheIngress(path));
    }

    private static String throughTheIngress(String path) {
        return INGRESS.entrySet().stream()
                .filter(entry -> path.equals(entry.getKey()) || path.startsWith(entry.getKey() + "/"))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining(" and "));
    }

    private static String ownerOf(String path) {
        return String.valueOf(OWNERS.get(path));
    }

    private static Set<String> pathsInARow(String row) {
        return Pattern.compile("`([^`]+)`")
                .matcher(row)
                .results()
                .map(path -> path.group(1))
                .collect(Collectors.toSet());
    }

    private static Map<String, String> owners(Map<String, String> components) {
        var owners = new TreeMap<String, String>();
        components.forEach((path, component) -> owners.put(path, service(component)));
        return owners;
    }

    private static String service(String component) {
        return component.replaceFirst("-public$", "");
    }

    private static Map<String, String> componentsInTheChart() {
        var owners = new TreeMap<String, String>();
        Yaml.map(Repository.text("helm/meritstream/files/paths.yaml"))
                .forEach((service, paths) -> Yaml.asTexts(paths).forEach(path -> put(owners, path, service)));
        return owners;
    }

    private static Map<String, String> componentsInTheIngress(Path... values) {
        var owners = new TreeMap<String, String>();
        Manifests.of(values)
                .all(Ingress.class)
                .flatMap(ingress -> ingress.getSpec().getRules().stream())
                .flatMap(rule -> rule.getHttp().getPaths().stream())
                .peek(path -> assertThat(path.getPathType()).isEqualTo("Prefix"))
                .forEach(path -> put(
                        owners,
                        path.getPath(),
                        path.getBackend().getService().getName().substring("demo-".length())));
        return owners;
    }

    private static Map<Pattern, String> ownersInTheGateway() {
        return gatewayLines()
                .map(line -> line.substring(1).split("[ :;]", -1))
                .collect(Collectors.toMap(parts -> Pattern.compile(parts[0]), parts -> parts[1]));
    }

    private static Stream<String> gatewayLines() {
        return Repository.text("deploy/images/gateway.conf.template")
                .lines()
                .dropWhile(line -> !line.strip().equals("# paths: begin"))
                .skip(1)
                .takeWhile(line -> !line.strip().equals("# paths: end"))
                .map(String::strip);
    }

    private static void put(Map<String, String> owners, String path, String service) {
        var other = owners.put(path, service);
        if (other != null) {
            throw new IllegalStateException(path + " belongs to " + other + " and to " + service);
        }
    }
}
