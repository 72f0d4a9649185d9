package org.meritstream.quickstart.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.meritstream.quickstart.data.DataDirectory;
import org.meritstream.quickstart.processes.Watched;

@Timeout(60)
class RunLockTest {
    @TempDir
    private Path directory;

    private DataDirectory data;
    private @Nullable Process parent;

    @BeforeEach
    void dataDirectory() throws IOException {
        data = new DataDirectory(directory);
        Files.createDirectories(data.run());
    }

    @AfterEach
    void endAll() {
        if (parent != null) {
            parent.descendants().forEach(ProcessHandle::destroyForcibly);
            parent.destroyForcibly();
        }
    }

    @Test
    void isHeldBySomebodyElse() throws Exception {
        ProcessHandle launcher = launcher();

        assertThat(RunLock.holder(data)).contains(launcher);
        assertThat(RunLock.take(data)).isEmpty();
    }

    @Test
    void isFreeOnceItsHolderWasKilledThoughNobodyAskedHowItEnded() throws Exception {
        Path state = Path.of("/proc/self/stat");
        assumeTrue(Files.exists(state), "NOT RUN: only Linux shows a process that has ended and was not asked about");
        ProcessHandle launcher = launcher();

        launcher.destroyForcibly();
        Path stat = Path.of("/proc/" + launcher.pid() + "/stat");
        // Its first thread may have ended before the others, and with them its files.
        while (!Files.readString(stat).contains(") Z ") || RunLock.holder(data).isPresent()) {
            TimeUnit.MILLISECONDS.sleep(10);
        }

        assertThat(launcher.isAlive()).as("listed still").isTrue();
    }

    @Test
    void isTakenThoughSomebodyLooks() throws Exception {
        Path lock = data.run().resolve("lock");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock looking = channel.lock()) {
            start();
            while (!Files.exists(directory.resolve("tries"))) {
                TimeUnit.MILLISECONDS.sleep(10);
            }
            TimeUnit.MILLISECONDS.sleep(100);
            assertThat(Watched.pidIn(data.pidFile("launcher"))).isEmpty();
            looking.release();
        }

        assertThat(holder().pid()).isPositive();
    }

    private ProcessHandle launcher() throws Exception {
        start();
        return holder();
    }

    /** A parent that never asks how its child ended, as the first process of many containers. */
    private void start() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String script = "\"$0\" -XX:TieredStopAtLevel=1 -cp \"$1\" \"$2\" \"$3\" & exec sleep 1000";
        parent = new ProcessBuilder(
                        "sh",
                        "-c",
                        script,
                        java,
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        directory.toString())
                .inheritIO()
                .start();
    }

    private ProcessHandle holder() throws Exception {
        while (Watched.pidIn(data.pidFile("launcher")).isEmpty()) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        return ProcessHandle.of(Watched.pidIn(data.pidFile("launcher")).getAsLong())
                .orElseThrow();
    }

    /** A launcher that does nothing but hold the lock. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] arguments) throws IOException, InterruptedException {
            Path directory = Path.of(arguments[0]);
            Files.createFile(directory.resolve("tries"));
            RunLock.take(new DataDirectory(directory)).orElseThrow().holdForEver();
        }
    }
}
