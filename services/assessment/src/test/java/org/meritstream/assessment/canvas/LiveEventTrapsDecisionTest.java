package org.meritstream.assessment.canvas;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.meritstream.assessment.Fixture.canvas;
import static org.meritstream.assessment.Fixture.with;
import static org.meritstream.assessment.canvas.LiveEvents.completed;
import static org.meritstream.assessment.canvas.LiveEvents.key;
import static org.meritstream.assessment.canvas.LiveEvents.read;
import static org.meritstream.assessment.canvas.LiveEvents.withdrawn;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meritstream.assessment.reading.Reading.Completed;
import org.meritstream.assessment.reading.Reading.Parked;
import org.meritstream.assessment.reading.Reason;
import org.meritstream.events.ActivityKind;
import org.meritstream.events.ActivityRef;
import org.meritstream.events.AssessmentKind;
import org.meritstream.events.ResultStatus;
import org.meritstream.events.Score;
import org.meritstream.events.WithdrawalReason;

/** The traps that every learning management system sets, one after another, as Canvas sets them. */
class LiveEventTrapsDecisionTest {
    // Section 0, trap 1: submitted is not graded, graded is not passed, completed is not assessed.

    @Test
    void trap1SubmittedIsNotGradedEvenWithAScoreOfTheAttemptBefore() {
        Completed result = completed(canvas("submission_created"));

        assertThat(result.kind()).isEqualTo(AssessmentKind.SUBMISSION);
        assertThat(result.status()).isEqualTo(ResultStatus.PENDING);
        assertThat(result.score()).isNull();
        assertThat(result.gradedAt()).isNull();
        assertThat(result.occurrence().attempt().number()).isEqualTo(2);
    }

    @Test
    void trap1AGradedSubmissionKeepsItsScoreAndIsNoResultSinceItMayNotBePosted() {
        Completed result = completed(canvas("submission_updated.graded"));

        assertThat(result.kind()).isEqualTo(AssessmentKind.SUBMISSION);
        assertThat(result.status()).isEqualTo(ResultStatus.PENDING);
        assertThat(result.score()).isEqualTo(new Score(new BigDecimal("34.0"), null, null));
        assertThat(result.gradedAt()).isEqualTo(Instant.parse("2026-10-05T09:30:15Z"));
    }

    @Test
    void trap1AQuizHandedInCarriesNoScore() {
        Completed result = completed(canvas("quiz_submitted"));

        assertThat(result.kind()).isEqualTo(AssessmentKind.SUBMISSION);
        assertThat(result.score()).isNull();
        assertThat(result.occurrence().activity()).isEqualTo(new ActivityRef("quiz/2233", ActivityKind.QUIZ));
    }

    @Test
    void trap1ACompletedCourseIsACompletionWithoutScore() {
        Completed result = completed(canvas("course_completed"));

        assertThat(result.kind()).isEqualTo(AssessmentKind.COMPLETION);
        assertThat(result.score()).isNull();
        assertThat(result.passed()).isNull();
        assertThat(result.occurrence().activity()).isEqualTo(new ActivityRef("course/812", ActivityKind.COURSE));
    }

    @Test
    void trap1GradedIsNotPassed() {
        assertThat(completed(canvas("grade_change")).passed()).isNull();
    }

    // Trap 4: the learner is not the actor.

    @Test
    void trap4TheLearnerIsTheBodysUserNotTheGrader() {
        Completed result = completed(canvas("grade_change"));

        assertThat(result.occurrence().person().account()).endsWith("|user/731");
        assertThat(result.occurrence().person().studentNumber()).isEqualTo("S-2026-0731");
    }

    @Test
    void trap4TheGradersStudentNumberIsNeverTheLearners() {
        Completed result = completed(with(canvas("grade_change"), "body/student_sis_id", "null"));

        assertThat(result.occurrence().person().studentNumber()).isNull();
    }

    @Test
    void trap4TheActorsStudentNumberCountsWhereTheLearnerActs() {
        Completed result = completed(canvas("quiz_submitted"));

        assertThat(result.occurrence().person().studentNumber()).isEqualTo("S-2026-0731");
    }

