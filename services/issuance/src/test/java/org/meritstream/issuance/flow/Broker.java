package org.meritstream.issuance.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meritstream.issuance.flow.Broker.PATIENCE;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.meritstream.events.Event;
import org.meritstream.events.EventFormat;
import org.meritstream.events.Message;
import org.meritstream.proving.RealServers;
import org.meritstream.proving.Topic;

/** The broker that the loop reads from, and the time that it is given to do so. */
final class Broker {
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private Broker() {}

    /** Each event to its own topic. */
    static void append(List<Event<?>> events) {
        events.stream()
                .map(EventFormat::write)
                .collect(Collectors.groupingBy(Message::topic))
                .forEach((topic, messages) -> new Topic(RealServers.kafka(), topic).append(messages));
    }

    /** Until it holds, which it must in time. */
    static void await(BooleanSupplier holds) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }
}
