package org.meritstream.events;

import java.time.Instant;
import java.util.UUID;

/** A registrar, at the learner's word, said who may see the record at its public address. */
public record RecordVisibilityChanged(
        String tenant, UUID learner, UUID record, Visibility visibility, Instant changedAt) implements IssuanceEvent {

    @Override
    public String aggregate() {
        return EventData.of(learner);
    }
}
