package org.meritstream.events;

import java.time.Instant;
import java.util.UUID;

/** A credential that a learner handed in does not count, and why. */
public record ImportRefused(String tenant, UUID request, UUID learner, ImportRefusal reason, Instant refusedAt)
        implements IssuanceEvent {

    @Override
    public String aggregate() {
        return EventData.of(learner);
    }
}
