package org.meritstream.evidence.artifacts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.meritstream.evidence.storage.Slice;
import org.meritstream.evidence.storage.Storage;

/** The bytes of pieces of work, for the API and the pages alike. Whoever asks has made sure who may see them. All of it blocks its thread. */
@ApplicationScoped
class Contents {
    private final Optional<Storage> storage;

    Contents(Optional<Storage> storage) {
        this.storage = storage;
    }

    /**
     * The bytes, whole or a range of them (RFC 9110 section 14).
     *
     * @param name that the file is offered as
     */
    Response answer(Piece piece, String name, ContentQuery asked) {
        Content content = new Content(piece, name);
        if (content.isKnown(asked.ifNoneMatch)) {
            return content.notModified();
        }
        ByteRange range = content.holds(asked.ifRange)
                ? ByteRange.of(asked.range, piece.size())
                : new ByteRange.Whole(piece.size());
        try {
            return switch (range) {
                case ByteRange.Whole whole -> content.whole(open(piece, whole.slice()));
                case ByteRange.Part part -> content.part(open(piece, part.slice()), part.slice());
                case ByteRange.Unsatisfiable none -> content.unsatisfiable();
            };
        } catch (IOException away) {
            throw ArtifactProblems.storageAway();
        }
    }

    /**
     * What is other than in the try before.
     *
     * @param before null where it is the first
     */
    ChangesView changes(Piece piece, @Nullable Piece before, boolean knowsWhose) {
        if (before == null) {
            return ChangesView.first(piece, knowsWhose);
        }
        try {
            return ChangesView.of(piece, before, knowsWhose, Comparison.of(this, piece, before));
        } catch (IOException away) {
            throw ArtifactProblems.storageAway();
        }
    }

    InputStream open(Piece piece, Slice slice) throws IOException {
        String content = piece.content();
        if (content != null) {
            byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
            return new ByteArrayInputStream(bytes, (int) slice.first(), (int) slice.length());
        }
        if (!piece.isThere()) {
            throw ArtifactProblems.gone();
        }
        Storage place = storage.orElseThrow(ArtifactProblems::noStorage);
        InputStream bytes = place.open(piece.place(), slice);
        if (bytes == null) {
            throw ArtifactProblems.gone();
        }
        return bytes;
    }
}
