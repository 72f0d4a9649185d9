package org.meritstream.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The learner asked for what they hold in one signed record.
 *
 * @param request what comes of it names it
 * @param stack a credential that was earned by holding others: it and those alone; null for everything that is held
 */
public record RecordRequested(
        String tenant, UUID learner, UUID request, @Nullable UUID stack, Instant requestedAt) implements WalletEvent {

    @Override
    public String aggregate() {
        return EventData.of(learner);
    }
}
