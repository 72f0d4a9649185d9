package org.meritstream.assessment.canvas;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import org.meritstream.assessment.reading.Fields;
import org.meritstream.assessment.reading.Reading;
import org.meritstream.assessment.reading.Reading.Ignored;
import org.meritstream.assessment.reading.Reading.Parked;
import org.meritstream.assessment.reading.Reason;

/** Decides what one live event says. Any JSON value may come in; it never throws. */
public final class ReadLiveEventDecision {
    private ReadLiveEventDecision() {}

    /** Reads the verified claims of a delivery. */
    public static Reading decide(JsonNode tree) {
        if (tree.path("data").isArray() && tree.has("sensor")) {
            return new Parked("caliper", Reason.CALIPER_FORM);
        }
        String name = LiveEvent.name(tree);
        if (!LiveEvent.metadata(tree).isObject() || !tree.path("body").isObject()) {
            return new Parked(name, Reason.NOT_A_LIVE_EVENT);
        }
        return LiveEvent.of(tree).map(ReadLiveEventDecision::read).orElseGet(() -> new Parked(name, Reason.BAD_TIME));
    }

    /** The uuid of the root account that the event claims to come from; null when it claims none. */
    public static @Nullable String rootAccount(JsonNode tree) {
        return Fields.text(LiveEvent.metadata(tree), "root_account_uuid");
    }

    private static Reading read(LiveEvent event) {
        return switch (event.name()) {
            case "grade_change" -> GradeChange.read(event);
            case "submission_created", "submission_updated" -> Submission.read(event);
            case "quiz_submitted" -> QuizSubmitted.read(event);
            case "course_completed" -> CourseCompleted.read(event);
            case "learning_outcome_result_created", "learning_outcome_result_updated" -> OutcomeResult.read(event);
            case "course_progress" -> new Ignored(event.name(), Reason.PROGRESS_ONLY);
            case "rubric_assessed" -> new Ignored(event.name(), Reason.NO_POINTS);
            case "course_grade_change", "grade_override", "final_grade_custom_status" ->
                new Ignored(event.name(), Reason.COURSE_SCORE);
            default -> new Ignored(event.name(), Reason.UNKNOWN_EVENT);
        };
    }
}
