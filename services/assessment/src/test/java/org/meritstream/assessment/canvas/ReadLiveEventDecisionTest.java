package org.meritstream.assessment.canvas;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.meritstream.assessment.Fixture.canvas;
import static org.meritstream.assessment.Fixture.with;
import static org.meritstream.assessment.canvas.LiveEvents.completed;
import static org.meritstream.assessment.canvas.LiveEvents.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meritstream.assessment.reading.Reading;
import org.meritstream.assessment.reading.Reading.Completed;
import org.meritstream.assessment.reading.Reading.Ignored;
import org.meritstream.assessment.reading.Reading.Parked;
import org.meritstream.assessment.reading.Reason;
import org.meritstream.events.ActivityKind;
import org.meritstream.events.ActivityRef;
import org.meritstream.events.AssessmentKind;
import org.meritstream.events.ResultStatus;
import org.meritstream.events.Score;

class ReadLiveEventDecisionTest {
    @Test
    void readsAGradeAsAFinalResultWithTheDigitsThatWereSent() {
        Completed result = completed(canvas("grade_change"));

        assertThat(result.kind()).isEqualTo(AssessmentKind.RESULT);
        assertThat(result.status()).isEqualTo(ResultStatus.FINAL);
        assertThat(result.score()).isEqualTo(new Score(new BigDecimal("34.0"), null, new BigDecimal("40")));
        assertThat(result.occurrence().activity())
                .isEqualTo(new ActivityRef("assignment/4411", ActivityKind.ASSIGNMENT));
        assertThat(result.occurrence().course()).isEqualTo(new ActivityRef("course/812", ActivityKind.COURSE));
        assertThat(result.occurrence().attempt().nativeId()).isEqualTo("90210");
        assertThat(result.gradedAt()).isEqualTo(Instant.parse("2026-10-05T09:30:15.120Z"));
    }

    // What is shown to nobody is not acted on.

    @Test
    void hidesAMutedGrade() {
        assertThat(completed(with(canvas("grade_change"), "body/muted", "true")).status())
                .isEqualTo(ResultStatus.HIDDEN);
    }

    @Test
    void takesAGradeThatIsNotCompleteAsPartial() {
        assertThat(completed(with(canvas("grade_change"), "body/grading_complete", "false"))
                        .status())
                .isEqualTo(ResultStatus.PARTIAL);
    }

