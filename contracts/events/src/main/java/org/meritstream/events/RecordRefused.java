package org.meritstream.events;

import java.time.Instant;
import java.util.UUID;

/** Of what a learner asked for no record was made, and why. */
public record RecordRefused(String tenant, UUID learner, UUID request, RecordRefusal reason, Instant refusedAt)
        implements IssuanceEvent {

    @Override
    public String aggregate() {
        return EventData.of(learner);
    }
}
