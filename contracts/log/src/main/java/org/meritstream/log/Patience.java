package org.meritstream.log;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Retries a step in place while a dependency is away, for a minute; then lets the fault travel, so that the clients are recycled and the
 * partition may move to another replica. A minute stays far below {@code max.poll.interval.ms}.
 */
final class Patience {
    private static final Logger LOG = Logger.getLogger(Patience.class);
    private static final Duration IN_PLACE = Duration.ofSeconds(60);

    private final String service;
    private final LoopHealth health;
    private final BooleanSupplier running;

    Patience(String service, LoopHealth health, BooleanSupplier running) {
        this.service = service;
        this.health = health;
        this.running = running;
    }

    <T> T untilDone(Supplier<T> step) {
        Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(2));
        long began = System.nanoTime();
        while (true) {
            try {
                return step.get();
            } catch (RuntimeException fault) {
                boolean overdue = System.nanoTime() - began > IN_PLACE.toNanos();
                if (overdue || !running.getAsBoolean()) {
                    throw fault;
                }
                String kind = Faults.kind(fault);
                health.failed(kind);
                LOG.warnf("log.waiting service=%s fault=%s", service, kind);
                backoff.pause();
            }
        }
    }
}
