package org.meritstream.assessment.canvas;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.meritstream.assessment.reading.Fields;
import org.meritstream.assessment.reading.Mark;
import org.meritstream.assessment.reading.Occurrence;
import org.meritstream.assessment.reading.Person;
import org.meritstream.assessment.reading.Reading;
import org.meritstream.assessment.reading.Reading.Completed;
import org.meritstream.assessment.reading.Reading.Ignored;
import org.meritstream.assessment.reading.Reading.Parked;
import org.meritstream.assessment.reading.Reading.Withdrawn;
import org.meritstream.assessment.reading.Reason;
import org.meritstream.assessment.reading.SenderTime;
import org.meritstream.events.ActivityKind;
import org.meritstream.events.ActivityRef;
import org.meritstream.events.AssessmentKind;
import org.meritstream.events.Attempt;
import org.meritstream.events.ResultStatus;
import org.meritstream.events.Score;
import org.meritstream.events.WithdrawalReason;

/**
 * submission_created and submission_updated: handed in, handed in again, or graded. Always a SUBMISSION, never a result: the event says
 * neither the maximum nor whether the grade is posted, and a mark beside the state {@code submitted} belongs to the attempt before.
 * Canvas sends a grade_change with every grade; that one is judged.
 */
final class Submission {
    private static final Set<String> HANDED_IN = Set.of("submitted", "graded", "pending_review", "complete");

    private Submission() {}

    static Reading read(LiveEvent event) {
        JsonNode body = event.body();
        Mark score = Mark.of(body, "score");
        if (score.broken()) {
            return new Parked(event.name(), Reason.BAD_SCORE);
        }
        Person person = event.person(event.localId("user_id"), null, null);
        String assignment = event.localId("assignment_id");
        if (!person.isKnown()) {
            return new Parked(event.name(), Reason.NO_LEARNER);
        }
        if (assignment == null) {
            return new Parked(event.name(), Reason.NO_ACTIVITY);
        }
        Occurrence occurrence = occurrence(event, person, assignment);
        if (Fields.isTrue(body, "excused")) {
            return new Withdrawn(occurrence, WithdrawalReason.EXCUSED);
        }
        return isHandedIn(body)
                ? completed(body, score, occurrence)
                : new Ignored(event.name(), Reason.NOTHING_HANDED_IN);
    }

    private static boolean isHandedIn(JsonNode body) {
        String state = Fields.text(body, "workflow_state");
        return state == null ? submittedAt(body) != null : HANDED_IN.contains(state);
    }

    private static Completed completed(JsonNode body, Mark score, Occurrence occurrence) {
        boolean graded = "graded".equals(Fields.text(body, "workflow_state"));
        Instant submitted = submittedAt(body);
        return new Completed(
                occurrence,
                AssessmentKind.SUBMISSION,
                graded && score.value() != null ? new Score(score.value(), null, null) : null,
                null,
                ResultStatus.PENDING,
                submitted == null ? occurrence.occurredAt() : submitted,
                graded ? time(body, "graded_at") : null);
    }

    private static Occurrence occurrence(LiveEvent event, Person person, String assignment) {
        JsonNode body = event.body();
        Instant updated = time(body, "updated_at");
        Instant occurred = updated == null ? event.time() : updated;
        String submission = event.localId("submission_id");
        Integer attempt = Fields.count(body, "attempt");
        String state = Fields.text(body, "workflow_state");
        return new Occurrence(
                event.name(),
                event.key("submission", submission, assignment, attempt, state, occurred),
                person,
                new ActivityRef("assignment/" + assignment, ActivityKind.ASSIGNMENT),
                event.course(),
                new Attempt(attempt, submission, submittedAt(body)),
                occurred);
    }

    private static @Nullable Instant submittedAt(JsonNode body) {
        return time(body, "submitted_at");
    }

    private static @Nullable Instant time(JsonNode body, String field) {
        return SenderTime.parse(Fields.text(body, field));
    }
}
