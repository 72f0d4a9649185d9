package org.meritstream.evidence.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.meritstream.events.EventType;
import org.meritstream.events.Message;
import org.meritstream.log.BatchHandler;
import org.meritstream.log.Contended;
import org.meritstream.log.Inbound;
import org.meritstream.log.Position;

/** Replicas of the service on one store: threads, of which each has the same loop's work done. */
final class Replicas {
    private static final AtomicLong OFFSET = new AtomicLong();
    private static final int TRIES = 20;

    private Replicas() {}

    /** Runs them at the same time, and fails with the first that failed. */
    static void atOnce(Runnable... replicas) throws ExecutionException, InterruptedException {
        try (ExecutorService threads = Executors.newFixedThreadPool(replicas.length)) {
            List<Future<?>> running = new ArrayList<>();
            for (Runnable replica : replicas) {
                running.add(threads.submit(replica));
            }
            for (Future<?> replica : running) {
                replica.get();
            }
        }
    }

    /** The event at a position where none was before. */
    static Inbound placed(Inbound event) {
        Position position = new Position(EventType.of(event.data()).schemaName(), 0, OFFSET.incrementAndGet());
        return new Inbound(position, event.event(), event.message());
    }

    /** Has one event seen to, at a position where none was before; again where others came between too often, as the loop would. What was emitted. */
    static List<Message> handle(BatchHandler handler, Inbound event) {
        List<Inbound> batch = List.of(placed(event));
        for (int attempt = 1; ; attempt++) {
            try {
                return handler.handle(batch);
            } catch (Contended again) {
                if (attempt == TRIES) {
                    throw again;
                }
            }
        }
    }
}