    @Test
    void neverTakesAGradeWithoutScoreAsFinal() {
        JsonNode event = with(with(canvas("grade_change"), "body/score", null), "body/grade", "\"complete\"");

        assertThat(completed(event).status()).isEqualTo(ResultStatus.PARTIAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Missing", "S", "complete"})
    void takesNothingFromAGradeInWords(String grade) {
        Completed result = completed(with(canvas("grade_change"), "body/grade", '"' + grade + '"'));

        assertThat(requireNonNull(result.score()).raw()).isEqualTo("34.0");
    }

    @Test
    void decidesByTheBodyWhereAnOverrideIsCalledAGradeChange() {
        assertThat(read(canvas("grade_override.as_documented")))
                .isEqualTo(new Ignored("grade_override", Reason.COURSE_SCORE));
    }

    @Test
    void reducesGlobalAndLocalIdsToTheSameLearner() {
        assertThat(completed(canvas("course_completed")).occurrence().person().account())
                .isEqualTo(
                        completed(canvas("grade_change")).occurrence().person().account());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-10-05T09:30:15.120Z",
                "2026-10-05T09:30:15Z",
                "2026-10-05 01:30:15 -0800",
                "2026-10-05T09:30:15",
                "2026-10-05 09:30:15 UTC"
            })
    void readsEveryFormOfTimeThatCanvasPublishes(String time) {
        JsonNode event = with(canvas("grade_change"), "metadata/event_time", '"' + time + '"');

        assertThat(completed(event).occurrence().occurredAt())
                .isBetween(Instant.parse("2026-10-05T09:30:15Z"), Instant.parse("2026-10-05T09:30:16Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"yesterday\"", "null", "\"+999999999-12-31T23:59:59Z\"", "1728120615"})
    void parksAnEventWithoutAUsableTime(String time) {
        assertThat(read(with(canvas("grade_change"), "metadata/event_time", time)))
                .isEqualTo(new Parked("grade_change", Reason.BAD_TIME));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"NaN\"", "\"a lot\"", "true", "[]", "{}", "1e999", "\"1e5\""})
    void parksAScoreThatIsNoNumber(String score) {
        assertThat(read(with(canvas("grade_change"), "body/score", score)))
                .isEqualTo(new Parked("grade_change", Reason.BAD_SCORE));
    }

    @Test
    void readsACompletionSentByAJobByTheBodysUser() {
        assertThat(completed(canvas("course_completed.by_job"))
                        .occurrence()
                        .person()
                        .email())
                .isEqualTo("maeve.byrne@northgate.example");
    }

    @Test
    void readsAnOutcomeAsMasteryByCanvasOwnVerdict() {
        Completed result = completed(canvas("learning_outcome_result_created"));

        assertThat(result.kind()).isEqualTo(AssessmentKind.MASTERY);
        assertThat(result.passed()).isTrue();
        assertThat(result.occurrence().activity()).isEqualTo(new ActivityRef("outcome/88", ActivityKind.OUTCOME));
        assertThat(result.occurrence().person().account()).endsWith("|uuid/uM7hJ2kQ9sT4");
    }

    @Test
    void parksAnOutcomeOfAnOlderReleaseThatNamesNoLearner() {
        assertThat(read(canvas("learning_outcome_result_created.older_release")))
                .isEqualTo(new Parked("learning_outcome_result_created", Reason.NO_LEARNER));
    }

    @ParameterizedTest
    @CsvSource({
        "course_progress, course_progress, PROGRESS_ONLY",
        "rubric_assessed, rubric_assessed, NO_POINTS",
        "attachment_created, attachment_created, UNKNOWN_EVENT"
    })
    void ignoresWhatSaysNothingOfAnAssessment(String file, String event, Reason reason) {
        assertThat(read(canvas(file))).isEqualTo(new Ignored(event, reason));
    }

    @Test
    void ignoresACourseThatIsNotComplete() {
        JsonNode event = with(canvas("course_completed"), "body/progress/completed_at", "null");

        assertThat(read(event)).isEqualTo(new Ignored("course_completed", Reason.NOT_COMPLETE));
    }

    @Test
    void ignoresASubmissionThatWasTakenBack() {
        JsonNode event = with(canvas("submission_created"), "body/workflow_state", "\"unsubmitted\"");

        assertThat(read(event)).isEqualTo(new Ignored("submission_created", Reason.NOTHING_HANDED_IN));
    }

    @Test
    void parksTheCaliperFormAndSaysWhatToChoose() {
        assertThat(read(canvas("caliper_envelope"))).isEqualTo(new Parked("caliper", Reason.CALIPER_FORM));
    }

    @Test
    void parksAnEventAboutNobodyAndOneAboutNothing() {
        JsonNode nobody = canvas("grade_change");
        for (String member : new String[] {"user_id", "student_id", "student_sis_id"}) {
            with(nobody, "body/" + member, null);
        }
        JsonNode nothing = with(canvas("grade_change"), "body/assignment_id", "\"none\"");

        assertThat(read(nobody)).isEqualTo(new Parked("grade_change", Reason.NO_LEARNER));
        assertThat(read(nothing)).isEqualTo(new Parked("grade_change", Reason.NO_ACTIVITY));
    }

    @Test
    void readsTheMetadataOfSelfHostedInstallations() {
        JsonNode event = canvas("grade_change");
        JsonNode metadata = event.path("metadata");

        Reading reading = read(with(with(event, "attributes", metadata.toString()), "metadata", null));

        assertThat(reading).isEqualTo(read(canvas("grade_change")));
    }
}
