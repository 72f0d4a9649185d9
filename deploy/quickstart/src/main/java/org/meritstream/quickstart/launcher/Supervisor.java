package org.meritstream.quickstart.launcher;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.meritstream.quickstart.processes.Watched;

/**
 * Keeps one child running on a thread of its own. A child that dies before it was ever ready has failed and is not started again; one
 * that dies later is, at once the first time and then with growing pauses until it is ready again.
 */
final class Supervisor {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
    private static final Duration LOOK = Duration.ofMillis(50);

    private final Child child;
    private final Progress progress;
    private final CompletableFuture<Duration> firstReady = new CompletableFuture<>();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread;
    private @Nullable Watched process;

    Supervisor(Child child, Progress progress) {
        this.child = child;
        this.progress = progress;
        this.thread = new Thread(this::keepRunning, "supervisor-" + child.name());
    }

    /** Starts the child; the future gives the time it took to be ready, or a {@link ChildFailed}. */
    CompletableFuture<Duration> start() {
        thread.start();
        return firstReady;
    }

    /** Stops the child and waits until it has ended. */
    void stop() {
        stopping.countDown();
        synchronized (this) {
            if (process != null) {
                process.stop();
            }
        }
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void keepRunning() {
        Duration pause = Duration.ZERO;
        try {
            while (!stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                boolean wasReady = runOrTell();
                if (!firstReady.isDone() || firstReady.isCompletedExceptionally()) {
                    return;
                }
                pause = wasReady ? FIRST_PAUSE : longer(pause);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** One that can not be started (no space for its pid file, no process to be had) may be the next time, once it was ready before. */
    private boolean runOrTell() throws InterruptedException {
        try {
            return runOnce();
        } catch (IOException cannotStart) {
            firstReady.completeExceptionally(cannotStart);
            progress.say("failed-to-start " + child.name() + " " + cannotStart.getMessage());
            return false;
        }
    }

    /** Starts the child and waits until it has ended; whether it was ready in between. */
    private boolean runOnce() throws IOException, InterruptedException {
        Watched running = begin();
        if (running == null) {
            return false;
        }
        long began = System.nanoTime();
        boolean ready = false;
        while (running.alive() && !ready) {
            ready = child.readiness().ready();
            if (!ready && stopping.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                break;
            }
        }
        if (ready) {
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            progress.say("ready " + child.name() + " " + took.toMillis());
            firstReady.complete(took);
        }
        int code = running.await();
        ended(code);
        return ready;
    }

    private synchronized @Nullable Watched begin() throws IOException {
        if (stopping.getCount() == 0) {
            return null;
        }
        progress.say("starting " + child.name());
        process = Watched.start(child.plan());
        return process;
    }

    private void ended(int code) {
        if (stopping.getCount() == 0) {
            progress.say("stopped " + child.name());
        } else {
            progress.say("died " + child.name() + " " + code);
        }
        firstReady.completeExceptionally(
                new ChildFailed(child.name(), code, child.plan().log()));
    }

    private static Duration longer(Duration pause) {
        Duration doubled = pause.isZero() ? FIRST_PAUSE : pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }
}
