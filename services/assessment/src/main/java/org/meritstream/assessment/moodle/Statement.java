package org.meritstream.assessment.moodle;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.meritstream.assessment.reading.Fields;
import org.meritstream.assessment.reading.Mark;
import org.meritstream.assessment.reading.SenderTime;
import org.meritstream.events.ActivityRef;
import org.meritstream.events.Score;

/** The members of a statement that a reading needs. */
record Statement(JsonNode tree) {
    private static final String INFO = "http://lrs.learninglocker.net/define/extensions/info";

    String verb() {
        String verb = Fields.text(tree.path("verb"), "id");
        return verb == null ? "" : verb;
    }

    /** Moodle's own event name where the plugin gives it, else the verb. */
    String nativeEvent() {
        String event = Fields.text(tree.path("context").path("extensions").path(INFO), "event_name");
        if (event != null) {
            return event;
        }
        return verb().isEmpty() ? "unknown" : verb();
    }

    @Nullable
    String objectId() {
        String id = Fields.text(tree.path("object"), "id");
        return id == null || id.startsWith("#") ? null : id;
    }

    String objectType() {
        String type = Fields.text(tree.path("object").path("definition"), "type");
        return type == null ? "" : type;
    }

    JsonNode result() {
        return tree.path("result");
    }

    Mark raw() {
        Mark raw = Mark.of(result().path("score"), "raw");
        Mark min = Mark.of(result().path("score"), "min");
        return UngradedMark.isUngraded(raw, min) ? Mark.ABSENT : raw;
    }

    /** The score with its scale; null where there is none. {@code scaled} is never read: the plugin maps min..max to -1..1. */
    @Nullable
    Score score() {
        Mark raw = raw();
        Mark min = Mark.of(result().path("score"), "min");
        Mark max = Mark.of(result().path("score"), "max");
        return raw.value() == null ? null : new Score(raw.value(), min.value(), max.value());
    }

    boolean hasBrokenScore() {
        JsonNode score = result().path("score");
        return Mark.of(score, "raw").broken()
                || Mark.of(score, "min").broken()
                || Mark.of(score, "max").broken();
    }

    /** The statement's time; without one, as xAPI 1.0.3 section 2.4.7 has it, the time it was received. */
    Optional<Instant> time(Instant receivedAt) {
        JsonNode timestamp = tree.path("timestamp");
        return timestamp.isMissingNode() || timestamp.isNull()
                ? Optional.of(receivedAt)
                : Optional.ofNullable(SenderTime.parse(Fields.text(timestamp)));
    }

    /** What the activity belongs to; newer plugins name it as parent, older ones as grouping. */
    List<String> surroundings() {
        JsonNode activities = tree.path("context").path("contextActivities");
        List<String> ids = new ArrayList<>(ids(activities.path("parent")));
        ids.addAll(ids(activities.path("grouping")));
        return ids;
    }

    @Nullable
    ActivityRef course() {
        return surroundings().stream()
                .filter(MoodleAddress::isCourse)
                .findFirst()
                .map(MoodleAddress::activity)
                .orElse(null);
    }

    /** xAPI 1.0.3 section 2.4.6.2: one activity alone may stand without its array. */
    private static List<String> ids(JsonNode activities) {
        List<String> ids = new ArrayList<>();
        Iterable<JsonNode> items = activities.isArray() ? activities : List.of(activities);
        for (JsonNode activity : items) {
            String id = Fields.text(activity, "id");
            if (id != null) {
                ids.add(id);
            }
        }
        return ids;
    }
}
