package org.meritstream.evidence.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.meritstream.events.EventFormat;
import org.meritstream.events.EventType;
import org.meritstream.evidence.judgement.Fixtures;
import org.meritstream.log.Inbound;
import org.meritstream.proving.EventContract;
import org.meritstream.proving.Repository;

/** The contract's own examples go in; what comes out keeps the contract. */
class ExamplesContractTest {
    private static final Path EXAMPLES = Repository.root().resolve("contracts/examples");
    private static final List<EventType> CONSUMED = List.of(
            EventType.PUBLISH_ACHIEVEMENT,
            EventType.LEARNER_PROFILED,
            EventType.LEARNER_LINKED,
            EventType.ASSESSMENT_COMPLETED,
            EventType.ASSESSMENT_WITHDRAWN,
            EventType.CREDENTIAL_ISSUED,
            EventType.CREDENTIAL_REVOKED,
            EventType.CREDENTIAL_FELL_DUE,
            EventType.EVALUATE_LEARNER,
            EventType.APPROVE_AWARD,
            EventType.AWARD_FELL_DUE,
            EventType.RELEASE_AWARD,
            EventType.PLACE_HOLD,
            EventType.PAUSE_ISSUING,
            EventType.LIFT_RESTRAINT,
            EventType.WITHDRAW_AWARD,
            EventType.DECIDE_FLAG,
            EventType.RESTORE_AWARD,
            EventType.APPROVE_BATCH,
            EventType.SWEEP_AWARDS,
            EventType.MOVE_LEARNERS,
            EventType.CONTINUE_MOVE);

    private final MemoryStore evidence = new MemoryStore();

    static Stream<EventType> consumed() {
        return CONSUMED.stream();
    }

    @ParameterizedTest
    @MethodSource("consumed")
    void decidesEveryExampleOfWhatItConsumes(EventType type) throws IOException {
        List<Inbound> examples = examples(type);

        examples.forEach(example -> evidence.handle(List.of(example)));

        assertThat(examples).isNotEmpty();
        assertThat(evidence.emitted()).flatExtracting(EventContract::refusals).isEmpty();
    }

    @Test
    void emitsWhatTheContractDescribes() throws IOException {
        for (EventType type : CONSUMED) {
            examples(type).forEach(example -> evidence.handle(List.of(example)));
        }

        assertThat(evidence.emitted()).isNotEmpty();
        assertThat(evidence.emitted()).flatExtracting(EventContract::refusals).isEmpty();
    }

    private static List<Inbound> examples(EventType type) throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES.resolve(type.schemaName()))) {
            List<Path> valid = files.filter(
                            file -> !file.getFileName().toString().startsWith("invalid-"))
                    .sorted()
                    .toList();
            return valid.stream().map(file -> inbound(type, file)).toList();
        }
    }

    private static Inbound inbound(EventType type, Path file) {
        try {
            return Happenings.inbound(EventFormat.data(type, Files.readAllBytes(file)), Fixtures.MORNING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
