package org.meritstream.evidence.artifacts;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.meritstream.evidence.storage.Slice;

/** Two tries of a piece of work beside each other. */
public sealed interface Comparison {
    /** Larger texts are no essays, and a comparison costs with their size and with how much of them changed. */
    int LARGEST = 512 * 1024;

    Duration LONGEST = Duration.ofSeconds(2);

    /** Both are texts. */
    record Differs(List<String> lines) implements Comparison {}

    /** They are told by digest, name, size and type alone. */
    record NotMade(Reason why) implements Comparison {}

    /** Why there is no comparison. */
    enum Reason {
        FIRST,
        NOT_TEXT,
        TOO_LARGE,
        TOOK_TOO_LONG
    }

    static Comparison of(Contents contents, Piece after, Piece before) throws IOException {
        if (!isText(after.mediaType()) || !isText(before.mediaType())) {
            return new NotMade(Reason.NOT_TEXT);
        }
        if (after.size() > LARGEST || before.size() > LARGEST) {
            return new NotMade(Reason.TOO_LARGE);
        }
        long end = System.nanoTime() + LONGEST.toNanos();
        BooleanSupplier tooLong = () -> System.nanoTime() - end > 0;
        return TextDiff.of(bytes(contents, before), bytes(contents, after), tooLong);
    }

    private static boolean isText(String mediaType) {
        return mediaType.startsWith("text/")
                || mediaType.endsWith("+xml")
                || mediaType.endsWith("+json")
                || List.of("application/json", "application/xml", "application/javascript", "application/x-sh")
                        .contains(mediaType);
    }

    private static byte[] bytes(Contents contents, Piece piece) throws IOException {
        try (InputStream bytes = contents.open(piece, new Slice(0, piece.size()))) {
            return bytes.readAllBytes();
        }
    }
}
