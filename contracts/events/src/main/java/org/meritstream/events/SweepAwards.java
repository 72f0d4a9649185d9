package org.meritstream.events;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Ask for many awards one by one, a slice of them in a turn.
 *
 * @param sweep what asks: the restraint that was lifted, or the batch that was approved
 * @param after the last award of the slice before, or null at the first
 */
public record SweepAwards(
        String tenant, UUID sweep, Kind kind, @Nullable UUID after) implements EvidenceCommand {

    /** Which awards. */
    public enum Kind {
        /** Those that a restraint which was lifted had withheld. */
        LIFTED,
        /** Those of a batch that was approved. */
        APPROVED
    }

    @Override
    public String aggregate() {
        return sweep.toString();
    }
}
