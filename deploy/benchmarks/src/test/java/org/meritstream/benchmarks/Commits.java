package org.meritstream.benchmarks;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;

/** How far the services have committed what they read. */
final class Commits implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LOOK = Duration.ofMillis(50);

    private final Admin admin;

    Commits(String kafka) {
        this.admin = Admin.create(Map.of("bootstrap.servers", kafka));
    }

    /** Waits until a service has committed something more; whether it has. */
    boolean further(String service) throws ExecutionException, InterruptedException {
        long before = committed(service);
        long end = System.nanoTime() + PATIENCE.toNanos();
        boolean further = false;
        while (!further && System.nanoTime() < end) {
            LockSupport.parkNanos(LOOK.toNanos());
            further = committed(service) > before;
        }
        return further;
    }

    private long committed(String service) throws ExecutionException, InterruptedException {
        return admin
                .listConsumerGroupOffsets("meritstream-" + service)
                .partitionsToOffsetAndMetadata()
                .get()
                .values()
                .stream()
                .mapToLong(OffsetAndMetadata::offset)
                .sum();
    }

    @Override
    public void close() {
        admin.close();
    }
}
