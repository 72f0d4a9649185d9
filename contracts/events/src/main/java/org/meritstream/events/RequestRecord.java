package org.meritstream.events;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The learner asks for what they hold in one signed record (Comprehensive Learner Record 2.0).
 *
 * @param stack a credential that was earned by holding others: it and those alone; null for everything that is held
 */
public record RequestRecord(
        String tenant, UUID learner, @Nullable UUID stack) implements WalletCommand {

    @Override
    public String aggregate() {
        return EventData.of(learner);
    }
}
