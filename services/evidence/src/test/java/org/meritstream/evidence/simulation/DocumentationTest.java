package org.meritstream.evidence.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.meritstream.events.EventFormat;
import org.meritstream.evidence.judgement.Explained;
import org.meritstream.evidence.judgement.Words;
import org.meritstream.evidence.simulation.SimulateDecision.Answer;
import org.meritstream.proving.Repository;

/** The page for registrars says what the judgement says. */
class DocumentationTest {

    @Test
    void tellsTheExampleAsItIsExplained() throws IOException {
        byte[] example = Simulations.example("full").getBytes(StandardCharsets.UTF_8);
        Answer.Judged judged =
                (Answer.Judged) SimulateDecision.decide("northgate", EventFormat.simulation(example), null);

        String told = Explained.of(judged.evaluation().explanation(), Words.in("en")).sentences().stream()
                .map(Explained.Sentence::text)
                .collect(Collectors.joining("\n"));

        assertThat(Files.readString(Repository.root().resolve("docs/judgement.md")))
                .contains("```\n" + told + "\n```");
    }

    @Test
    void namesTestsThatAreThere() throws IOException {
        String page = Files.readString(Repository.root().resolve("docs/judgement.md"));
        List<String> named = Pattern.compile("`(\\w+(?:Test|IT)|\\w+\\.test\\.mjs)`")
                .matcher(page.substring(page.indexOf("## Where it is proven")))
                .results()
                .map(match -> match.group(1))
                .toList();

        assertThat(named).hasSizeGreaterThan(40);
        assertThat(tests()).containsAll(named);
    }

    /** Tests by their names. */
    private static Set<String> tests() throws IOException {
        Set<String> names = new HashSet<>(namesIn("deploy/journey", 1));
        names.addAll(namesIn("services/evidence/src/test", Integer.MAX_VALUE));
        names.addAll(namesIn("services/issuance/src/test", Integer.MAX_VALUE));
        return names;
    }

    private static Set<String> namesIn(String folder, int depth) throws IOException {
        try (Stream<Path> files = Files.walk(Repository.root().resolve(folder), depth)) {
            return files.map(file -> file.getFileName().toString().replaceFirst("\\.java$", ""))
                    .collect(Collectors.toSet());
        }
    }
}
