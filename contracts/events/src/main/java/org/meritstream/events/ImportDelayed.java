package org.meritstream.events;

import java.time.Instant;
import java.util.UUID;

/**
 * A credential that a learner handed in could not be looked at yet, by a fault of this institution's own: it is looked at again, and nothing is held
 * against it.
 *
 * @param request which request is delayed
 * @param nextAt when it is looked at again
 * @param delayedAt when looking failed
 */
public record ImportDelayed(String tenant, UUID request, UUID learner, Instant nextAt, Instant delayedAt)
        implements IssuanceEvent {
    @Override
    public String aggregate() {
        return EventData.of(learner);
    }
}
