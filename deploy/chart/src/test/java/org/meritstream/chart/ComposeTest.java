package org.meritstream.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** docker-compose.yml against the schema of the Compose Specification, and against what this project promises of it. */
class ComposeTest {
    private static final String TEXT = Repository.text("docker-compose.yml");
    private static final Map<String, Object> COMPOSE = Yaml.map(TEXT);

    @Test
    void keepsToTheComposeSpecification() {
        assertThat(Compose.errors(COMPOSE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mem_limit: 768m        | mem_limits: 768m         | mem_limits
            read_only: true        | read_only: [true]        | read_only
            condition: service_healthy | condition: service_ready | condition
            restart: unless-stopped| restart: {a: b}          | restart
            """)
    void wouldNoticeADefect(String sound, String defect, String named) {
        assertThat(TEXT).contains(sound);
        assertThat(Compose.errors(Yaml.map(TEXT.replace(sound, defect))))
                .anySatisfy(error -> assertThat(error).contains(named));
    }

    @Test
    void hasTheWholeProduct() {
        assertThat(Yaml.at(COMPOSE, "services").keySet())
                .containsAll(Chart.SERVICES)
                .contains("gateway", "kafka", "topics", "postgresql", "mongodb");
    }

    @Test
    void givesNoVariableThatIsSecretADefault() {
        assertThat(Compose.secretVariables(TEXT))
                .isNotEmpty()
                .allSatisfy(variable ->
                        assertThat(variable.group(2)).startsWith(":?").hasSizeGreaterThan(10));
    }

    @Test
    void writesNoSecretOut() {
        assertThat(TEXT.lines().filter(line -> line.matches(".*PASSWORD: .*")))
                .isNotEmpty()
                .allMatch(line -> line.matches(".*PASSWORD: \\$\\{[A-Z_]+:\\?[^}]+}"));
    }

    @Test
    void pointsAtFilesThatExist() {
        assertThat(Yaml.at(COMPOSE, "configs").values().stream()
                        .map(config -> String.valueOf(Yaml.asMap(config).get("file"))))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(Files.isRegularFile(Repository.path(file)))
                        .as(file)
                        .isTrue());
    }

    @Test
    void usesEveryConfigAndSecretThatItDeclaresAndDeclaresWhatItUses() {
        assertThat(Compose.uses(COMPOSE, "configs"))
                .isEqualTo(Yaml.at(COMPOSE, "configs").keySet());
        assertThat(Compose.uses(COMPOSE, "secrets"))
                .isEqualTo(Yaml.at(COMPOSE, "secrets").keySet());
    }

    @Test
    void givesServicesTheVariablesOfTheChart() {
        var chart = Manifests.of(Chart.REQUIRED)
                .all(StatefulSet.class)
                .filter(set -> !set.getMetadata().getName().endsWith("-public"))
                .map(ComposeTest::environmentInTheChart)
                .collect(Collectors.toSet());
        var compose = Chart.SERVICES.stream().map(ComposeTest::environment).collect(Collectors.toSet());

        assertThat(compose).isEqualTo(chart);
    }

    @Test
    void buildsEachServiceFromTheOneDockerfile() {
        assertThat(Chart.SERVICES).allSatisfy(service -> {
            var build = Yaml.at(COMPOSE, "services", service, "build");
            assertThat(build).containsEntry("dockerfile", "deploy/images/Dockerfile");
            assertThat(build).containsEntry("args", Map.of("SERVICE", service));
        });
    }

    /** Without the folder of uploads: the chart has no volume to give by default, Compose has. */
    private static Set<String> environment(String service) {
        return Yaml.at(COMPOSE, "services", service, "environment").keySet().stream()
                .filter(name -> !name.equals("MERITSTREAM_EVIDENCE_ARTIFACTS_FOLDER"))
                .collect(Collectors.toSet());
    }

    /** Without the variables of TLS: Compose speaks plainly to its own PostgreSQL, over a network of its own. */
    private static Set<String> environmentInTheChart(StatefulSet set) {
        return set.getSpec().getTemplate().getSpec().getContainers().getFirst().getEnv().stream()
                .map(EnvVar::getName)
                .filter(name -> !name.matches(".*_REACTIVE_(TRUST|HOSTNAME)_.*"))
                .collect(Collectors.toSet());
    }
}
