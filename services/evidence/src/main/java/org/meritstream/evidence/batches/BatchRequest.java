package org.meritstream.evidence.batches;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.EventFormat;
import org.meritstream.evidence.notes.RequestProblems;
import org.meritstream.log.http.ProblemException;

/** Reads what a registrar sends about a batch; each fault is answered 400 with its place. */
final class BatchRequest {
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]([a-z0-9_-]{0,98}[a-z0-9])?");
    private static final int MOST_AWARDS = 1000;
    private static final int LONGEST_REASON = 4000;

    private BatchRequest() {}

    /**
     * Awards to take out.
     *
     * @param reason why
     */
    record Exclusions(List<UUID> awards, String reason) {}

    static BatchView.Filter filter(byte[] body) throws JsonProcessingException {
        JsonNode sent = object(body);
        return new BatchView.Filter(
                achievement(sent.path("achievement")), version(sent.path("version")), time(sent.path("earnedBefore")));
    }

    static Exclusions exclusions(byte[] body) throws JsonProcessingException {
        JsonNode sent = object(body);
        JsonNode awards = sent.path("awards");
        if (!awards.isArray() || awards.isEmpty() || awards.size() > MOST_AWARDS) {
            throw malformed("/awards", "holds 1 to " + MOST_AWARDS + " ids of awards");
        }
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < awards.size(); i++) {
            ids.add(id(awards.get(i), "/awards/" + i));
        }
        String reason = sent.path("reason").asText("").strip();
        if (!sent.path("reason").isTextual() || reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw malformed("/reason", "a reason of 1 to " + LONGEST_REASON + " characters is needed");
        }
        return new Exclusions(ids.stream().distinct().toList(), reason);
    }

    private static JsonNode object(byte[] body) throws JsonProcessingException {
        JsonNode sent = tree(body);
        if (!sent.isObject()) {
            throw malformed("", "the body is not a JSON object");
        }
        return sent;
    }

    private static JsonNode tree(byte[] body) throws JsonProcessingException {
        try {
            return EventFormat.JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException("Bytes in memory can be read", e);
        }
    }

    private static @Nullable String achievement(JsonNode node) {
        if (node.isMissingNode()) {
            return null;
        }
        if (!node.isTextual() || !SLUG.matcher(node.asText()).matches()) {
            throw malformed("/achievement", "is the name of an achievement");
        }
        return node.asText();
    }

    private static @Nullable Integer version(JsonNode node) {
        if (node.isMissingNode()) {
            return null;
        }
        if (!node.isInt() || node.asInt() < 1) {
            throw malformed("/version", "counts from 1");
        }
        return node.asInt();
    }

    private static @Nullable Instant time(JsonNode node) {
        if (node.isMissingNode()) {
            return null;
        }
        try {
            return Instant.parse(node.asText());
        } catch (DateTimeException e) {
            throw malformed("/earnedBefore", "is a time such as 2026-06-30T10:00:00Z");
        }
    }

    private static UUID id(JsonNode node, String pointer) {
        try {
            return UUID.fromString(node.asText());
        } catch (IllegalArgumentException e) {
            throw malformed(pointer, "is a UUID");
        }
    }

    private static ProblemException malformed(String pointer, String detail) {
        return new ProblemException(RequestProblems.malformed(pointer, detail));
    }
}
