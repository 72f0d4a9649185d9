package org.meritstream.assessment.canvas;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.meritstream.assessment.reading.DedupeKey;
import org.meritstream.assessment.reading.Fields;
import org.meritstream.assessment.reading.Person;
import org.meritstream.assessment.reading.SenderTime;
import org.meritstream.events.ActivityKind;
import org.meritstream.events.ActivityRef;

/**
 * A live event with the parts that every reading needs.
 *
 * @param name what the body says it is, which is not always what the metadata says
 * @param root uuid of the root account, which stands for the site
 * @param metadata differs by trigger: in a job's event there is no user and no context
 */
record LiveEvent(String name, String root, Instant time, JsonNode metadata, JsonNode body) {

    /** The event, or nothing when the tree is none or lacks its time. */
    static Optional<LiveEvent> of(JsonNode tree) {
        JsonNode metadata = metadata(tree);
        Instant time = SenderTime.parse(Fields.text(metadata, "event_time"));
        String root = Fields.text(metadata, "root_account_uuid");
        if (time == null || !tree.path("body").isObject()) {
            return Optional.empty();
        }
        return Optional.of(new LiveEvent(name(tree), root == null ? "" : root, time, metadata, tree.path("body")));
    }

    /** Self-hosted installations that write to Kinesis call the metadata {@code attributes}. */
    static JsonNode metadata(JsonNode tree) {
        return tree.path("metadata").isObject() ? tree.path("metadata") : tree.path("attributes");
    }

    /** The event's name. The documentation's own grade_override example is named grade_change, so the body has the last word. */
    static String name(JsonNode tree) {
        String name = Fields.text(metadata(tree), "event_name");
        if ("grade_change".equals(name) && tree.path("body").has("override_score")) {
            return "grade_override";
        }
        return name == null ? "unknown" : name;
    }

    @Nullable
    String localId(String field) {
        return CanvasId.local(Fields.text(body, field));
    }

    String key(@Nullable Object... fields) {
        return DedupeKey.of("canvas", root, DedupeKey.of(fields));
    }

    /** The course the request was made in; a job's event names none. */
    @Nullable
    ActivityRef course() {
        String id = CanvasId.local(Fields.text(metadata, "context_id"));
        boolean isCourse = "Course".equals(Fields.text(metadata, "context_type"));
        return isCourse && id != null ? new ActivityRef("course/" + id, ActivityKind.COURSE) : null;
    }

    /**
     * The learner by user id. The acting user's student number is the learner's only where both are the same user: the actor is often
     * the grader.
     */
    Person person(@Nullable String user, @Nullable String studentNumber, @Nullable String email) {
        String actor = CanvasId.local(Fields.text(metadata, "user_id"));
        boolean learnerActs = user != null && user.equals(actor);
        String number = studentNumber == null && learnerActs ? Fields.text(metadata, "user_sis_id") : studentNumber;
        return new Person(user == null ? null : root + "|user/" + user, number, email);
    }
}
