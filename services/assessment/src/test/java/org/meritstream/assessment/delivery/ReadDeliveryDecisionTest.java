package org.meritstream.assessment.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meritstream.assessment.Fixture.text;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.meritstream.assessment.reading.Reading;
import org.meritstream.events.DeliveryAccepted;
import org.meritstream.events.SourceKind;

class ReadDeliveryDecisionTest {

    @Test
    void readsOneLiveEvent() {
        assertThat(ReadDeliveryDecision.decide(delivery(SourceKind.CANVAS_LIVE, text("canvas/grade_change.json"))))
                .singleElement()
                .isInstanceOf(Reading.Completed.class);
    }

    @Test
    void readsEveryStatementOfABatchInItsOrder() {
        assertThat(ReadDeliveryDecision.decide(
                        delivery(SourceKind.MOODLE_XAPI, text("moodle/quiz_attempt.statements.json"))))
                .hasExactlyElementsOfTypes(Reading.Completed.class, Reading.Ignored.class);
    }

    @ParameterizedTest
    @EnumSource(SourceKind.class)
    void parksWhatIsNoJsonInsteadOfThrowing(SourceKind kind) {
        assertThat(ReadDeliveryDecision.decide(delivery(kind, "{")))
                .singleElement()
                .isInstanceOf(Reading.Parked.class);
    }

    private static DeliveryAccepted delivery(SourceKind kind, String body) {
        return new DeliveryAccepted(
                "northgate",
                new UUID(0, 1),
                "source",
                kind,
                "application/json",
                "basic:x",
                Instant.parse("2026-11-01T10:00:00Z"),
                body);
    }
}
