package org.meritstream.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docker-compose.sign-in.yml, alone and laid over docker-compose.yml as its first line says. */
class ComposeSignInTest {
    private static final String TEXT = Repository.text("docker-compose.sign-in.yml");
    private static final Map<String, Object> ADDED = Yaml.map(TEXT);
    private static final Map<String, Object> BASE = Yaml.map(Repository.text("docker-compose.yml"));
    private static final Map<String, Object> BOTH = Compose.merged(BASE, ADDED);

    @Test
    void keepsToTheComposeSpecificationAloneAndLaidOverTheOther() {
        assertThat(Compose.errors(ADDED)).isEmpty();
        assertThat(Compose.errors(BOTH)).isEmpty();
    }

    @Test
    void addsToEvidenceAlone() {
        assertThat(Yaml.at(ADDED, "services")).containsOnlyKeys("evidence");
        assertThat(Yaml.at(ADDED, "services", "evidence")).containsOnlyKeys("environment", "secrets");
    }

    @Test
    void takesNothingAwayAndReplacesNothing() {
        assertThat(Yaml.at(ADDED, "services", "evidence", "environment").keySet())
                .doesNotContainAnyElementsOf(
                        Yaml.at(BASE, "services", "evidence", "environment").keySet());
        assertThat(Yaml.at(ADDED, "secrets").keySet())
                .doesNotContainAnyElementsOf(Yaml.at(BASE, "secrets").keySet());
    }

    @Test
    void usesEverySecretThatItDeclaresAndDeclaresWhatItUses() {
        assertThat(Compose.uses(ADDED, "secrets"))
                .isEqualTo(Yaml.at(ADDED, "secrets").keySet());
        assertThat(Compose.uses(BOTH, "secrets"))
                .isEqualTo(Yaml.at(BOTH, "secrets").keySet());
    }

    @Test
    void readsEachFileOfEvidenceFromASecretThatEvidenceHas() {
        Object secrets =
                Objects.requireNonNull(Yaml.at(BOTH, "services", "evidence").get("secrets"));
        Set<String> files = Yaml.at(BOTH, "services", "evidence", "environment").entrySet().stream()
                .filter(variable -> variable.getKey().endsWith("_FILE"))
                .map(variable -> String.valueOf(variable.getValue()))
                .map(file -> file.replace("/run/secrets/", ""))
                .collect(Collectors.toSet());

        assertThat(Yaml.asTexts(secrets)).hasSizeGreaterThan(2).containsExactlyInAnyOrderElementsOf(files);
    }

    @Test
    void givesNoVariableThatIsSecretADefault() {
        assertThat(Compose.secretVariables(TEXT))
                .hasSize(2)
                .allSatisfy(variable ->
                        assertThat(variable.group(2)).startsWith(":?").hasSizeGreaterThan(10));
    }

    /** The claim has a default of its own, so Compose need not name it. */
    @Test
    void addsTheVariablesThatTheChartAdds() {
        Set<String> inTheChart =
                Manifests.names(Manifests.of(Chart.REQUIRED, Chart.EVERYTHING).container("evidence")).stream()
                        .filter(name -> name.startsWith("MERITSTREAM_SIGN_IN_"))
                        .filter(name -> !name.endsWith("_STUDENT_NUMBER_CLAIM"))
                        .collect(Collectors.toSet());

        assertThat(Yaml.at(ADDED, "services", "evidence", "environment").keySet())
                .isEqualTo(inTheChart);
    }
}
