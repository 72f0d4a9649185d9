package org.meritstream.evidence.notes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.meritstream.events.EventData;
import org.meritstream.events.EventFormat;
import org.meritstream.events.EventType;
import org.meritstream.events.MalformedEvent;
import org.meritstream.evidence.learners.LearnerIds;
import org.meritstream.log.http.ProblemException;

/**
 * What a person asks for and why: the members of a command, with {@code reason} beside them. The learner is named by {@code learner} or by
 * {@code studentNumber}. Of the reason only the note knows.
 *
 * @param <C> the command
 */
public record Asked<C extends EventData>(C command, String reason) {
    /** Characters of a reason. */
    public static final int LONGEST_REASON = 4000;

    private static final String REASON = "reason";
    private static final String LEARNER = "learner";
    private static final String STUDENT_NUMBER = "studentNumber";
    private static final int LONGEST_NUMBER = 100;

    /**
     * Reads a body by the same rules as the command that it asks for.
     *
     * @throws JsonProcessingException when it is not JSON
     * @throws ProblemException 400 when a member is missing or of another type, or there is no reason
     */
    public static <C extends EventData> Asked<C> read(byte[] body, Class<C> command, String tenant, LearnerIds ids)
            throws JsonProcessingException {
        return read(members(body), command, tenant, ids);
    }

    /**
     * The same where a learner need not be named. What is left out widens what is asked for, so a member that the command does not know is
     * refused: somebody misspelt it.
     */
    public static <C extends EventData> Asked<C> maybeOfLearner(
            byte[] body, Class<C> command, String tenant, LearnerIds ids) throws JsonProcessingException {
        ObjectNode members = members(body);
        known(members, command);
        String reason = reason(members);
        boolean named = members.has(LEARNER) || members.has(STUDENT_NUMBER);
        return new Asked<>(named ? command(members, command, tenant, ids) : command(members, command, tenant), reason);
    }

    /** The members of a body, to which an edge may add what the address says. */
    public static ObjectNode members(byte[] body) throws JsonProcessingException {
        if (tree(body) instanceof ObjectNode members) {
            return members;
        }
        throw malformed("", "the body is not a JSON object");
    }

    /** The same of a body that was read. */
    public static <C extends EventData> Asked<C> read(
            ObjectNode members, Class<C> command, String tenant, LearnerIds ids) {
        String reason = reason(members);
        return new Asked<>(command(members, command, tenant, ids), reason);
    }

    /** The command alone, where nobody has to say why. */
    public static <C extends EventData> C command(ObjectNode members, Class<C> command, String tenant, LearnerIds ids) {
        named(members, tenant, ids);
        return command(members, command, tenant);
    }

    private static <C extends EventData> C command(ObjectNode members, Class<C> command, String tenant) {
        members.put("tenant", tenant);
        EventType type = EventType.ofRecord(command);
        try {
            return command.cast(EventFormat.data(type, members.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (MalformedEvent fault) {
            throw malformed(fault.place(), String.valueOf(fault.getMessage()));
        }
    }

    private static void known(ObjectNode members, Class<?> command) {
        Set<String> known = Arrays.stream(command.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
        if (known.contains(LEARNER)) {
            known.add(STUDENT_NUMBER);
        }
        known.add(REASON);
        members.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw malformed("/" + name, "is no member of this request");
            }
        });
    }

    /** Takes the reason out of a body. */
    public static String reason(ObjectNode members) {
        JsonNode reason = members.remove(REASON);
        if (reason != null && reason.isTextual() && isReason(reason.asText())) {
            return reason.asText().strip();
        }
        throw malformed("/" + REASON, "a reason of 1 to " + LONGEST_REASON + " characters is needed");
    }

    /** Whether a text can be one: it says something, and not too much. */
    public static boolean isReason(String text) {
        return !text.isBlank() && text.length() <= LONGEST_REASON;
    }

    private static void named(ObjectNode members, String tenant, LearnerIds ids) {
        JsonNode number = members.remove(STUDENT_NUMBER);
        if ((number == null) == !members.has(LEARNER)) {
            throw malformed("/" + LEARNER, "the learner is named by learner or by studentNumber, and by one of them");
        }
        if (number != null) {
            String text = number.asText().strip();
            if (!number.isTextual() || text.isEmpty() || text.length() > LONGEST_NUMBER) {
                throw malformed("/" + STUDENT_NUMBER, "has 1 to " + LONGEST_NUMBER + " characters");
            }
            members.put(LEARNER, ids.ofStudentNumber(tenant, text).id().toString());
        }
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

    private static ProblemException malformed(String pointer, String detail) {
        return new ProblemException(RequestProblems.malformed(pointer, detail));
    }
}
