package org.meritstream.events;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Confer an earned award that waits for approval.
 *
 * @param batch it is approved with, or null where it is approved by itself
 */
public record ApproveAward(
        String tenant, UUID award, UUID learner, @Nullable UUID batch) implements EvidenceCommand {

    @Override
    public String aggregate() {
        return EventData.of(learner);
    }
}
