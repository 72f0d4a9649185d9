package org.meritstream.issuance.credential;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.SuspensionReason;

/**
 * Whether a credential is suspended, and how often it was (docs/adr/0054).
 *
 * @param number of the suspension that it is in or was in last, from 1 on; 0 where it never was
 * @param since when that began, or null while it is in none
 * @param reason of that, or null while it is in none, and where only that it is suspended was read back
 * @param ended when the last one ended, or null while it is in one or never was
 * @param asked when it was last asked to be as it was already, whether suspended or not; null where nobody did
 */
public record Suspension(
        int number,
        @Nullable Instant since,
        @Nullable SuspensionReason reason,
        @Nullable Instant ended,
        @Nullable Instant asked) {
    /** It never was. */
    public static final Suspension NEVER = new Suspension(0, null, null, null, null);

    /** One that nobody asked for again. */
    public Suspension(int number, @Nullable Instant since, @Nullable SuspensionReason reason, @Nullable Instant ended) {
        this(number, since, reason, ended, null);
    }

    /** The next, from then on. */
    public Suspension begun(@Nullable SuspensionReason why, Instant at) {
        return new Suspension(number + 1, at, why, null, asked);
    }

    /** The same of the credential that takes the place of the one that is in it. */
    public Suspension carriedOver() {
        return new Suspension(1, since, reason == null ? SuspensionReason.UNDER_REVIEW : reason, null);
    }

    /** This one, over since then. */
    public Suspension over(Instant at) {
        return new Suspension(number, null, null, at, asked);
    }

    /** As it is, and asked for so at that time, too. */
    public Suspension askedAgain(Instant at) {
        return new Suspension(number, since, reason, ended, asked != null && asked.isAfter(at) ? asked : at);
    }

    /** Whether the opposite of how it is was asked for no later than how it is: then that stands. */
    boolean overtakes(Instant opposite) {
        return Stream.of(Optional.ofNullable(since), Optional.ofNullable(ended), Optional.ofNullable(asked))
                .flatMap(Optional::stream)
                .anyMatch(stands -> !opposite.isAfter(stands));
    }
}
