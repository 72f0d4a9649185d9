package org.meritstream.evidence.catalogue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.meritstream.events.AchievementPublished;
import org.meritstream.openbadges.OpenBadgesAchievement;
import org.meritstream.openbadges.RecognitionContext;

/** What a version's address answers to programs: its Open Badges form with the context and who created it. */
final class AchievementDocument {
    private static final List<String> CONTEXTS = List.of(
            "https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json");

    private AchievementDocument() {}

    /**
     * The document.
     *
     * @param publicUrl the address the world sees, without a trailing slash
     */
    static ObjectNode of(AchievementPublished published, String publicUrl) {
        String address = publicUrl + PublicAddress.path(AchievementKey.of(published));
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ArrayNode contexts = document.putArray("@context");
        CONTEXTS.forEach(contexts::add);
        document.setAll(OpenBadgesAchievement.of(address, published.version(), published.definition()));
        if (document.has("recognition")) {
            contexts.add(RecognitionContext.address(publicUrl));
        }
        ObjectNode creator = document.putObject("creator");
        creator.put("id", publicUrl + "/issuers/" + published.tenant());
        creator.putArray("type").add("Profile");
        return document;
    }
}
