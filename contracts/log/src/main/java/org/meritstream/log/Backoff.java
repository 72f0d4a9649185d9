package org.meritstream.log;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** A pause that doubles from the first to the longest, and starts over after success. */
final class Backoff {
    private final Duration first;
    private final Duration longest;
    private Duration next;

    Backoff(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
        this.next = first;
    }

    void reset() {
        next = first;
    }

    void pause() {
        LockSupport.parkNanos(next.toNanos());
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(longest) > 0 ? longest : doubled;
    }
}
