package org.meritstream.evidence.moves;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.EventFormat;
import org.meritstream.events.MalformedEvent;
import org.meritstream.events.MoveLearners;
import org.meritstream.evidence.notes.RequestProblems;
import org.meritstream.log.http.ProblemException;

/** Reads what staff send about moves; each fault is answered 400 with its place. */
final class MoveRequest {
    private static final Set<String> MEMBERS = Set.of("from", "to");

    private MoveRequest() {}

    /**
     * The command that a body asks for.
     *
     * @param id the achievement, with or without the tenant before it
     * @throws ProblemException 400
     */
    static MoveLearners command(String tenant, String id, byte[] body) throws JsonProcessingException {
        JsonNode sent = object(body);
        return command(tenant, id, version(sent.path("from"), "/from"), version(sent.path("to"), "/to"));
    }

    /** The same by parameters. */
    static MoveLearners command(String tenant, String id, @Nullable String from, @Nullable String to) {
        return command(
                tenant, id, number(from, "from", Integer.MAX_VALUE, null), number(to, "to", Integer.MAX_VALUE, null));
    }

    /**
     * A number from 1 to a most.
     *
     * @param usual where nothing is said, or null where something has to be
     */
    static int number(@Nullable String said, String parameter, int most, @Nullable Integer usual) {
        if (said == null && usual != null) {
            return usual;
        }
        if (said == null || !said.matches("[1-9][0-9]{0,8}") || Integer.parseInt(said) > most) {
            throw malformed(parameter, most == Integer.MAX_VALUE ? "is the number of a version" : "is 1 to " + most);
        }
        return Integer.parseInt(said);
    }

    /** The learner that a page goes on after, or null at the first. */
    static @Nullable UUID after(@Nullable String said) {
        if (said == null) {
            return null;
        }
        try {
            return UUID.fromString(said);
        } catch (IllegalArgumentException e) {
            throw malformed("after", "is the id that the page before ended with");
        }
    }

    /** Whom a page shows. */
    static MoveForesight.Show show(@Nullable String said) {
        for (MoveForesight.Show show : MoveForesight.Show.values()) {
            if (show.name().equals(said) || said == null) {
                return show;
            }
        }
        throw malformed("show", "is CHANGES, GAINS or LOSES");
    }

    /** The name within the tenant of what is named with or without the tenant before it. */
    static String slug(String tenant, String id) {
        String prefix = tenant + ".";
        return id.startsWith(prefix) ? id.substring(prefix.length()) : id;
    }

    private static MoveLearners command(String tenant, String id, int from, int to) {
        try {
            return new MoveLearners(tenant, slug(tenant, id), from, to);
        } catch (MalformedEvent noSlug) {
            throw new ProblemException(RequestProblems.unknownAchievement());
        }
    }

    private static JsonNode object(byte[] body) throws JsonProcessingException {
        JsonNode sent = tree(body);
        if (!sent.isObject()) {
            throw malformed("", "the body is not a JSON object");
        }
        for (Iterator<String> names = sent.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!MEMBERS.contains(name)) {
                throw malformed("/" + name, "is not known here");
            }
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

    private static int version(JsonNode node, String pointer) {
        if (!node.isInt() || node.asInt() < 1) {
            throw malformed(pointer, "is the number of a version");
        }
        return node.asInt();
    }

    private static ProblemException malformed(String pointer, String detail) {
        return new ProblemException(RequestProblems.malformed(pointer, detail));
    }
}
