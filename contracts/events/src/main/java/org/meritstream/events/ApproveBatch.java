package org.meritstream.events;

import java.util.UUID;

/**
 * Approve every award of a batch that was not excluded, one after the other.
 */
public record ApproveBatch(String tenant, UUID batch) implements EvidenceCommand {

    @Override
    public String aggregate() {
        return batch.toString();
    }
}
