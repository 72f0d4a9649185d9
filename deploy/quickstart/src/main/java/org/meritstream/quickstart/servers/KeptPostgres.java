package org.meritstream.quickstart.servers;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.meritstream.quickstart.processes.Unavailable;

/**
 * PostgreSQL, started again whenever it ends by itself: killed by the kernel that ran out of memory, or ended because its disk is full. Nothing
 * that was committed is lost; it recovers from its write-ahead log while it starts. What the dead one leaves (its {@code postmaster.pid}, the
 * shared memory that its processes hold until they notice) passes within moments, so a start that fails is tried again, with growing pauses and
 * for as long as it takes.
 */
final class KeptPostgres implements AutoCloseable {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final Starter starter;
    private final Path directory;
    private final PrintStream log;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private Postgres postgres;

    /** Starts it, once. */
    @FunctionalInterface
    interface Starter {
        /**
         * Returns when it answers.
         *
         * @throws Unavailable when it does not; none runs then
         */
        Postgres start() throws IOException, InterruptedException;
    }

    private KeptPostgres(Starter starter, Path directory, PrintStream log) throws IOException, InterruptedException {
        this.starter = starter;
        this.directory = directory;
        this.log = log;
        this.postgres = starter.start();
        this.thread = Thread.ofPlatform().name("postgres-keeper").daemon().unstarted(this::keep);
    }

    /**
     * Starts it and returns when it answers. One that does not start at first is not tried again.
     *
     * @param directory of the cluster
     * @param log where it is told in one line each that it ended, and that it answers again
     */
    static KeptPostgres start(Starter starter, Path directory, PrintStream log)
            throws IOException, InterruptedException {
        KeptPostgres kept = new KeptPostgres(starter, directory, log);
        kept.thread.start();
        return kept;
    }

    private void keep() {
        try {
            while (!closing()) {
                int code = running().await();
                if (!closing()) {
                    log.println("PostgreSQL ended with code " + code + "; it is started again.");
                    startAgain();
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void startAgain() throws InterruptedException {
        long began = System.nanoTime();
        Duration pause = FIRST_PAUSE;
        String told = "";
        while (!closing.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
            try {
                Leftover.stop(directory);
                started(starter.start());
                log.printf("PostgreSQL answers again after %d ms.%n", (System.nanoTime() - began) / 1_000_000);
                return;
            } catch (IOException | RuntimeException failed) {
                String reason = String.valueOf(failed.getMessage());
                if (!reason.equals(told)) {
                    log.println(reason + (reason.endsWith(".") ? "" : ".") + " It is tried again until it does.");
                    told = reason;
                }
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
            }
        }
    }

    /** One that was started while everything was being stopped goes at once. */
    private synchronized void started(Postgres again) {
        postgres = again;
        if (closing()) {
            again.close();
        }
    }

    private synchronized Postgres running() {
        return postgres;
    }

    private boolean closing() {
        return closing.getCount() == 0;
    }

    @Override
    public void close() {
        closing.countDown();
        running().close();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
