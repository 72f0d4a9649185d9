package org.meritstream.evidence.artifacts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.evidence.judgement.Phrase;
import org.meritstream.evidence.judgement.Words;

/**
 * A piece of work as the API tells it.
 *
 * @param learner whose; not told to reviewers
 * @param number which try, once it is taken
 * @param digest of the file; of a link or a reference, of its text as it stands
 * @param mediaType by content
 * @param fileName what the learner calls it; reviewers are told a name that says nothing of anybody
 * @param link the address
 * @param lms the reference to a platform
 * @param refusal why it was not taken and what is left, in the reader's language
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PieceView(
        UUID id,
        @Nullable UUID learner,
        String kind,
        Standing state,
        @Nullable String achievement,
        @Nullable String artifact,
        @Nullable Integer number,
        String digest,
        String mediaType,
        long size,
        @Nullable String fileName,
        @Nullable String link,
        @JsonRawValue @Nullable String lms,
        Instant givenAt,
        @Nullable Instant submittedAt,
        @Nullable List<String> refusal) {

    /** The media type of a reference to a platform. */
    public static final String LMS_REFERENCE = "application/vnd.meritstream.lms-submission+json";

    /** How far it has come. */
    public enum Standing {
        UNSUBMITTED,
        PENDING,
        TAKEN,
        REFUSED
    }

    /** For its learner, or for staff who may know whose it is. */
    static PieceView of(Piece piece, Words words) {
        return of(piece, words, piece.learner().id(), name(piece));
    }

    /** For who shall not know whose it is. */
    static PieceView blind(Piece piece, Words words) {
        return of(piece, words, null, neutralName(piece));
    }

    /** What its file is offered as to its learner and staff. */
    static String name(Piece piece) {
        return piece.fileName() == null ? neutralName(piece) : piece.fileName();
    }

    /** What its file is offered as to a reviewer. */
    static String neutralName(Piece piece) {
        Piece.Submission submission = piece.submission();
        String stem = submission == null ? "work" : submission.artifact().replaceAll("[^A-Za-z0-9_-]", "-");
        Integer number = submission == null ? null : submission.number();
        return stem + (number == null ? "" : "-" + number) + Extensions.of(piece.mediaType());
    }

    private static PieceView of(Piece piece, Words words, @Nullable UUID learner, String fileName) {
        Piece.Submission submission = piece.submission();
        return new PieceView(
                piece.id(),
                learner,
                piece.kind().name(),
                standing(submission),
                submission == null ? null : submission.achievement(),
                submission == null ? null : submission.artifact(),
                submission == null ? null : submission.number(),
                piece.digest(),
                piece.mediaType(),
                piece.size(),
                piece.kind() == Piece.Kind.UPLOAD ? fileName : null,
                piece.kind() == Piece.Kind.LINK ? piece.content() : null,
                piece.kind() == Piece.Kind.LMS ? piece.content() : null,
                piece.givenAt(),
                submission == null ? null : submission.at(),
                submission == null ? null : said(submission.refusal(), words));
    }

    private static Standing standing(Piece.@Nullable Submission submission) {
        if (submission == null) {
            return Standing.UNSUBMITTED;
        }
        if (submission.number() != null) {
            return Standing.TAKEN;
        }
        return submission.refusal() == null ? Standing.PENDING : Standing.REFUSED;
    }

    private static @Nullable List<String> said(@Nullable List<Phrase> phrases, Words words) {
        return phrases == null ? null : phrases.stream().map(words::say).toList();
    }
}
