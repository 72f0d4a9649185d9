package org.meritstream.assessment.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meritstream.assessment.Fixture;
import org.meritstream.assessment.reading.AnyJson;
import org.meritstream.assessment.source.JoinBy;
import org.meritstream.events.DeliveryAccepted;
import org.meritstream.events.EventData;
import org.meritstream.events.Message;
import org.meritstream.proving.EventContract;

/** Payloads in; what is emitted keeps the contract. */
class EmittedContractTest {
    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private static final int ROUNDS = 400;
    private static final List<String> TENANTS = List.of("northgate", "southbank");
    private static final List<SourceRule> SOURCES = TENANTS.stream()
            .flatMap(tenant -> Stream.of(
                    new SourceRule(tenant, "canvas", JoinBy.STUDENT_NUMBER, false),
                    new SourceRule(tenant, "moodle", JoinBy.ACCOUNT, false)))
            .toList();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "canvas/grade_change.json",
                "canvas/grade_change.cleared.json",
                "canvas/submission_updated.graded.json",
                "canvas/quiz_submitted.json",
                "canvas/course_completed.json",
                "canvas/learning_outcome_result_created.json",
                "moodle/quiz_attempt.statements.json",
                "moodle/assign_scored.statements.json",
                "moodle/assign_ungraded.statements.json",
                "moodle/badge_awarded.statements.json",
                "moodle/badge_revoked.statements.json",
                "moodle/module_uncompleted.statements.json",
                "moodle/scorm_scored.statements.json"
            })
    void keepsTheContractWhateverIsChangedInAPayload(String file) {
        JsonNode payload = Fixture.json(file);
        AnyJson any = new AnyJson(SEED);
        History history = new History(SOURCES);
        history.run(List.of(delivery("northgate", file, payload, 0)));
        assertThat(history.messages()).isNotEmpty();
        for (int round = 1; round <= ROUNDS; round++) {
            String tenant = TENANTS.get(round % TENANTS.size());
            history.run(List.of(delivery(tenant, file, any.disturbed(payload), round)));
        }

        for (Message message : history.messages()) {
            assertThat(EventContract.refusals(message))
                    .as("seed %d: %s", SEED, new String(message.body(), StandardCharsets.UTF_8))
                    .isEmpty();
        }
    }

    @Test
    void keepsTheContractWhenAnAccountIsLinked() {
        JsonNode unnamed = Fixture.with(Fixture.canvas("grade_change"), "body/student_sis_id", "null");
        History history = new History(SOURCES)
                .run(List.of(
                        delivery("northgate", "canvas/", unnamed, 1),
                        delivery("northgate", "canvas/", Fixture.canvas("quiz_submitted"), 2)));

        assertThat(history.messages())
                .hasSize(3)
                .allSatisfy(
                        message -> assertThat(EventContract.refusals(message)).isEmpty());
    }

    /** The same learner's number, the same Canvas, the same moment. */
    @Test
    void takesNobodyForAnotherTenantsLearner() {
        JsonNode payload = Fixture.canvas("grade_change");
        History history = new History(SOURCES);
        TENANTS.forEach(tenant -> history.run(List.of(delivery(tenant, "canvas/", payload, 0))));

        assertThat(history.emitted()).extracting(EventData::tenant).containsExactlyElementsOf(TENANTS);
        assertThat(history.emitted()).extracting(EventData::aggregate).doesNotHaveDuplicates();
        assertThat(history.messages())
                .extracting(message -> message.headers().get("ce_id"))
                .doesNotHaveDuplicates();
    }

    private static DeliveryAccepted delivery(String tenant, String file, JsonNode payload, int number) {
        return file.startsWith("canvas/")
                ? Deliver.canvas(tenant, "canvas", payload, number)
                : Deliver.moodle(tenant, "moodle", payload, number);
    }
}
