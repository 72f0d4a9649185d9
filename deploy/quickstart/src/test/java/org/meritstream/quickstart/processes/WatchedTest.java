package org.meritstream.quickstart.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class WatchedTest {
    @TempDir
    Path directory;

    @Test
    void handsOnTheExitCodeAndTheOutput() throws Exception {
        Watched child = Watched.start(plan("echo $GREETING; exit 7"));

        assertThat(child.await()).isEqualTo(7);
        assertThat(directory.resolve("log")).hasContent("hello");
    }

    @Test
    void stopsAChildThatWouldRunForEver() throws Exception {
        Watched child = Watched.start(plan("exec sleep 1000"));
        ProcessHandle process = started();

        child.stop();

        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void killsAChildThatDoesNotListen() throws Exception {
        Watched child = Watched.start(plan("trap '' TERM; while :; do sleep 0.1; done"));
        ProcessHandle process = started();

        child.stop();

        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void endsTheChildWhenItsParentIsKilled() throws Exception {
        Process parent = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        WatchedTest.class.getName(),
                        directory.toString())
                .inheritIO()
                .start();
        ProcessHandle child = started();

        parent.destroyForcibly();

        child.onExit().get(60, TimeUnit.SECONDS);
        assertThat(child.isAlive()).isFalse();
    }

    /** The parent of {@link #endsTheChildWhenItsParentIsKilled}. */
    public static void main(String[] arguments) throws Exception {
        Watched.start(plan(Path.of(arguments[0]), "exec sleep 1000")).await();
    }

    private Watched.Plan plan(String script) {
        return plan(directory, script);
    }

    private static Watched.Plan plan(Path directory, String script) {
        return new Watched.Plan(
                List.of("sh", "-c", script),
                Map.of("GREETING", "hello"),
                directory.resolve("pid"),
                directory.resolve("log"),
                "TERM",
                Duration.ofSeconds(1));
    }

    private ProcessHandle started() throws Exception {
        while (Watched.pidIn(directory.resolve("pid")).isEmpty()) {
            Thread.onSpinWait();
        }
        assertThat(Files.readString(directory.resolve("pid"))).isNotBlank();
        return ProcessHandle.of(Watched.pidIn(directory.resolve("pid")).getAsLong())
                .orElseThrow();
    }
}
