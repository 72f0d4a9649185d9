package org.meritstream.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of a request's body are what its schema and its record promise; the broken ones are refused by both. */
class BodiesContractTest {
    private static final String SIMULATION = "simulation.v1";
    private static final int ROUNDS = 2_000;

    static Stream<Path> valid() {
        return examples().filter(file -> !Contracts.nameOf(file).startsWith("invalid-"));
    }

    static Stream<Path> invalid() {
        return examples().filter(file -> Contracts.nameOf(file).startsWith("invalid-"));
    }

    @Test
    void hasAMinimalAFullAndBrokenExamples() {
        assertThat(examples().map(Contracts::nameOf).toList())
                .contains("minimal", "full")
                .hasSizeGreaterThan(4);
    }

    @ParameterizedTest
    @MethodSource("valid")
    void validatesAgainstItsSchema(Path example) {
        assertThat(Schemas.refusals(SIMULATION, Contracts.bytes(example))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("valid")
    void writesBackToTheSameTree(Path example) throws IOException {
        byte[] json = Contracts.bytes(example);

        byte[] written = EventFormat.JSON.writeValueAsBytes(EventFormat.simulation(json));

        assertThat(EventFormat.JSON.readTree(written)).isEqualTo(EventFormat.JSON.readTree(json));
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void isRefusedByTheSchemaForTheReasonItIsNamedAfter(Path example) {
        Defect defect = Defect.of(Contracts.nameOf(example));

        assertThat(Schemas.refusals(SIMULATION, Contracts.bytes(example)))
                .isNotEmpty()
                .allSatisfy(refusal -> {
                    assertThat(refusal.at()).isEqualTo(defect.pointer());
                    assertThat(refusal.keyword()).isIn(defect.keywords());
                });
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void isRefusedByTheReaderWhichNamesThePlace(Path example) {
        Defect defect = Defect.of(Contracts.nameOf(example));

        assertThatThrownBy(() -> EventFormat.simulation(Contracts.bytes(example)))
                .asInstanceOf(type(MalformedEvent.class))
                .satisfies(refused ->
                        assertThat("/" + defect.path().replace('.', '/')).startsWith(refused.place()))
                .extracting(MalformedEvent::place)
                .isNotEqualTo("");
    }

    @ParameterizedTest
    @MethodSource("valid")
    void endsAMutationInAQuestionOrARefusal(Path example) throws IOException {
        long seed = Long.getLong("meritstream.seed", 20261123L);
        Mutations mutations = new Mutations(new Random(seed));
        byte[] json = Contracts.bytes(example);

        for (int round = 0; round < ROUNDS; round++) {
            byte[] mutated = round % 2 == 0 ? mutations.ofBytes(json) : mutations.ofTree(json);
            try {
                EventFormat.JSON.writeValueAsBytes(EventFormat.simulation(mutated));
            } catch (MalformedEvent refused) {
                assertThat(refused.getMessage())
                        .as("seed %d, round %d", seed, round)
                        .isNotBlank();
            }
        }
    }

    private static Stream<Path> examples() {
        List<Path> files = Contracts.files(Contracts.folder("examples").resolve(SIMULATION), ".json");
        return files.stream();
    }
}