    @Test
    void trap4AQuizHandedInByAJobNamesNoLearner() {
        assertThat(read(canvas("quiz_submitted.by_job"))).isEqualTo(new Parked("quiz_submitted", Reason.NO_LEARNER));
    }

    // Trap 5: the maximum can be 0, absent or below the score.

    @ParameterizedTest
    @CsvSource({"5, 1", "5, 0", "34, 20.5"})
    void trap5AScoreAboveItsMaximumIsKeptAsItIs(String score, String max) {
        JsonNode event = with(with(canvas("grade_change"), "body/score", score), "body/points_possible", max);

        assertThat(completed(event).score()).isEqualTo(new Score(new BigDecimal(score), null, new BigDecimal(max)));
    }

    @Test
    void trap5AnAbsentMaximumStaysUnknown() {
        Completed result = completed(with(canvas("grade_change"), "body/points_possible", null));

        assertThat(requireNonNull(result.score()).max()).isNull();
        assertThat(result.status()).isEqualTo(ResultStatus.FINAL);
    }

    // Trap 6: no stable id; one is derived.

    @Test
    void trap6ARetryHasTheSameKeyWhateverTheOrderOfItsMembersAndTheRequestItCameBy() {
        JsonNode retry = with(canvas("grade_change"), "metadata/request_id", "\"another\"");

        assertThat(key(retry)).isEqualTo(key(canvas("grade_change")));
    }

    @Test
    void trap6ALocalAndAGlobalIdGiveTheSameKey() {
        JsonNode local = with(canvas("grade_change"), "body/submission_id", "\"90210\"");

        assertThat(key(local)).isEqualTo(key(canvas("grade_change")));
    }

    @ParameterizedTest
    @CsvSource({
        "body/score, 35",
        "body/old_score, 10",
        "body/points_possible, 50",
        "body/submission_id, '\"1040000000090211\"'",
        "metadata/event_time, '\"2026-10-05T09:30:16Z\"'",
        "metadata/root_account_uuid, '\"another-school\"'"
    })
    void trap6AnotherFactHasAnotherKey(String member, String value) {
        assertThat(key(with(canvas("grade_change"), member, value))).isNotEqualTo(key(canvas("grade_change")));
    }

    // Trap 7: order comes from the event's own time.

    @Test
    void trap7TheEventsOwnTimeIsKept() {
        assertThat(completed(canvas("grade_change")).occurrence().occurredAt())
                .isEqualTo(Instant.parse("2026-10-05T09:30:15.120Z"));
    }

    @Test
    void trap7ACompletionHappenedWhenTheCourseWasCompletedNotWhenItWasSent() {
        assertThat(completed(canvas("course_completed")).occurrence().occurredAt())
                .isEqualTo(Instant.parse("2026-10-09T15:38:00Z"));
    }

    // Trap 8: regrades and withdrawals are ordinary events.

    @Test
    void trap8ARegradeDownIsAResultOfItsOwn() {
        JsonNode down = with(with(canvas("grade_change"), "body/score", "3"), "body/old_score", "34");

        assertThat(requireNonNull(completed(down).score()).raw()).isEqualTo("3");
        assertThat(key(down)).isNotEqualTo(key(canvas("grade_change")));
    }

    @Test
    void trap8AScoreThatIsGoneIsWithdrawnAsCleared() {
        assertThat(withdrawn(canvas("grade_change.cleared")).reason()).isEqualTo(WithdrawalReason.CLEARED);
    }

    @Test
    void trap8AnExcusedLearnerIsWithdrawnAsExcused() {
        assertThat(withdrawn(canvas("grade_change.excused")).reason()).isEqualTo(WithdrawalReason.EXCUSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"EX", "Excused"})
    void trap8AGradeInWordsMayExcuse(String grade) {
        JsonNode event = with(canvas("grade_change.cleared"), "body/grade", '"' + grade + '"');

        assertThat(withdrawn(event).reason()).isEqualTo(WithdrawalReason.EXCUSED);
    }

    @Test
    void trap8ADeletedOutcomeResultIsWithdrawn() {
        JsonNode deleted = with(canvas("learning_outcome_result_created"), "body/workflow_state", "\"deleted\"");

        assertThat(withdrawn(deleted).reason()).isEqualTo(WithdrawalReason.CLEARED);
    }
}
