package org.meritstream.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What may be said in values, and what is refused. Each file in refused-values has one defect; its first line says what Helm must say. */
class ChartValuesTest {
    private static final String EXPECTED = "# expects: ";

    @Test
    void passesTheStrictLint() {
        var verdict = Chart.lint();

        assertThat(verdict.isFailed()).as("%s", verdict.getMessages()).isFalse();
    }

    @Test
    void passesTheStrictLintWithEverySwitchOn(@TempDir Path folder) throws IOException {
        var verdict = Chart.lint(folder, Chart.EVERYTHING);

        assertThat(verdict.isFailed()).as("%s", verdict.getMessages()).isFalse();
    }

    @Test
    void refusesItsDefaultsBecauseTheyNameNoAddress() {
        assertThatThrownBy(Chart::render).hasMessageContaining("publicUrl: say the address the world sees");
    }

    @Test
    void refusesAClusterThatIsTooOld() {
        assertThatThrownBy(() -> Chart.render("demo", "1.28.0", Chart.REQUIRED)).hasMessageContaining("kubeVersion");
    }

    @Test
    void rendersWithNothingButWhatIsRequired() {
        assertThat(Chart.manifests(Chart.REQUIRED)).isNotEmpty();
    }

    @Test
    void rendersWithEverySwitchOn() {
        assertThat(Chart.manifests(Chart.EVERYTHING))
                .hasSizeGreaterThan(Chart.manifests(Chart.REQUIRED).size());
    }

    @ParameterizedTest
    @MethodSource("refusedValues")
    void refuses(Path values) {
        var expected = Repository.text(values).lines().findFirst().orElseThrow().substring(EXPECTED.length());

        assertThatThrownBy(() -> Chart.render(Chart.REQUIRED, values)).hasMessageContaining(expected);
    }

    @ParameterizedTest
    @MethodSource("requiredPaths")
    void namesARequiredValueThatIsMissing(String path, @TempDir Path folder) throws IOException {
        var values = Yaml.map(Repository.text(Chart.REQUIRED));
        var parent =
                path.contains(".") ? path.substring(0, path.lastIndexOf('.')).split("[.]", -1) : new String[0];
        Yaml.at(values, parent).remove(path.substring(path.lastIndexOf('.') + 1));
        var file = folder.resolve("values.json");
        new JsonMapper().writeValue(file.toFile(), values);

        assertThatThrownBy(() -> Chart.render(file)).hasMessageContaining(path + ": ");
    }

    static List<Path> refusedValues() throws IOException {
        try (var files = Files.list(Repository.data("refused-values"))) {
            return files.sorted().toList();
        }
    }

    static Stream<String> requiredPaths() {
        return leaves("", Yaml.map(Repository.text(Chart.REQUIRED)));
    }

    private static Stream<String> leaves(String path, Map<String, Object> values) {
        return values.entrySet().stream()
                .flatMap(entry -> entry.getValue() instanceof Map<?, ?>
                        ? leaves(path + entry.getKey() + ".", Yaml.asMap(entry.getValue()))
                        : Stream.of(path + entry.getKey()));
    }
}
