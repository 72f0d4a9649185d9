package org.meritstream.walletsync.claim;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Reads again until what was asked for is there, for a little while. */
final class Patience {
    private static final Duration STEP = Duration.ofMillis(50);

    private Patience() {}

    /** The first reading that is enough, or the last one when the time is over. */
    static <T> Uni<T> until(Supplier<Uni<T>> reading, Predicate<T> enough, Duration patience) {
        return again(reading, enough, patience.dividedBy(STEP));
    }

    private static <T> Uni<T> again(Supplier<Uni<T>> reading, Predicate<T> enough, long triesLeft) {
        return reading.get().chain(read -> {
            Uni<T> known = Uni.createFrom().item(read);
            return triesLeft <= 0 || enough.test(read)
                    ? known
                    : known.onItem().delayIt().by(STEP).chain(() -> again(reading, enough, triesLeft - 1));
        });
    }
}
