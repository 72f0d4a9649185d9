package org.meritstream.evidence.artifacts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.EventFormat;

/**
 * What is handed in, and for what.
 *
 * @param artifact what it is, as the rule names it
 * @param learner the id of another learner, or null
 * @param studentNumber of another learner, or null
 */
record SubmitRequest(
        String achievement,
        String artifact,
        Given given,
        @Nullable String learner,
        @Nullable String studentNumber) {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_LINK = 2000;
    private static final String UPLOAD = "upload";
    private static final String LINK = "link";
    private static final String LMS = "lms";

    /** How it is given. */
    sealed interface Given {

        /** By an upload of before. */
        record Upload(UUID id) implements Given {}

        /**
         * By words that are kept as they stand and digested.
         *
         * @param mediaType what they are
         */
        record Words(Piece.Kind kind, String content, String mediaType) implements Given {}
    }

    /**
     * Reads a body.
     *
     * @throws JsonProcessingException when it is not JSON
     */
    static SubmitRequest read(byte[] body) throws JsonProcessingException {
        JsonNode asked = tree(body);
        if (!asked.isObject()) {
            throw ArtifactProblems.malformed("", "the body is not a JSON object");
        }
        return new SubmitRequest(
                text(asked, "", "achievement"),
                text(asked, "", "artifact"),
                given(asked),
                optional(asked, "learner"),
                optional(asked, "studentNumber"));
    }

    private static Given given(JsonNode asked) {
        List<String> ways = Stream.of(UPLOAD, LINK, LMS).filter(asked::has).toList();
        if (ways.size() != 1) {
            throw ArtifactProblems.malformed("", "one of upload, link and lms is given");
        }
        return switch (ways.getFirst()) {
            case UPLOAD -> new Given.Upload(id(text(asked, "", UPLOAD)));
            case LINK -> new Given.Words(Piece.Kind.LINK, link(asked), "text/uri-list");
            default -> new Given.Words(Piece.Kind.LMS, reference(asked.path(LMS)), PieceView.LMS_REFERENCE);
        };
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw ArtifactProblems.malformed("/" + UPLOAD, "is not a UUID");
        }
    }

    /** It is never fetched from here, so all that matters is that a reviewer can safely follow it. */
    private static String link(JsonNode asked) {
        JsonNode link = asked.path(LINK);
        try {
            URI address = new URI(link.asText());
            boolean fit = link.isTextual()
                    && link.asText().length() <= LONGEST_LINK
                    && "https".equalsIgnoreCase(address.getScheme())
                    && address.getHost() != null
                    && address.getUserInfo() == null;
            if (fit) {
                return link.asText();
            }
        } catch (URISyntaxException e) {
            // As below.
        }
        throw ArtifactProblems.malformed(
                "/" + LINK, "is not an https address of at most " + LONGEST_LINK + " characters without a user name");
    }

    /** RFC 8785: the members in one order, so that equal references have equal digests. */
    private static String reference(JsonNode lms) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("activity", text(lms, "/" + LMS, "activity"))
                .put("source", text(lms, "/" + LMS, "source"))
                .put("submission", text(lms, "/" + LMS, "submission"))
                .toString();
    }

    private static @Nullable String optional(JsonNode asked, String member) {
        return asked.has(member) ? text(asked, "", member) : null;
    }

    private static String text(JsonNode of, String at, String member) {
        JsonNode value = of.path(member);
        if (value.isTextual()
                && !value.asText().isBlank()
                && value.asText().length() <= LONGEST_NAME
                && value.asText().chars().noneMatch(Character::isISOControl)) {
            return value.asText();
        }
        throw ArtifactProblems.malformed(at + "/" + member, "is not a text of 1 to " + LONGEST_NAME + " characters");
    }

    private static JsonNode tree(byte[] body) throws JsonProcessingException {
        try {
            JsonNode tree = EventFormat.JSON.readTree(body);
            return tree == null ? JsonNodeFactory.instance.missingNode() : tree;
        } catch (JsonProcessingException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException("Bytes in memory can be read", e);
        }
    }
}
