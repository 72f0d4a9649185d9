package org.meritstream.events;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How often and until when one may try. It holds for each criterion by itself; which of the attempts counts is said by the rules.
 *
 * @param maximum of attempts, or null for any number
 * @param coolDown between two attempts, from when the first was handed in, or null for none
 * @param due until when it has to be handed in, or null for no such time
 * @param latePenalty what lateness costs, or null where nothing late is taken
 * @param appealWithin how long after a decision it may be appealed, or null for any time
 */
public record Resubmission(
        @Nullable Integer maximum,
        @Nullable Duration coolDown,
        @Nullable Instant due,
        @Nullable LatePenalty latePenalty,
        CarryOver carriesOver,
        @Nullable Duration appealWithin) {
    public Resubmission {
        Limits.that(maximum == null || (maximum >= 1 && maximum <= 1000), "maximum is not 1 to 1000");
    }

    /** A policy under which a decision may be appealed at any time. */
    public Resubmission(
            @Nullable Integer maximum,
            @Nullable Duration coolDown,
            @Nullable Instant due,
            @Nullable LatePenalty latePenalty,
            CarryOver carriesOver) {
        this(maximum, coolDown, due, latePenalty, carriesOver, null);
    }

    /** What an attempt that meets the criterion is worth once there are later ones. */
    public enum CarryOver {
        /** A met criterion is met: later attempts are not judged. */
        MET,
        /** Later attempts are judged as well, and where the latest counts they may undo it. */
        NOTHING
    }
}
