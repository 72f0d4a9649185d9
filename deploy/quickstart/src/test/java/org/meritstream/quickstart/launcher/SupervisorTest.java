package org.meritstream.quickstart.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.meritstream.quickstart.processes.Watched;

@Timeout(120)
final class SupervisorTest {
    @TempDir
    Path directory;

    private Progress progress = new Progress(Path.of("unset"));

    @BeforeEach
    void begin() {
        progress = new Progress(directory.resolve("progress"));
    }

    @Test
    void saysWhenAChildIsReady() {
        Supervisor supervisor = new Supervisor(child("touch \"$READY\"; exec sleep 1000"), progress);

        Duration took = supervisor.start().join();

        assertThat(took).isPositive();
        assertThat(progress.lines()).anyMatch(line -> line.startsWith("ready child "));
        supervisor.stop();
    }

    @Test
    void givesUpOnAChildThatWasNeverReady() {
        Supervisor supervisor = new Supervisor(child("echo no configuration; exit 3"), progress);

        assertThatThrownBy(() -> supervisor.start().join())
                .hasCauseInstanceOf(ChildFailed.class)
                .hasMessageContaining("child ended with code 3 before it was ready");
        assertThat(progress.lines()).containsExactly("starting child", "died child 3");
    }

    @Test
    void startsAChildAgainThatDiesLater() throws Exception {
        Supervisor supervisor = new Supervisor(child("touch \"$READY\"; exec sleep 1000"), progress);
        supervisor.start().join();

        ProcessHandle.of(Watched.pidIn(directory.resolve("pid")).getAsLong())
                .orElseThrow()
                .destroyForcibly();

        eventually(lines -> lines.contains("died child 137"));
        eventually(lines -> lines.stream().filter("starting child"::equals).count() == 2);
        supervisor.stop();
    }

    @Test
    void goesOnAfterAStartThatCouldNotEvenBegin() throws Exception {
        Supervisor supervisor = new Supervisor(child("touch \"$READY\"; exec sleep 1000"), progress);
        supervisor.start().join();
        Path log = directory.resolve("log");
        Files.delete(log);
        Files.createDirectory(log);

        ProcessHandle.of(Watched.pidIn(directory.resolve("pid")).getAsLong())
                .orElseThrow()
                .destroyForcibly();
        eventually(lines -> lines.stream().anyMatch(line -> line.startsWith("failed-to-start child ")));
        Files.delete(log);

        eventually(lines ->
                lines.stream().filter(line -> line.startsWith("ready child")).count() == 2);
        supervisor.stop();
    }

    @Test
    void leavesNothingBehindWhenItStops() {
        Supervisor supervisor = new Supervisor(child("touch \"$READY\"; exec sleep 1000"), progress);
        supervisor.start().join();
        ProcessHandle process = ProcessHandle.of(
                        Watched.pidIn(directory.resolve("pid")).getAsLong())
                .orElseThrow();

        supervisor.stop();

        assertThat(process.isAlive()).isFalse();
    }

    private void eventually(Predicate<List<String>> said) {
        while (!said.test(progress.lines())) {
            Thread.onSpinWait();
        }
        assertThat(said.test(progress.lines())).isTrue();
    }

    private Child child(String script) {
        Path ready = directory.resolve("ready");
        Watched.Plan plan = new Watched.Plan(
                List.of("sh", "-c", script),
                Map.of("READY", ready.toString()),
                directory.resolve("pid"),
                directory.resolve("log"),
                "TERM",
                Duration.ofSeconds(2));
        // The shell may write the process id after its command has begun.
        return new Child(
                "child",
                plan,
                () -> Files.exists(ready) && Watched.pidIn(plan.pidFile()).isPresent());
    }
}
