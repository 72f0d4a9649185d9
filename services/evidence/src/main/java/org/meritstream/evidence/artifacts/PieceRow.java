package org.meritstream.evidence.artifacts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.vertx.mutiny.sqlclient.Row;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.EventFormat;
import org.meritstream.evidence.judgement.Phrase;
import org.meritstream.evidence.learners.LearnerKey;

/** A piece of work as a row of its table. */
final class PieceRow {
    static final String COLUMNS =
            "a.id, a.tenant, a.learner, a.kind, a.state, a.digest, a.media_type, a.size, a.file_name, a.content, "
                    + "a.given_at, a.achievement, a.artifact, a.submitted_at, a.submitted_by, a.number, a.refusal::text as refusal";

    private static final TypeReference<List<Phrase>> PHRASES = new TypeReference<>() {};

    private PieceRow() {}

    static Piece piece(Row row) {
        return new Piece(
                row.getUUID("id"),
                new LearnerKey(row.getString("tenant"), row.getUUID("learner")),
                Piece.Kind.valueOf(row.getString("kind")),
                Piece.State.valueOf(row.getString("state")),
                row.getString("digest"),
                row.getString("media_type"),
                row.getLong("size"),
                row.getString("file_name"),
                row.getString("content"),
                row.getOffsetDateTime("given_at").toInstant(),
                submission(row));
    }

    static String json(List<Phrase> phrases) {
        try {
            return EventFormat.JSON.writeValueAsString(phrases);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A phrase can always be written", e);
        }
    }

    private static Piece.@Nullable Submission submission(Row row) {
        OffsetDateTime at = row.getOffsetDateTime("submitted_at");
        return at == null
                ? null
                : new Piece.Submission(
                        row.getString("achievement"),
                        row.getString("artifact"),
                        at.toInstant(),
                        row.getString("submitted_by"),
                        row.getInteger("number"),
                        phrases(row.getString("refusal")));
    }

    private static @Nullable List<Phrase> phrases(@Nullable String json) {
        try {
            return json == null ? null : EventFormat.JSON.readValue(json, PHRASES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was stored are phrases", e);
        }
    }
}
