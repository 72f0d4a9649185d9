package org.meritstream.evidence.artifacts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is other than in the try before.
 *
 * @param before null of the first try
 * @param diff of texts: unified, three lines of context; null where there is nothing to compare
 * @param notCompared why there is no diff: {@code FIRST}, {@code NOT_TEXT}, {@code TOO_LARGE} or {@code TOOK_TOO_LONG}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChangesView(
        Side after, @Nullable Side before, @Nullable List<String> diff, Comparison.@Nullable Reason notCompared) {

    /** One of the two. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Side(UUID id, @Nullable Integer number, String digest, String mediaType, long size, String name) {

        private static Side of(Piece piece, boolean knowsWhose) {
            Piece.Submission submission = piece.submission();
            return new Side(
                    piece.id(),
                    submission == null ? null : submission.number(),
                    piece.digest(),
                    piece.mediaType(),
                    piece.size(),
                    knowsWhose ? PieceView.name(piece) : PieceView.neutralName(piece));
        }
    }

    static ChangesView first(Piece piece, boolean knowsWhose) {
        return new ChangesView(Side.of(piece, knowsWhose), null, null, Comparison.Reason.FIRST);
    }

    static ChangesView of(Piece piece, Piece before, boolean knowsWhose, Comparison comparison) {
        Side after = Side.of(piece, knowsWhose);
        return switch (comparison) {
            case Comparison.Differs differs ->
                new ChangesView(after, Side.of(before, knowsWhose), differs.lines(), null);
            case Comparison.NotMade not -> new ChangesView(after, Side.of(before, knowsWhose), null, not.why());
        };
    }
}
