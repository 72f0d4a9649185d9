package org.meritstream.evidence.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.stream.Collectors;
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
}
