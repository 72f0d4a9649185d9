package org.meritstream.events;

import java.util.UUID;

/**
 * Confer an earned award if nothing is left that it waits for.
 */
public record ReleaseAward(String tenant, UUID award, UUID learner) implements EvidenceCommand {

    @Override
    public String aggregate() {
        return EventData.of(learner);
    }
}
