package org.meritstream.evidence.reviews;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.EventFormat;
import org.meritstream.events.ReviewSeat;
import org.meritstream.evidence.learners.LearnerKey;
import org.meritstream.evidence.reviews.ReviewTask.Place;
import org.meritstream.evidence.reviews.ReviewTask.Stand;
import org.meritstream.evidence.reviews.ReviewTask.Work;

/** A review as a row of its table, both ways. */
final class ReviewRow {
    static final String COLUMNS =
            "r.id, r.tenant, r.learner, r.achievement, r.version, r.criterion, r.number, r.seat, r.misconduct, "
                    + "r.artifacts, r.submitted_at, r.opened_at, r.state, r.reviewer, r.fact, r.ended_at";

    private ReviewRow() {}

    static ReviewTask task(Row row) {
        return new ReviewTask(
                row.getUUID("id"),
                new LearnerKey(row.getString("tenant"), row.getUUID("learner")),
                row.getString("achievement"),
                row.getInteger("version"),
                new Place(
                        row.getString("criterion"),
                        row.getInteger("number"),
                        ReviewSeat.valueOf(row.getString("seat")),
                        row.getString("misconduct")),
                new Work(
                        row.getOffsetDateTime("submitted_at").toInstant(), List.of(row.getArrayOfStrings("artifacts"))),
                row.getOffsetDateTime("opened_at").toInstant(),
                stand(row));
    }

    static List<Object> params(List<ReviewTask> tasks) {
        List<Object> params = new ArrayList<>();
        params.add(column(tasks, ReviewTask::id).toArray(UUID[]::new));
        params.add(column(tasks, t -> t.learner().tenant()).toArray(String[]::new));
        params.add(column(tasks, t -> t.learner().id()).toArray(UUID[]::new));
        params.add(column(tasks, ReviewTask::achievement).toArray(String[]::new));
        params.add(column(tasks, ReviewTask::version).toArray(Integer[]::new));
        params.add(column(tasks, t -> t.place().criterion()).toArray(String[]::new));
        params.add(column(tasks, t -> t.place().number()).toArray(Integer[]::new));
        params.add(column(tasks, t -> t.place().seat().name()).toArray(String[]::new));
        params.add(column(tasks, t -> t.place().misconduct()).toArray(String[]::new));
        params.add(column(tasks, t -> json(t.work().artifacts())).toArray(String[]::new));
        params.add(column(tasks, t -> time(t.work().submittedAt())).toArray(OffsetDateTime[]::new));
        params.add(column(tasks, t -> time(t.openedAt())).toArray(OffsetDateTime[]::new));
        params.add(column(tasks, t -> state(t.stand())).toArray(String[]::new));
        params.add(column(tasks, t -> decided(t, Stand.Decided::reviewer)).toArray(String[]::new));
        params.add(column(tasks, t -> decided(t, Stand.Decided::fact)).toArray(String[]::new));
        params.add(column(tasks, t -> time(endedAt(t.stand()))).toArray(OffsetDateTime[]::new));
        return params;
    }

    /** The name of a stand, in the store and in the API. */
    static String state(Stand stand) {
        return switch (stand) {
            case Stand.Open open -> "OPEN";
            case Stand.Decided decided -> "DECIDED";
            case Stand.Closed closed -> "CLOSED";
        };
    }

    static @Nullable Instant endedAt(Stand stand) {
        return switch (stand) {
            case Stand.Open open -> null;
            case Stand.Decided decided -> decided.at();
            case Stand.Closed closed -> closed.at();
        };
    }

    private static Stand stand(Row row) {
        OffsetDateTime ended = row.getOffsetDateTime("ended_at");
        if (ended == null) {
            return new Stand.Open();
        }
        String fact = row.getString("fact");
        return fact == null
                ? new Stand.Closed(ended.toInstant())
                : new Stand.Decided(row.getString("reviewer"), fact, ended.toInstant());
    }

    private static @Nullable String decided(ReviewTask task, Function<Stand.Decided, String> value) {
        return task.stand() instanceof Stand.Decided decided ? value.apply(decided) : null;
    }

    private static <V extends @Nullable Object> List<V> column(List<ReviewTask> tasks, Function<ReviewTask, V> value) {
        return tasks.stream().map(value).toList();
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static String json(List<String> texts) {
        try {
            return EventFormat.JSON.writeValueAsString(texts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts can always be written", e);
        }
    }
}
