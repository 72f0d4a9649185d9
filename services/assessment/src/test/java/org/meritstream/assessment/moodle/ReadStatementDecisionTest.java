package org.meritstream.assessment.moodle;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.meritstream.assessment.Fixture.statement;
import static org.meritstream.assessment.Fixture.with;

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
import org.meritstream.assessment.reading.Reading.Withdrawn;
import org.meritstream.assessment.reading.Reason;
import org.meritstream.events.ActivityKind;
import org.meritstream.events.ActivityRef;
import org.meritstream.events.AssessmentKind;
import org.meritstream.events.ResultStatus;
import org.meritstream.events.Score;
import org.meritstream.events.WithdrawalReason;

class ReadStatementDecisionTest {
    private static final String SITE = "https://moodle.northgate.example";
    private static final Instant RECEIVED = Instant.parse("2026-11-01T10:00:00Z");

    @Test
    void readsAQuizAttemptAsAResultOfItsQuiz() {
        Completed result = completed(statement("quiz_attempt"));

        assertThat(result.kind()).isEqualTo(AssessmentKind.RESULT);
        assertThat(result.status()).isEqualTo(ResultStatus.FINAL);
        assertThat(result.occurrence().activity())
                .isEqualTo(new ActivityRef(SITE + "/mod/quiz/view.php?id=305", ActivityKind.QUIZ));
        assertThat(result.occurrence().course())
                .isEqualTo(new ActivityRef(SITE + "/course/view.php?id=41", ActivityKind.COURSE));
        assertThat(result.occurrence().nativeEvent()).isEqualTo("\\mod_quiz\\event\\attempt_submitted");
    }

    // Section 0, trap 1.

    @Test
    void trap1AnAttemptThatWaitsForAGraderIsASubmission() {
        Completed result = completed(statement("quiz_attempt.awaiting_grade"));

        assertThat(result.kind()).isEqualTo(AssessmentKind.SUBMISSION);
        assertThat(result.status()).isEqualTo(ResultStatus.PENDING);
    }

    @ParameterizedTest
    @CsvSource({"course_completed, COURSE", "module_completed, MODULE"})
    void trap1CompletedIsNotAssessed(String file, ActivityKind kind) {
        Completed result = completed(statement(file));

        assertThat(result.kind()).isEqualTo(AssessmentKind.COMPLETION);
        assertThat(result.score()).isNull();
        assertThat(result.occurrence().activity().kind()).isEqualTo(kind);
    }

    // Trap 2: scaled is -1..1 here.

    @Test
    void trap2ScaledIsNeverBelieved() {
        assertThat(completed(statement("quiz_attempt")).score())
                .isEqualTo(new Score(new BigDecimal("50"), new BigDecimal("0"), new BigDecimal("100")));
    }

    @Test
    void trap2ScaledAloneIsNoScore() {
        JsonNode event = with(statement("quiz_attempt"), "result/score/raw", null);

        assertThat(completed(event).score()).isNull();
    }

    // Trap 3: success is raw >= gradepass, and gradepass is 0 where nobody set it.

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void trap3SuccessIsNeverBelieved(String success) {
        JsonNode event = with(with(statement("quiz_attempt"), "result/score/raw", "0"), "result/success", success);

        assertThat(completed(event).passed()).isNull();
    }

    // Trap 4.

    @Test
    void trap4TheLearnerIsTheActorNotTheInstructor() {
        Completed result = completed(statement("assign_scored"));

        assertThat(result.occurrence().person().account()).isEqualTo(SITE + "|s-2026-0804");
        assertThat(result.occurrence().person().studentNumber()).isEqualTo("s-2026-0804");
    }

    // Trap 5.

    @ParameterizedTest
    @CsvSource({"150, 100", "5, 0", "5, 1"})
    void trap5AScoreAboveItsMaximumIsKeptAsItIs(String raw, String max) {
        JsonNode event = with(with(statement("quiz_attempt"), "result/score/raw", raw), "result/score/max", max);

        assertThat(completed(event).score())
                .isEqualTo(new Score(new BigDecimal(raw), new BigDecimal("0"), new BigDecimal(max)));
    }

    @Test
    void trap5AnAbsentMaximumStaysUnknown() {
        JsonNode event = with(statement("quiz_attempt"), "result/score/max", null);

        assertThat(requireNonNull(completed(event).score()).max()).isNull();
    }

    // Trap 6.

    @Test
    void trap6ARetryHasTheSameKey() {
        JsonNode retry = with(statement("quiz_attempt"), "context/registration", "\"another-session\"");
        with(retry, "result/score/raw", "50.0");
        with(retry, "timestamp", "\"2026-10-07T14:21:09Z\"");

        assertThat(key(retry)).isEqualTo(key(statement("quiz_attempt")));
    }

    @ParameterizedTest
    @CsvSource({
        "actor/account/name, '\"s-2026-0805\"'",
        "object/id, '\"https://moodle.northgate.example/mod/quiz/attempt.php?attempt=9042&cmid=305\"'",
        "timestamp, '\"2026-10-07T14:21:10Z\"'",
        "result/score/raw, 51"
    })
    void trap6AnotherFactHasAnotherKey(String member, String value) {
        assertThat(key(with(statement("quiz_attempt"), member, value))).isNotEqualTo(key(statement("quiz_attempt")));
    }

    // Trap 7.

    @Test
    void trap7TheStatementsOwnTimeIsKept() {
        assertThat(completed(statement("quiz_attempt")).occurrence().occurredAt())
                .isEqualTo(Instant.parse("2026-10-07T14:21:09Z"));
    }

