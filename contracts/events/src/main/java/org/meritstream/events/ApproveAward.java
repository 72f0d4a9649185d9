package org.meritstream.events;

import java.util.UUID;

/**
 * Confer an earned award that waits for approval.
 */
public record ApproveAward(String tenant, UUID award, UUID learner) implements EvidenceCommand {

    @Override
    public String aggregate() {
        return EventData.of(learner);
    }
}
