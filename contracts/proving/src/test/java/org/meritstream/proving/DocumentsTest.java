package org.meritstream.proving;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every link of every document in the repository leads somewhere, and every command that is named to a reader is there. */
class DocumentsTest {
    private static final Path ROOT = Repository.root();
    private static final Path OFFENDERS = Path.of("src/test/resources/documents");

    static Stream<Path> documents() {
        return Sources.below(ROOT, ".md").stream()
                .map(ROOT::relativize)
                .filter(document -> !document.toString().contains("proving/src/test/resources/documents"));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void leadsNowhereInVain(Path document) {
        assertThat(Markdown.read(ROOT.resolve(document)).broken()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "CONTRIBUTING.md", "docs/benchmarks.md", "deploy/quickstart/README.md"})
    void namesCommandsThatAreThere(String document) {
        Markdown markdown = Markdown.read(ROOT.resolve(document));

        assertThat(markdown.code())
                .as("it names some")
                .anyMatch(code -> code.contains("quickstart.sh") || code.contains("mvnw"));
        assertThat(new Commands(ROOT).missing(markdown)).isEmpty();
    }

    @Test
    void isToldOfLinksThatLeadNowhere() {
        assertThat(Markdown.read(OFFENDERS.resolve("links.md")).broken())
                .containsExactly("#three-times-2", "nowhere.md", "commands.md#no-such-heading");
    }

    @Test
    void isToldOfCommandsThatAreNotThere() {
        assertThat(new Commands(ROOT).missing(Markdown.read(OFFENDERS.resolve("commands.md"))))
                .containsExactlyInAnyOrder(
                        "deploy/nowhere.sh",
                        "deploy/quickstart.sh fly",
                        "deploy/quickstart.sh --wings",
                        "deploy/benchmarks/run.sh wishes",
                        "services/none",
                        "NowhereIT",
                        "org.meritstream.nowhere.Nothing");
    }

    @Test
    void looksAtAllOfThem() {
        List<Path> documents = documents().toList();

        assertThat(documents)
                .contains(Path.of("README.md"), Path.of("docs/flow.md"), Path.of("docs/operations/deploy.md"));
        assertThat(documents).allMatch(document -> Files.exists(ROOT.resolve(document)));
    }
}
