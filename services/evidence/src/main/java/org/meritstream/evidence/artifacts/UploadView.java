package org.meritstream.evidence.artifacts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An upload as its sender sees it.
 *
 * @param id by which a submission names it
 * @param mediaType by content
 * @param fileName as it is kept
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UploadView(
        UUID id,
        String digest,
        String mediaType,
        long size,
        @Nullable String fileName) {

    static UploadView of(Piece piece) {
        return new UploadView(piece.id(), piece.digest(), piece.mediaType(), piece.size(), piece.fileName());
    }
}
