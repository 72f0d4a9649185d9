package org.meritstream.events;

/**
 * Publish the next version of an achievement from its draft.
 */
public record PublishAchievement(String tenant, String achievement, int version, Achievement definition)
        implements EvidenceCommand {
    public PublishAchievement {
        Limits.slug("achievement", achievement);
        Limits.counted("version", version);
        definition.checkPublishable();
    }

    @Override
    public String aggregate() {
        return achievement + "/" + version;
    }
}
