package org.meritstream.assessment.canvas;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
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
import org.meritstream.assessment.reading.SenderTime;
import org.meritstream.events.ActivityKind;
import org.meritstream.events.ActivityRef;
import org.meritstream.events.AssessmentKind;
import org.meritstream.events.Attempt;
import org.meritstream.events.ResultStatus;
import org.meritstream.events.Score;
import org.meritstream.events.WithdrawalReason;

/**
 * learning_outcome_result_created and _updated: one outcome was rated. {@code mastery} is Canvas' own verdict by the outcome's mastery
 * points; {@code percent} is rescaled and not used. Older releases name no learner; newer ones only a uuid.
 */
final class OutcomeResult {
    private OutcomeResult() {}

    static Reading read(LiveEvent event) {
        JsonNode body = event.body();
        Mark score = Mark.of(body, "score");
        Mark possible = Mark.of(body, "possible");
        if (score.broken() || possible.broken()) {
            return new Parked(event.name(), Reason.BAD_SCORE);
        }
        Person person = learner(event);
        String outcome = event.localId("learning_outcome_id");
        if (!person.isKnown()) {
            return new Parked(event.name(), Reason.NO_LEARNER);
        }
        if (outcome == null) {
            return new Parked(event.name(), Reason.NO_ACTIVITY);
        }
        Occurrence occurrence = occurrence(event, person, outcome, score);
        if ("deleted".equals(Fields.text(body, "workflow_state"))) {
            return new Withdrawn(occurrence, WithdrawalReason.CLEARED);
        }
        return completed(body, score, possible, occurrence);
    }

    private static Completed completed(JsonNode body, Mark score, Mark possible, Occurrence occurrence) {
        return new Completed(
                occurrence,
                AssessmentKind.MASTERY,
                score.value() == null ? null : new Score(score.value(), null, possible.value()),
                Fields.flag(body, "mastery"),
                ResultStatus.FINAL,
                occurrence.occurredAt(),
                occurrence.occurredAt());
    }

    private static Occurrence occurrence(LiveEvent event, Person person, String outcome, Mark score) {
        JsonNode body = event.body();
        String result = event.localId("id");
        Instant changed = time(body, "updated_at");
        Instant assessed = time(body, "assessed_at");
        Instant version = changed == null ? time(body, "created_at") : changed;
        Boolean mastery = Fields.flag(body, "mastery");
        return new Occurrence(
                event.name(),
                event.key(
                        "outcome",
                        result,
                        outcome,
                        person.account(),
                        version == null ? event.time() : version,
                        score.key(),
                        mastery,
                        Fields.text(body, "workflow_state")),
                person,
                new ActivityRef("outcome/" + outcome, ActivityKind.OUTCOME),
                event.course(),
                new Attempt(Fields.count(body, "attempt"), result, null),
                assessed == null ? event.time() : assessed);
    }

    private static Person learner(LiveEvent event) {
        String user = event.localId("user_id");
        String uuid = Fields.text(event.body(), "user_uuid");
        return user == null && uuid != null
                ? new Person(event.root() + "|uuid/" + uuid, null, null)
                : event.person(user, null, null);
    }

    private static @Nullable Instant time(JsonNode body, String field) {
        return SenderTime.parse(Fields.text(body, field));
    }
}
