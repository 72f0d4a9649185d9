package org.meritstream.events;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Lift a hold or a pause: what it withheld is conferred unless something else withholds it.
 *
 * @param restraint id of the command that placed it
 * @param learner that it is on, or null where it is on everybody
 */
public record LiftRestraint(
        String tenant, UUID restraint, @Nullable UUID learner) implements EvidenceCommand {

    @Override
    public String aggregate() {
        return EventData.of(learner == null ? restraint : learner);
    }
}
