package org.meritstream.events;

import java.util.UUID;

/**
 * Do the next slice of what is to be done to many credentials.
 *
 * @param bulk id of the operation
 * @param slice which slice, counted from 1; one that is not the next is seen to already
 */
public record ContinueBulk(String tenant, UUID bulk, int slice) implements IssuanceCommand {
    public ContinueBulk {
        Limits.counted("slice", slice);
    }

    @Override
    public String aggregate() {
        return bulk.toString();
    }
}
