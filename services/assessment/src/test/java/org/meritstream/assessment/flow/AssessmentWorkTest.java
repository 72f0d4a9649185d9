package org.meritstream.assessment.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meritstream.assessment.Fixture.canvas;
import static org.meritstream.assessment.Fixture.json;
import static org.meritstream.assessment.Fixture.statement;
import static org.meritstream.assessment.Fixture.with;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.meritstream.assessment.delivery.DeliveryState;
import org.meritstream.assessment.delivery.EventOutcome;
import org.meritstream.assessment.source.JoinBy;
import org.meritstream.events.AssessmentCompleted;
import org.meritstream.events.DeliveryAccepted;
import org.meritstream.events.EventData;
import org.meritstream.events.LearnerLinked;

class AssessmentWorkTest {
    private static final String A = "northgate";
    private static final String B = "southbank";
    private static final String MAIL = "tom.okafor@northgate.example";

    private final History history = new History(List.of(
            new SourceRule(A, "canvas", JoinBy.STUDENT_NUMBER, false),
            new SourceRule(A, "moodle", JoinBy.STUDENT_NUMBER, false),
            new SourceRule(A, "mail", JoinBy.EMAIL, false),
            new SourceRule(A, "account", JoinBy.ACCOUNT, false),
            new SourceRule(A, "trial", JoinBy.STUDENT_NUMBER, true),
            new SourceRule(B, "canvas", JoinBy.STUDENT_NUMBER, false)));

    @Test
    void emitsAResultForTheLearnerOfTheStudentNumber() {
        history.run(List.of(grade(A, 1)));

        assertThat(results()).singleElement().satisfies(result -> {
            assertThat(result.learner()).isEqualTo(learner(A, "S-2026-0731"));
            assertThat(result.provisional()).isFalse();
            assertThat(result.delivery()).isEqualTo(grade(A, 1).delivery());
        });
        assertThat(history.delivery(grade(A, 1).delivery()).state()).isEqualTo(DeliveryState.MAPPED);
    }

    @Test
    void joinsOnePersonAcrossBothSendersByStudentNumber() {
        history.run(List.of(
                grade(A, 1),
                Deliver.moodle(
                        A, "moodle", with(statement("quiz_attempt"), "actor/account/name", "\"S-2026-0731\""), 2)));

        assertThat(results()).extracting(AssessmentCompleted::learner).containsOnly(learner(A, "S-2026-0731"));
        assertThat(results()).hasSize(2);
    }

    @Test
    void keepsTwoTenantsApartThoughNumbersAndEventsAreTheSame() {
        history.run(List.of(grade(A, 1), grade(B, 1)));

        assertThat(results()).extracting(AssessmentCompleted::learner).doesNotHaveDuplicates();
        assertThat(history.messages())
                .extracting(message -> message.headers().get("ce_id"))
                .doesNotHaveDuplicates();
    }

    @Test
    void takesTheSameEventOfAnotherDeliveryAsADuplicateAndEmitsNothing() {
        history.run(List.of(grade(A, 1))).run(List.of(grade(A, 2)));

        assertThat(history.emitted()).hasSize(1);
        assertThat(outcome(grade(A, 2)).state()).isEqualTo(DeliveryState.DUPLICATE);
        assertThat(outcome(grade(A, 2)).id()).isEqualTo(outcome(grade(A, 1)).id());
    }

    @Test
    void learnsThePersonFromADuplicateThatNamesThem() {
        DeliveryAccepted unnamed =
                Deliver.canvas(A, "canvas", with(canvas("grade_change"), "body/student_sis_id", "null"), 1);

        history.run(List.of(unnamed)).run(List.of(grade(A, 2)));

        assertThat(outcome(grade(A, 2)).state()).isEqualTo(DeliveryState.DUPLICATE);
        assertThat(links()).extracting(LearnerLinked::learner).containsExactly(learner(A, "S-2026-0731"));
    }

    @Test
    void takesAStatementThatStandsTwiceInABatchOnce() {
        var twice = json("moodle/quiz_attempt.statements.json");
        ((ArrayNode) twice).add(twice.get(0).deepCopy());
        DeliveryAccepted delivery = Deliver.moodle(A, "moodle", twice, 1);

        history.run(List.of(delivery));

        assertThat(history.emitted()).hasSize(1);
        assertThat(history.outcomes(delivery.delivery()))
                .extracting(EventOutcome::state)
                .containsExactly(DeliveryState.MAPPED, DeliveryState.IGNORED, DeliveryState.DUPLICATE);
    }

    @Test
    void givesAnAccountWithoutNumberAProvisionalIdAndLinksItWhenANumberComes() {
        DeliveryAccepted unknown = Deliver.canvas(A, "canvas", withoutNumber(), 1);

        history.run(List.of(unknown)).run(List.of(grade(A, 2)));

        AssessmentCompleted first = results().get(0);
        assertThat(first.provisional()).isTrue();
        assertThat(links()).singleElement().satisfies(link -> {
            assertThat(link.provisional()).isEqualTo(first.learner());
            assertThat(link.learner()).isEqualTo(learner(A, "S-2026-0731"));
        });
    }

    @Test
    void usesTheLinkKnownSoFarAndAnnouncesNoneWhereNothingWasProvisional() {
        history.run(List.of(grade(A, 1))).run(List.of(Deliver.canvas(A, "canvas", withoutNumber(), 2)));

        assertThat(results()).extracting(AssessmentCompleted::learner).containsOnly(learner(A, "S-2026-0731"));
        assertThat(links()).isEmpty();
    }

