package org.meritstream.assessment.canvas;

import org.meritstream.assessment.reading.Fields;
import org.meritstream.assessment.reading.Occurrence;
import org.meritstream.assessment.reading.Person;
import org.meritstream.assessment.reading.Reading;
import org.meritstream.assessment.reading.Reading.Completed;
import org.meritstream.assessment.reading.Reading.Parked;
import org.meritstream.assessment.reading.Reason;
import org.meritstream.events.ActivityKind;
import org.meritstream.events.ActivityRef;
import org.meritstream.events.AssessmentKind;
import org.meritstream.events.Attempt;
import org.meritstream.events.ResultStatus;

/**
 * quiz_submitted: a classic quiz was handed in. It holds two ids and no score, so it is a SUBMISSION; here, and only here, the learner is
 * the acting user. A quiz that a job hands in when its time is up names nobody.
 */
final class QuizSubmitted {
    private QuizSubmitted() {}

    static Reading read(LiveEvent event) {
        Person person = event.person(CanvasId.local(Fields.text(event.metadata(), "user_id")), null, null);
        String quiz = event.localId("quiz_id");
        if (!person.isKnown()) {
            return new Parked(event.name(), Reason.NO_LEARNER);
        }
        if (quiz == null) {
            return new Parked(event.name(), Reason.NO_ACTIVITY);
        }
        String submission = event.localId("submission_id");
        Occurrence occurrence = new Occurrence(
                event.name(),
                event.key("quiz_submitted", submission, quiz, event.time()),
                person,
                new ActivityRef("quiz/" + quiz, ActivityKind.QUIZ),
                event.course(),
                new Attempt(null, submission, event.time()),
                event.time());
        return new Completed(
                occurrence, AssessmentKind.SUBMISSION, null, null, ResultStatus.PENDING, event.time(), null);
    }
}
