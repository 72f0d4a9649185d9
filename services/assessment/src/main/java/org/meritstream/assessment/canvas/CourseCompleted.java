package org.meritstream.assessment.canvas;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.meritstream.assessment.reading.Fields;
import org.meritstream.assessment.reading.Occurrence;
import org.meritstream.assessment.reading.Person;
import org.meritstream.assessment.reading.Reading;
import org.meritstream.assessment.reading.Reading.Completed;
import org.meritstream.assessment.reading.Reading.Ignored;
import org.meritstream.assessment.reading.Reading.Parked;
import org.meritstream.assessment.reading.Reason;
import org.meritstream.assessment.reading.SenderTime;
import org.meritstream.events.ActivityKind;
import org.meritstream.events.ActivityRef;
import org.meritstream.events.AssessmentKind;
import org.meritstream.events.Attempt;
import org.meritstream.events.ResultStatus;

/** course_completed: every requirement of the course's modules is met. Completed is not assessed: it carries no score. */
final class CourseCompleted {
    private CourseCompleted() {}

    static Reading read(LiveEvent event) {
        JsonNode body = event.body();
        Person person = learner(event, body.path("user"));
        String course = CanvasId.local(Fields.text(body.path("course"), "id"));
        if (!person.isKnown()) {
            return new Parked(event.name(), Reason.NO_LEARNER);
        }
        if (course == null) {
            return new Parked(event.name(), Reason.NO_ACTIVITY);
        }
        String finished = Fields.text(body.path("progress"), "completed_at");
        if (finished == null) {
            return new Ignored(event.name(), Reason.NOT_COMPLETE);
        }
        Instant completedAt = SenderTime.parse(finished);
        return completedAt == null
                ? new Parked(event.name(), Reason.BAD_TIME)
                : completed(event, person, course, completedAt);
    }

    private static Completed completed(LiveEvent event, Person person, String course, Instant completedAt) {
        ActivityRef activity = new ActivityRef("course/" + course, ActivityKind.COURSE);
        Occurrence occurrence = new Occurrence(
                event.name(),
                event.key("course_completed", course, person.account(), completedAt),
                person,
                activity,
                activity,
                Attempt.UNKNOWN,
                completedAt);
        return new Completed(occurrence, AssessmentKind.COMPLETION, null, null, ResultStatus.FINAL, completedAt, null);
    }

    private static Person learner(LiveEvent event, JsonNode user) {
        return event.person(CanvasId.local(Fields.text(user, "id")), null, email(user));
    }

    private static @Nullable String email(JsonNode user) {
        String email = Fields.text(user, "email");
        return email == null ? null : email.toLowerCase(Locale.ROOT);
    }
}