    @Test
    void announcesALinkOnce() {
        history.run(List.of(Deliver.canvas(A, "canvas", withoutNumber(), 1)))
                .run(List.of(grade(A, 2)))
                .run(List.of(Deliver.canvas(A, "canvas", with(canvas("grade_change"), "body/score", "35"), 3)));

        assertThat(links()).hasSize(1);
    }

    @Test
    void believesTheNewerWordWhereAnAccountGetsAnotherStudentNumber() {
        var corrected = with(canvas("grade_change"), "body/student_sis_id", "\"S-9\"");
        with(corrected, "metadata/event_time", "\"2026-10-30T00:00:00Z\"");
        history.run(List.of(Deliver.canvas(A, "canvas", withoutNumber(), 1), grade(A, 2)))
                .run(List.of(Deliver.canvas(A, "canvas", corrected, 3)));

        assertThat(links())
                .extracting(LearnerLinked::learner)
                .containsExactly(learner(A, "S-2026-0731"), learner(A, "S-9"));
    }

    @Test
    void neverTakesANumberWhereTheSourceJoinsByAccountOnly() {
        history.run(List.of(Deliver.canvas(A, "account", canvas("grade_change"), 1)));

        assertThat(results()).extracting(AssessmentCompleted::provisional).containsExactly(true);
    }

    @Test
    void parksAMailAddressTheRosterDoesNotKnowAndTakesItUpWhenItDoes() {
        DeliveryAccepted delivery = byMail(1);
        history.run(List.of(delivery));
        assertThat(outcome(delivery).state()).isEqualTo(DeliveryState.PARKED);
        assertThat(outcome(delivery).reason()).isEqualTo("unknown-email");
        assertThat(history.emitted()).isEmpty();

        history.run(List.of(Deliver.profiled(A, "S-4", "TOM.Okafor@northgate.example", 1)));

        assertThat(results()).extracting(AssessmentCompleted::learner).containsExactly(learner(A, "S-4"));
        assertThat(outcome(delivery).state()).isEqualTo(DeliveryState.MAPPED);
        assertThat(outcome(delivery).reason()).isNull();
    }

    @Test
    void takesUpWhatWaitsOnlyWithinTheTenant() {
        history.run(List.of(byMail(1))).run(List.of(Deliver.profiled(B, "S-4", MAIL, 1)));

        assertThat(history.emitted()).isEmpty();
    }

    @Test
    void parksAMailAddressThatTwoLearnersShareUntilOneIsLeft() {
        history.run(List.of(Deliver.profiled(A, "S-4", MAIL, 1), Deliver.profiled(A, "S-5", MAIL, 1), byMail(1)));
        assertThat(outcome(byMail(1)).reason()).isEqualTo("shared-email");

        history.run(List.of(Deliver.profiled(A, "S-5", null, 2)));

        assertThat(results()).extracting(AssessmentCompleted::learner).containsExactly(learner(A, "S-4"));
    }

    @Test
    void takesASecondCopyOfAParkedEventAsADuplicate() {
        history.run(List.of(byMail(1))).run(List.of(byMail(2)));

        assertThat(outcome(byMail(2)).state()).isEqualTo(DeliveryState.DUPLICATE);
    }

    @Test
    void doesNotLetAnOlderRosterUndoANewerOne() {
        history.run(List.of(Deliver.profiled(A, "S-4", MAIL, 5), Deliver.profiled(A, "S-4", null, 1), byMail(1)));

        assertThat(results()).hasSize(1);
    }

    @Test
    void showsTheResultsOfATestSourceAndEmitsNone() {
        DeliveryAccepted trial = Deliver.canvas(A, "trial", canvas("grade_change"), 1);

        history.run(List.of(trial));

        assertThat(history.emitted()).isEmpty();
        assertThat(outcome(trial).reason()).isEqualTo("test-source");
    }

    @Test
    void parksADeliveryOfASourceThatIsGone() {
        DeliveryAccepted orphan = Deliver.canvas(A, "gone", canvas("grade_change"), 1);

        history.run(List.of(orphan));

        assertThat(outcome(orphan).reason()).isEqualTo("source-gone");
    }

    @Test
    void saysWhyAMutedGradeIsNotActedOn() {
        DeliveryAccepted muted = Deliver.canvas(A, "canvas", with(canvas("grade_change"), "body/muted", "true"), 1);

        history.run(List.of(muted));

        assertThat(outcome(muted).state()).isEqualTo(DeliveryState.MAPPED);
        assertThat(outcome(muted).reason()).isEqualTo("not-posted");
    }

    @Test
    void ignoresTheFactsItEmittedItself() {
        history.run(List.of(new LearnerLinked(A, new UUID(0, 1), new UUID(0, 2), Deliver.RECEIVED)));

        assertThat(history.emitted()).isEmpty();
    }

    private static DeliveryAccepted grade(String tenant, int number) {
        return Deliver.canvas(tenant, "canvas", canvas("grade_change"), number);
    }

    private static DeliveryAccepted byMail(int number) {
        return Deliver.moodle(A, "mail", json("moodle/quiz_attempt.by_mail.statements.json"), number);
    }

    private static JsonNode withoutNumber() {
        return with(with(canvas("grade_change"), "body/student_sis_id", "null"), "body/score", "12");
    }

    private static UUID learner(String tenant, String number) {
        return History.IDS.learner(tenant, number);
    }

    private EventOutcome outcome(DeliveryAccepted delivery) {
        return history.outcomes(delivery.delivery()).get(0);
    }

    private List<AssessmentCompleted> results() {
        return only(AssessmentCompleted.class);
    }

    private List<LearnerLinked> links() {
        return only(LearnerLinked.class);
    }

    private <T extends EventData> List<T> only(Class<T> type) {
        return history.emitted().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
