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
public record SubmitRequest(
        String achievement,
        String artifact,
        Given given,
        @Nullable String learner,
        @Nullable String studentNumber) {
    private static final int LONGEST_NAME = 200;
    private static final String UPLOAD = "upload";
    private static final String LINK = "link";
    private static final String LMS = "lms";

    /** How it is given. */
    public sealed interface Given {
        /** Characters of an address. */
        int LONGEST_LINK = 2000;
        /** The media type of an address (RFC 2483 section 5). */
        String LINKS = "text/uri-list";

        /** By an upload of before. */
        record Upload(UUID id) implements Given {}

        /**
         * By words that are kept as they stand and digested.
         *
         * @param mediaType what they are
         */
        record Words(Piece.Kind kind, String content, String mediaType) implements Given {}

        /**
         * An address. It is never fetched from here, so all that matters is that a reviewer can safely follow it.
         *
         * @return null unless it is an https address of at most {@link #LONGEST_LINK} characters without a user name
         */
        static @Nullable Given link(String text) {
            try {
                URI address = new URI(text);
                boolean fit = text.length() <= LONGEST_LINK
                        && "https".equalsIgnoreCase(address.getScheme())
                        && address.getHost() != null
                        && address.getUserInfo() == null;
                return fit ? new Words(Piece.Kind.LINK, text, LINKS) : null;
            } catch (URISyntaxException e) {
                return null;
            }
        }
    }

    /** What a learner hands in on their own behalf. */
    public static SubmitRequest own(String achievement, String artifact, Given given) {
        return new SubmitRequest(achievement, artifact, given, null, null);
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
            case LINK -> link(asked);
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

    private static Given link(JsonNode asked) {
        JsonNode link = asked.path(LINK);
        Given given = link.isTextual() ? Given.link(link.asText()) : null;
        if (given == null) {
            throw ArtifactProblems.malformed(
                    "/" + LINK,
                    "is not an https address of at most " + Given.LONGEST_LINK + " characters without a user name");
        }
        return given;
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
