package org.meritstream.events;

import java.util.UUID;

/** A human decides about a conferred award whose criteria are no longer met. */
public record DecideFlag(String tenant, UUID award, UUID learner, Decision decision) implements EvidenceCommand {

    /** What was decided. */
    public enum Decision {
        /** It stands; where it was suspended, it is restored under the next number. */
        KEEP,
        /** It is withdrawn for good. */
        WITHDRAW
    }

    @Override
    public String aggregate() {
        return EventData.of(learner);
    }
}
