package org.meritstream.evidence.batches;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A batch as a turn knows it.
 *
 * @param approvedAt null while it is being put together
 */
public record Batch(UUID id, String tenant, @Nullable Instant approvedAt) {

    Batch approved(Instant at) {
        return new Batch(id, tenant, at);
    }
}
