package org.meritstream.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The one Dockerfile, read as text: it is built only where there is Docker. */
class ImageTest {
    private static final String DOCKERFILE = Repository.text("deploy/images/Dockerfile");

    @Test
    void takesItsBaseImageFromAnArgumentWithoutARegistryHost() {
        assertThat(DOCKERFILE).containsPattern("(?m)^ARG BASE_IMAGE=[a-z0-9-]+(/[a-z0-9-]+)?:[a-z0-9.-]+$");
        assertThat(DOCKERFILE).contains("\nFROM ${BASE_IMAGE}\n");
    }

    @Test
    void runsAsANumberedUserThatIsNotRoot() {
        assertThat(instructions("USER")).containsExactly("10001:10001");
    }

    @Test
    void holdsNoEnvironmentAndNoSecret() {
        assertThat(instructions("ENV")).isEmpty();
        assertThat(instructions("ARG")).allMatch(argument -> argument.matches("BASE_IMAGE=.*|SERVICE"));
    }

    @Test
    void copiesTheBuiltServiceAlone() {
        assertThat(instructions("COPY")).containsExactly("services/${SERVICE}/target/quarkus-app/ ./");
    }

    @Test
    void showsTheBuildTheBuiltServicesAlone() {
        var shown =
                Repository.text("deploy/images/Dockerfile.dockerignore").lines().filter(line -> !line.startsWith("#"));

        assertThat(shown)
                .containsExactlyElementsOf(Stream.concat(
                                Stream.of("*"),
                                Chart.SERVICES.stream().map(service -> "!services/" + service + "/target/quarkus-app"))
                        .toList());
    }

    @Test
    void startsJavaWithoutAShellSoThatSignalsReachIt() {
        assertThat(instructions("ENTRYPOINT")).singleElement().asString().startsWith("[\"java\",");
    }

    @Test
    void opensThePortsThatTheChartNames() {
        assertThat(instructions("EXPOSE")).containsExactly("8080 9000");
    }

    @Test
    void namesNoRegistryHostInAnyImage() {
        var images = Stream.of("docker-compose.yml", "helm/meritstream/values.yaml")
                .flatMap(file -> Pattern.compile("(?m)^ *(?:image|prefix): (?:&\\w+ )?([^\\s*&]+)")
                        .matcher(Repository.text(file))
                        .results())
                .map(image -> image.group(1));

        assertThat(images)
                .hasSizeGreaterThan(7)
                .allMatch(image -> !image.split("/", -1)[0].matches(".*[.:].*/?") || !image.contains("/"));
    }

    private static List<String> instructions(String name) {
        return Pattern.compile("(?m)^" + name + " (.*)$")
                .matcher(DOCKERFILE)
                .results()
                .map(line -> line.group(1))
                .toList();
    }
}
