package org.meritstream.assessment.canvas;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.meritstream.assessment.reading.Fields;
import org.meritstream.assessment.reading.Mark;
import org.meritstream.assessment.reading.Occurrence;
import org.meritstream.assessment.reading.Person;
import org.meritstream.assessment.reading.Reading;
import org.meritstream.assessment.reading.Reading.Completed;
import org.meritstream.assessment.reading.Reading.Parked;
import org.meritstream.assessment.reading.Reading.Withdrawn;
import org.meritstream.assessment.reading.Reason;
import org.meritstream.events.ActivityKind;
import org.meritstream.events.ActivityRef;
import org.meritstream.events.AssessmentKind;
import org.meritstream.events.Attempt;
import org.meritstream.events.ResultStatus;
import org.meritstream.events.Score;
import org.meritstream.events.WithdrawalReason;

/**
 * grade_change: graded, regraded, excused, cleared, or the points changed. The only event that says both the mark and its maximum, and
 * whether the learner may see it.
 *
 * <p>Canvas fills {@code grading_complete} with its own {@code submission.graded?}: excused, or scored and in the state graded. Hence a
 * missing score that is complete means excused, and a missing score after a score means it was cleared.
 */
final class GradeChange {
    private static final Set<String> EXCUSED = Set.of("ex", "excused");

    private GradeChange() {}

    static Reading read(LiveEvent event) {
        JsonNode body = event.body();
        Mark score = Mark.of(body, "score");
        Mark former = Mark.of(body, "old_score");
        Mark max = Mark.of(body, "points_possible");
        if (score.broken() || max.broken()) {
            return new Parked(event.name(), Reason.BAD_SCORE);
        }
        Person person = learner(event);
        String assignment = event.localId("assignment_id");
        if (!person.isKnown()) {
            return new Parked(event.name(), Reason.NO_LEARNER);
        }
        if (assignment == null) {
            return new Parked(event.name(), Reason.NO_ACTIVITY);
        }
        Occurrence occurrence = occurrence(event, person, assignment, key(event, score, former, max));
        return outcome(body, score, former, max, occurrence);
    }

    private static Reading outcome(JsonNode body, Mark score, Mark former, Mark max, Occurrence occurrence) {
        if (isExcused(body, score)) {
            return new Withdrawn(occurrence, WithdrawalReason.EXCUSED);
        }
        if (score.value() == null && former.value() != null) {
            return new Withdrawn(occurrence, WithdrawalReason.CLEARED);
        }
        Score mark = score.value() == null ? null : new Score(score.value(), null, max.value());
        return new Completed(
                occurrence,
                AssessmentKind.RESULT,
                mark,
                null,
                status(body, score),
                occurrence.occurredAt(),
                occurrence.occurredAt());
    }

    private static boolean isExcused(JsonNode body, Mark score) {
        String grade = Fields.text(body, "grade");
        boolean saysSo = Fields.isTrue(body, "excused")
                || (grade != null && EXCUSED.contains(grade.toLowerCase(java.util.Locale.ROOT)));
        boolean completeWithoutMark = grade == null && Fields.isTrue(body, "grading_complete");
        return score.value() == null && (saysSo || completeWithoutMark);
    }

    /** Muted comes first: a grade the learner may not see is not acted on, complete or not. */
    private static ResultStatus status(JsonNode body, Mark score) {
        if (Fields.isTrue(body, "muted")) {
            return ResultStatus.HIDDEN;
        }
        boolean partial = Fields.isFalse(body, "grading_complete") || score.value() == null;
        return partial ? ResultStatus.PARTIAL : ResultStatus.FINAL;
    }

    private static Occurrence occurrence(LiveEvent event, Person person, String assignment, String key) {
        return new Occurrence(
                event.name(),
                key,
                person,
                new ActivityRef("assignment/" + assignment, ActivityKind.ASSIGNMENT),
                event.course(),
                new Attempt(null, event.localId("submission_id"), null),
                event.time());
    }

    private static String key(LiveEvent event, Mark score, Mark former, Mark max) {
        @Nullable String submission = event.localId("submission_id");
        return event.key(
                event.name(),
                submission,
                event.localId("assignment_id"),
                event.localId("user_id"),
                score.key(),
                former.key(),
                max.key(),
                event.time());
    }

    /** The body's user, never the metadata's: that is the grader, or a job. */
    private static Person learner(LiveEvent event) {
        String user = event.localId("user_id");
        return event.person(
                user == null ? event.localId("student_id") : user, Fields.text(event.body(), "student_sis_id"), null);
    }
}
