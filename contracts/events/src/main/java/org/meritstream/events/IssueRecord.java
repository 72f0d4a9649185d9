package org.meritstream.events;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Put what a learner holds into one signed record (Comprehensive Learner Record 2.0).
 *
 * @param stack a credential that was earned by holding others: it and those alone; null for everything that is held
 */
public record IssueRecord(
        String tenant, UUID learner, @Nullable UUID stack) implements IssuanceCommand {
    @Override
    public String aggregate() {
        return learner.toString();
    }
}
