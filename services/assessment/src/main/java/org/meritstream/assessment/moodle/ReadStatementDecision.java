package org.meritstream.assessment.moodle;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.meritstream.assessment.reading.Fields;
import org.meritstream.assessment.reading.Occurrence;
import org.meritstream.assessment.reading.Person;
import org.meritstream.assessment.reading.Reading;
import org.meritstream.assessment.reading.Reading.Completed;
import org.meritstream.assessment.reading.Reading.Ignored;
import org.meritstream.assessment.reading.Reading.Parked;
import org.meritstream.assessment.reading.Reading.Withdrawn;
import org.meritstream.assessment.reading.Reason;
import org.meritstream.events.ActivityRef;
import org.meritstream.events.AssessmentKind;
import org.meritstream.events.Attempt;
import org.meritstream.events.ResultStatus;
import org.meritstream.events.Score;
import org.meritstream.events.WithdrawalReason;

/**
 * Decides what one statement says. Any JSON value may come in; it never throws.
 *
 * <p>{@code result.success} is never believed: Moodle sets it to raw >= gradepass, and gradepass is 0 where the teacher set none.
 */
public final class ReadStatementDecision {
    private enum Verb {
        COMPLETED,
        SCORED,
        ANSWERED,
        ACHIEVED,
        FORFEITED,
        UNCOMPLETED
    }

    private static final Map<String, Verb> VERBS = Map.of(
            "http://adlnet.gov/expapi/verbs/completed", Verb.COMPLETED,
            "https://w3id.org/xapi/tla/verbs/scored", Verb.SCORED,
            "http://adlnet.gov/expapi/verbs/scored", Verb.SCORED,
            "http://adlnet.gov/expapi/verbs/answered", Verb.ANSWERED,
            "https://w3id.org/xapi/tla/verbs/achieved", Verb.ACHIEVED,
            "https://w3id.org/xapi/tla/verbs/forfeited", Verb.FORFEITED,
            "https://xapi.edlm/profiles/edlm-lms/concepts/verbs/uncompleted", Verb.UNCOMPLETED);

    private ReadStatementDecision() {}

    /** Reads a statement; {@code receivedAt} is its time where it gives none. */
    public static Reading decide(JsonNode tree, Instant receivedAt) {
        Statement statement = new Statement(tree);
        String event = statement.nativeEvent();
        if (statement.verb().isEmpty() || !tree.path("actor").isObject()) {
            return new Parked(event, Reason.NOT_A_STATEMENT);
        }
        Verb verb = VERBS.get(statement.verb());
        if (verb == null) {
            return new Ignored(event, Reason.VERB_NOT_USED);
        }
        String object = statement.objectId();
        if (object == null) {
            return new Parked(event, Reason.NO_ACTIVITY);
        }
        if (verb == Verb.ANSWERED || MoodleAddress.isQuestion(object)) {
            return new Ignored(event, Reason.PER_QUESTION);
        }
        return aboutLearner(statement, verb, object, receivedAt);
    }

    private static Reading aboutLearner(Statement statement, Verb verb, String object, Instant receivedAt) {
        String event = statement.nativeEvent();
        JsonNode actor = statement.tree().path("actor");
        if (Actor.isGroup(actor)) {
            return new Parked(event, Reason.GROUP_ACTOR);
        }
        Optional<Person> person = Actor.person(actor);
        if (person.isEmpty()) {
            return new Parked(event, Reason.NO_LEARNER);
        }
        Optional<Instant> time = statement.time(receivedAt);
        if (time.isEmpty()) {
            return new Parked(event, Reason.BAD_TIME);
        }
        if (statement.hasBrokenScore()) {
            return new Parked(event, Reason.BAD_SCORE);
        }
        return outcome(statement, verb, occurrence(statement, object, person.get(), time.get()));
    }

    private static Reading outcome(Statement statement, Verb verb, Occurrence occurrence) {
        return switch (verb) {
            case COMPLETED -> completed(statement, occurrence);
            case SCORED -> scored(statement, occurrence);
            case ACHIEVED -> plain(occurrence, AssessmentKind.BADGE);
            case FORFEITED -> new Withdrawn(occurrence, WithdrawalReason.REVOKED);
            case UNCOMPLETED -> new Withdrawn(occurrence, WithdrawalReason.UNCOMPLETED);
            case ANSWERED -> new Ignored(occurrence.nativeEvent(), Reason.PER_QUESTION);
        };
    }

    /** A quiz attempt, a package with a score, or the completion of a module or course: the same verb for all. */
    private static Reading completed(Statement statement, Occurrence occurrence) {
        if (Fields.isFalse(statement.result(), "completion")) {
            return new Ignored(occurrence.nativeEvent(), Reason.NOT_COMPLETE);
        }
        Score score = statement.score();
        if (score != null) {
            return result(occurrence, score);
        }
        return occurrence.attempt().nativeId() == null
                ? plain(occurrence, AssessmentKind.COMPLETION)
                : submission(occurrence);
    }

    /** Saved without a mark: whatever was marked before does not stand any more. */
    private static Reading scored(Statement statement, Occurrence occurrence) {
        Score score = statement.score();
        return score == null ? new Withdrawn(occurrence, WithdrawalReason.CLEARED) : result(occurrence, score);
    }

    private static Completed result(Occurrence occurrence, Score score) {
        Instant time = occurrence.occurredAt();
        return new Completed(occurrence, AssessmentKind.RESULT, score, null, ResultStatus.FINAL, time, time);
    }

    private static Completed submission(Occurrence occurrence) {
        Instant time = occurrence.occurredAt();
        return new Completed(occurrence, AssessmentKind.SUBMISSION, null, null, ResultStatus.PENDING, time, null);
    }

    private static Completed plain(Occurrence occurrence, AssessmentKind kind) {
        return new Completed(occurrence, kind, null, null, ResultStatus.FINAL, occurrence.occurredAt(), null);
    }

    private static Occurrence occurrence(Statement statement, String object, Person person, Instant time) {
        boolean attempt = MoodleAddress.isAttempt(object);
        return new Occurrence(
                statement.nativeEvent(),
                StatementKey.of(statement, person),
                person,
                attempt ? quiz(statement, object) : MoodleAddress.activity(object),
                statement.course(),
                attempt ? new Attempt(null, MoodleAddress.attemptRow(object), time) : Attempt.UNKNOWN,
                time);
    }

    /** The quiz stands for all its attempts: the parent assessment, else the course module that the attempt names. */
    private static ActivityRef quiz(Statement statement, String attempt) {
        String module = MoodleAddress.quizOf(attempt);
        String quiz = statement.surroundings().stream()
                .filter(MoodleAddress::isQuiz)
                .findFirst()
                .orElse(module == null ? attempt : module);
        return MoodleAddress.activity(quiz);
    }
}
