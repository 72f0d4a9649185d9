package org.meritstream.walletsync.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.CredentialDocument;
import org.meritstream.events.CredentialState;
import org.meritstream.events.EventFormat;
import org.meritstream.events.Form;
import org.meritstream.walletsync.document.SignedDocument.Copy;

/**
 * Which of two copies of a document stands, however they arrive. Revoked is for ever; else the later by issuance's time. Where that is one, as when what is
 * secured again was revoked by a clock that runs ahead, the one that was signed later; where that is one, too, the same of the two each time.
 */
public final class CopyDecision {
    /** By whole milliseconds: the store keeps no more of a time. */
    private static final Comparator<Copy> ORDER = Comparator.comparing(
                    (Copy copy) -> copy.updatedAt().truncatedTo(ChronoUnit.MILLIS))
            .thenComparing(CopyDecision::signedAt)
            .thenComparing(CopyDecision::text);

    private CopyDecision() {}

    /** What comes of it. */
    public sealed interface Result {

        /** This one stands. */
        record Taken(Copy copy) implements Result {}

        /** A later one stands. */
        record Outdated() implements Result {}
    }

    /** Decides between what is held and what was heard. */
    public static Result decide(@Nullable Copy held, CredentialDocument heard) {
        Copy copy = new Copy(
                heard.state(),
                heard.issuerName(),
                heard.achievementName(),
                heard.address(),
                heard.forms(),
                heard.updatedAt());
        return decide(held, copy);
    }

    static Result decide(@Nullable Copy held, Copy copy) {
        return held == null || stands(copy, held) ? new Result.Taken(copy) : new Result.Outdated();
    }

    private static boolean stands(Copy heard, Copy held) {
        if (heard.state() != held.state()) {
            return heard.state() == CredentialState.REVOKED;
        }
        return ORDER.compare(heard, held) >= 0;
    }

    /** When the last of its proofs was made; the beginning of time where it states none that can be read. */
    private static Instant signedAt(Copy copy) {
        return copy.forms().stream()
                .map(Form::document)
                .filter(document -> document.startsWith("{"))
                .flatMap(CopyDecision::created)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    private static String text(Copy copy) {
        return copy.forms().stream().map(Form::document).collect(Collectors.joining("\n"));
    }

    private static Stream<Instant> created(String document) {
        try {
            JsonNode proofs = EventFormat.JSON.readTree(document).path("proof");
            List<Instant> all = new ArrayList<>();
            proofs.findValuesAsText("created").forEach(time -> all.add(Instant.parse(time)));
            return all.stream();
        } catch (JsonProcessingException | DateTimeException e) {
            return Stream.empty();
        }
    }
}
