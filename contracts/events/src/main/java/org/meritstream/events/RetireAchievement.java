package org.meritstream.events;

/**
 * Retire an achievement: every version of it up to this one.
 *
 * @param version the newest that whoever asks knows of
 */
public record RetireAchievement(String tenant, String achievement, int version) implements EvidenceCommand {
    public RetireAchievement {
        Limits.slug("achievement", achievement);
        Limits.counted("version", version);
    }

    @Override
    public String aggregate() {
        return achievement + "/" + version;
    }
}
