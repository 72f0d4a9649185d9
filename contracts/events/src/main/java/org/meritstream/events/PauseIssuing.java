package org.meritstream.events;

import org.jspecify.annotations.Nullable;

/**
 * Confer nothing of an achievement, or nothing at all, until the pause is lifted. Its id is the command's.
 *
 * @param achievement its name within the tenant, or null where the tenant issues nothing
 */
public record PauseIssuing(String tenant, @Nullable String achievement) implements EvidenceCommand {
    private static final String EVERYTHING = "pauses";

    public PauseIssuing {
        if (achievement != null) {
            Limits.slug("achievement", achievement);
        }
    }

    @Override
    public String aggregate() {
        return achievement == null ? EVERYTHING : achievement;
    }
}
