package org.meritstream.events;

import java.util.UUID;

/**
 * The date has come that an earned award waited for.
 */
public record AwardFellDue(String tenant, UUID award, UUID learner) implements EvidenceCommand {

    @Override
    public String aggregate() {
        return EventData.of(learner);
    }
}
