package org.meritstream.events;

import java.util.UUID;

/** Award again what was withdrawn, under the next number. */
public record RestoreAward(String tenant, UUID award, UUID learner) implements EvidenceCommand {

    @Override
    public String aggregate() {
        return EventData.of(learner);
    }
}
