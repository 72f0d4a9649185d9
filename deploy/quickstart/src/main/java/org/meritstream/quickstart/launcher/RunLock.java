package org.meritstream.quickstart.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.meritstream.quickstart.data.DataDirectory;
import org.meritstream.quickstart.data.PrivateFiles;

/**
 * The right to run with a data directory. The system takes the lock away when its holder dies, however it dies, so nothing is left
 * to clear up; beside it stands the holder's process id with its start time, because process ids are used again.
 */
final class RunLock {
    private static final String NAME = "launcher";

    /** Whoever only looks ({@link #holder}) has the lock for a moment; a launcher keeps it. */
    private static final Duration LOOKING = Duration.ofSeconds(1);

    private static final Duration AGAIN = Duration.ofMillis(20);

    private final FileLock lock;

    private RunLock(FileLock lock) {
        this.lock = lock;
    }

    /** Takes the lock for this process; empty when another launcher has it. */
    static Optional<RunLock> take(DataDirectory data) throws IOException, InterruptedException {
        FileChannel channel = FileChannel.open(file(data), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        long end = System.nanoTime() + LOOKING.toNanos();
        while (lock == null && System.nanoTime() < end) {
            Thread.sleep(AGAIN);
            lock = channel.tryLock();
        }
        if (lock == null) {
            channel.close();
            return Optional.empty();
        }
        ProcessHandle self = ProcessHandle.current();
        PrivateFiles.write(data.pidFile(NAME), self.pid() + "\n" + started(self) + "\n");
        return Optional.of(new RunLock(lock));
    }

    /**
     * The launcher that runs with this data directory. A process that was killed is still listed as alive until its parent has asked how
     * it ended, which in a container can take seconds; its lock is gone by then.
     */
    static Optional<ProcessHandle> holder(DataDirectory data) throws IOException {
        if (!Files.exists(data.pidFile(NAME)) || unlocked(data)) {
            return Optional.empty();
        }
        String[] lines = Files.readString(data.pidFile(NAME)).split("\n", -1);
        return ProcessHandle.of(Long.parseLong(lines[0]))
                .filter(ProcessHandle::isAlive)
                .filter(process -> started(process).equals(lines[1]));
    }

    /** Keeps the lock, and this thread, until the process ends. */
    void holdForEver() throws InterruptedException {
        if (lock.isValid()) {
            new CountDownLatch(1).await();
        }
    }

    private static boolean unlocked(DataDirectory data) throws IOException {
        try (FileChannel channel = FileChannel.open(file(data), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock != null;
        }
    }

    private static Path file(DataDirectory data) {
        return data.run().resolve("lock");
    }

    private static String started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("unknown");
    }
}
