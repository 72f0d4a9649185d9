package org.meritstream.evidence.catalogue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.AchievementPublished;
import org.meritstream.evidence.catalogue.CatalogueSearch.Found;

/** What a search answers to programs: Open Badges achievements, and beside each what an achievement has no term for. */
final class CatalogueDocument {
    private CatalogueDocument() {}

    /**
     * The document.
     *
     * @param next path and query of the next page, or null on the last
     */
    static ObjectNode of(Found found, String publicUrl, @Nullable String next) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ArrayNode achievements = document.putArray("achievements");
        found.achievements().forEach(published -> achievements.add(entry(published, publicUrl)));
        boolean counted = found.total() <= SearchStatement.COUNTED;
        document.put("total", counted ? found.total() : SearchStatement.COUNTED);
        document.put("totalIsExact", counted);
        if (next != null) {
            document.put("next", publicUrl + next);
        }
        return document;
    }

    private static ObjectNode entry(AchievementPublished published, String publicUrl) {
        ObjectNode entry = AchievementDocument.of(published, publicUrl);
        entry.remove("@context");
        entry.put("publishedAt", published.publishedAt().toString());
        return entry;
    }
}
