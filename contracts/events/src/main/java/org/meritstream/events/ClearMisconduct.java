package org.meritstream.events;

import java.util.UUID;

/**
 * Record that a finding of misconduct does not stand.
 *
 * @param misconduct id of the finding
 */
public record ClearMisconduct(String tenant, UUID learner, String achievement, UUID misconduct)
        implements EvidenceCommand {
    public ClearMisconduct {
        Limits.slug("achievement", achievement);
    }

    @Override
    public String aggregate() {
        return EventData.of(learner);
    }
}