    @Test
    void trap7AStatementWithoutTimeHappenedWhenItWasReceived() {
        assertThat(completed(with(statement("quiz_attempt"), "timestamp", null))
                        .occurrence()
                        .occurredAt())
                .isEqualTo(RECEIVED);
    }

    // Trap 8.

    @ParameterizedTest
    @CsvSource({
        "module_uncompleted, UNCOMPLETED",
        "badge_revoked, REVOKED",
        "assign_ungraded, CLEARED",
        "assign_scored.older_plugin_ungraded, CLEARED"
    })
    void trap8WithdrawalsComeAsOrdinaryStatements(String file, WithdrawalReason reason) {
        assertThat(withdrawn(statement(file)).reason()).isEqualTo(reason);
    }

    @Test
    void trap8AWithdrawalNamesTheActivityThatWasCompleted() {
        assertThat(withdrawn(statement("module_uncompleted")).occurrence().activity())
                .isEqualTo(completed(statement("module_completed")).occurrence().activity());
    }

    // Section 3c.

    @Test
    void takesTheNumberOfTheAttemptsRowAndNotTheOneInItsName() {
        assertThat(completed(statement("quiz_attempt")).occurrence().attempt().nativeId())
                .isEqualTo("9041");
        assertThat(completed(statement("quiz_attempt")).occurrence().attempt().number())
                .isNull();
    }

    @Test
    void namesTheQuizByItsModuleWhereTheParentIsMissing() {
        JsonNode event = with(statement("quiz_attempt"), "context/contextActivities/parent", null);

        assertThat(completed(event).occurrence().activity().id()).isEqualTo(SITE + "/mod/quiz/view.php?id=305");
    }

    @Test
    void acceptsAParentThatStandsWithoutItsArray() {
        JsonNode event = statement("quiz_attempt");
        JsonNode quiz = event.at("/context/contextActivities/parent/0");

        with(event, "context/contextActivities/parent", quiz.toString());

        assertThat(completed(event).occurrence().activity().id()).isEqualTo(SITE + "/mod/quiz/view.php?id=305");
    }

    @ParameterizedTest
    @CsvSource({"assign_scored, /mod/assign/view.php?id=311", "scorm_scored, /mod/scorm/view.php?id=330"})
    void namesTheActivityWithoutTheFragmentOfItsPart(String file, String id) {
        assertThat(completed(statement(file)).occurrence().activity().id()).isEqualTo(SITE + id);
    }

    @Test
    void takesMinusOneAsNoScore() {
        JsonNode event = with(statement("quiz_attempt"), "result/score/raw", "-1");

        assertThat(completed(event).kind()).isEqualTo(AssessmentKind.SUBMISSION);
    }

    @Test
    void takesMinusOneAsAMarkOnAScaleThatReachesThere() {
        JsonNode event = with(with(statement("quiz_attempt"), "result/score/raw", "-1"), "result/score/min", "-5");

        assertThat(requireNonNull(completed(event).score()).raw()).isEqualTo("-1");
    }

    @Test
    void ignoresSingleQuestionsOfAnAttempt() {
        assertThat(read(statement("quiz_attempt", 1)))
                .isEqualTo(new Ignored("\\mod_quiz\\event\\attempt_submitted", Reason.PER_QUESTION));
        assertThat(read(statement("question_manually_graded")))
                .isEqualTo(new Ignored("\\mod_quiz\\event\\question_manually_graded", Reason.PER_QUESTION));
    }

    @Test
    void readsAPackagesScoreAsAResult() {
        Completed result = completed(statement("scorm_scored"));

        assertThat(result.kind()).isEqualTo(AssessmentKind.RESULT);
        assertThat(requireNonNull(result.score()).raw()).isEqualTo("88");
    }

    @Test
    void readsABadge() {
        assertThat(completed(statement("badge_awarded")).kind()).isEqualTo(AssessmentKind.BADGE);
    }

    @Test
    void readsAnActorThatIsAMailAddress() {
        Completed result = completed(statement("quiz_attempt.by_mail"));

        assertThat(result.occurrence().person().email()).isEqualTo("tom.okafor@northgate.example");
        assertThat(result.occurrence().person().studentNumber()).isNull();
    }

    @Test
    void parksAGroupForItHasNoSingleLearner() {
        assertThat(read(statement("quiz_attempt.by_group")))
                .isEqualTo(new Parked("\\mod_quiz\\event\\attempt_submitted", Reason.GROUP_ACTOR));
    }

    @Test
    void parksAnActorWithoutAnIdentifier() {
        assertThat(read(with(statement("quiz_attempt"), "actor/account", null)))
                .isEqualTo(new Parked("\\mod_quiz\\event\\attempt_submitted", Reason.NO_LEARNER));
    }

    @Test
    void ignoresWhatTheSenderCallsNotCompleted() {
        assertThat(read(with(statement("module_completed"), "result/completion", "false")))
                .isEqualTo(new Ignored("\\core\\event\\course_module_completion_updated", Reason.NOT_COMPLETE));
    }

    @Test
    void ignoresVerbsThatSayNothingOfAnAssessment() {
        assertThat(read(statement("viewed")))
                .isEqualTo(new Ignored("\\core\\event\\course_viewed", Reason.VERB_NOT_USED));
    }

    private static Reading read(JsonNode event) {
        return ReadStatementDecision.decide(event, RECEIVED);
    }

    private static Completed completed(JsonNode event) {
        assertThat(read(event)).isInstanceOf(Completed.class);
        return (Completed) read(event);
    }

    private static Withdrawn withdrawn(JsonNode event) {
        assertThat(read(event)).isInstanceOf(Withdrawn.class);
        return (Withdrawn) read(event);
    }

    private static String key(JsonNode event) {
        return completed(event).occurrence().dedupeKey();
    }
}
