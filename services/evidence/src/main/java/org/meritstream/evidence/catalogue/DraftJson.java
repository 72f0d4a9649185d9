package org.meritstream.evidence.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Achievement;
import org.meritstream.events.EventFormat;
import org.meritstream.events.EventType;
import org.meritstream.events.MalformedEvent;
import org.meritstream.events.PublishAchievement;

/**
 * A draft as its authors see it: the members of {@link Achievement}, with {@code id} and what the service says of the draft beside them. So
 * what was read can be changed and sent back.
 */
final class DraftJson {
    /** Where the command that is read holds what the author sent. */
    static final String DEFINITION = "/definition";

    private DraftJson() {}

    /**
     * What an author sent.
     *
     * @param id the achievement's name within the tenant, empty when it is not said
     */
    record Sent(String id, Achievement definition) {}

    /**
     * Reads a draft by the same rules as a command that publishes it.
     *
     * @throws JsonProcessingException when it is not JSON
     * @throws MalformedEvent when a member is missing or of another type
     */
    static Sent read(byte[] body) throws JsonProcessingException {
        JsonNode sent = tree(body);
        if (!(sent instanceof ObjectNode members)) {
            throw new MalformedEvent("an achievement is a JSON object");
        }
        String id = members.path("id").asText("");
        ObjectNode command = EventFormat.JSON.createObjectNode();
        command.put("tenant", "draft").put("achievement", "draft").put("version", 1);
        command.set("definition", members);
        PublishAchievement read = (PublishAchievement) EventFormat.data(
                EventType.PUBLISH_ACHIEVEMENT, command.toString().getBytes(StandardCharsets.UTF_8));
        return new Sent(id, read.definition());
    }

    /**
     * How a draft is to be published; null where the body says nothing of it.
     *
     * @throws JsonProcessingException when it is not JSON
     */
    static @Nullable Boolean retroactive(byte[] body) throws JsonProcessingException {
        if (body.length == 0) {
            return null;
        }
        JsonNode sent = tree(body);
        JsonNode retroactive = sent.path("retroactive");
        if (!sent.isObject() || !(retroactive.isBoolean() || retroactive.isMissingNode())) {
            throw CatalogueProblems.malformedPublication();
        }
        return retroactive.isBoolean() ? Boolean.valueOf(retroactive.booleanValue()) : null;
    }

    /** The JSON that is kept. */
    static String kept(Achievement definition) {
        try {
            return EventFormat.JSON.writeValueAsString(definition);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A definition can always be written", e);
        }
    }

    /** What was kept. */
    static Achievement definition(Draft draft) {
        try {
            return EventFormat.JSON.readValue(draft.definition, Achievement.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was stored is a definition", e);
        }
    }

    /**
     * A draft for its authors.
     *
     * @param published its newest version, 0 before the first
     */
    static ObjectNode view(Draft draft, int published) {
        ObjectNode view = EventFormat.JSON.createObjectNode();
        view.put("id", draft.key.achievement());
        view.put("published", published);
        view.put("revision", draft.revision);
        view.put("changedAt", draft.changedAt.toString());
        view.setAll((ObjectNode) EventFormat.JSON.valueToTree(definition(draft)));
        return view;
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
}
