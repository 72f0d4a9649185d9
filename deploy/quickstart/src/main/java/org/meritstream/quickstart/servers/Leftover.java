package org.meritstream.quickstart.servers;

import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.meritstream.quickstart.processes.Watched;

/** A PostgreSQL of an earlier run that still holds the data directory, seen in its {@code postmaster.pid}. */
final class Leftover {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Leftover() {}

    /** Waits for it to end (its watcher saw the launcher die), and ends it if it does not; does nothing when there is none. */
    static void stop(Path directory) throws InterruptedException {
        OptionalLong pid = Watched.pidIn(directory.resolve("postmaster.pid"));
        if (pid.isEmpty()) {
            return;
        }
        ProcessHandle process =
                ProcessHandle.of(pid.getAsLong()).filter(Leftover::isPostgres).orElse(null);
        if (process == null || ended(process, PATIENCE)) {
            return;
        }
        process.destroy();
        if (!ended(process, PATIENCE)) {
            process.destroyForcibly();
            ended(process, PATIENCE);
        }
    }

    /** A process id is used again after a restart of the machine: only a postgres is ours to wait for. */
    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> command.endsWith("postgres"))
                .orElse(false);
    }

    private static boolean ended(ProcessHandle process, Duration time) throws InterruptedException {
        try {
            process.onExit().get(time.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillThere) {
            return false;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
