package org.meritstream.events;

import org.jspecify.annotations.Nullable;

/**
 * Publish the next version of an achievement from its draft.
 *
 * @param retroactive false where it concerns only those of whom something is known that is later than the publication; null as true
 */
public record PublishAchievement(
        String tenant,
        String achievement,
        int version,
        Achievement definition,
        @Nullable Boolean retroactive) implements EvidenceCommand {
    public PublishAchievement {
        Limits.slug("achievement", achievement);
        Limits.counted("version", version);
        definition.checkPublishable();
    }

    /** Publish it for everybody who meets it, whenever they did. */
    public PublishAchievement(String tenant, String achievement, int version, Achievement definition) {
        this(tenant, achievement, version, definition, null);
    }

    @Override
    public String aggregate() {
        return achievement + "/" + version;
    }
}
