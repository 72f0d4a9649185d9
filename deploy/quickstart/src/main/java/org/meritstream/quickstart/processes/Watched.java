package org.meritstream.quickstart.processes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * A running child process that ends when this JVM ends, even by SIGKILL: a small shell around it watches a pipe for end of file.
 * Starting it is the only way to get one.
 */
public final class Watched {
    private static final String SCRIPT = script();

    private final Plan plan;
    private final Process shell;

    private Watched(Plan plan, Process shell) {
        this.plan = plan;
        this.shell = shell;
    }

    /**
     * What to run.
     *
     * @param pidFile written with the process id of the command itself, not of the shell around it
     * @param log both outputs are appended here
     * @param signal what asks the command to stop: {@code TERM} for a JVM, {@code INT} for PostgreSQL's fast shutdown
     * @param grace how long it may take before SIGKILL, in whole seconds
     */
    public record Plan(
            List<String> command,
            Map<String, String> environment,
            Path pidFile,
            Path log,
            String signal,
            Duration grace) {}

    /** Starts the command. */
    public static Watched start(Plan plan) throws IOException {
        Files.deleteIfExists(plan.pidFile());
        List<String> line = new ArrayList<>(List.of(
                "sh",
                "-c",
                SCRIPT,
                "watched",
                plan.pidFile().toString(),
                plan.signal(),
                Long.toString(plan.grace().toSeconds())));
        line.addAll(plan.command());
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(plan.log().toFile()));
        builder.environment().putAll(plan.environment());
        return new Watched(plan, builder.start());
    }

    /** The process id of the command, once the shell has started it. */
    public OptionalLong pid() {
        return pidIn(plan.pidFile());
    }

    /** The process id that a pid file names; empty when there is no such file or it is not written yet. */
    public static OptionalLong pidIn(Path file) {
        try {
            Optional<String> first =
                    Files.exists(file) ? Files.readAllLines(file).stream().findFirst() : Optional.empty();
            return first.filter(line -> line.matches("\\d+"))
                    .map(line -> OptionalLong.of(Long.parseLong(line)))
                    .orElse(OptionalLong.empty());
        } catch (IOException gone) {
            return OptionalLong.empty();
        }
    }

    public boolean alive() {
        return shell.isAlive();
    }

    /** Waits for the command to end; its exit code, 128 + n when signal n ended it. */
    public int await() throws InterruptedException {
        int code = shell.waitFor();
        releasePipe();
        return code;
    }

    /** Asks the command to stop and waits; it has ended when this returns. */
    public void stop() {
        releasePipe();
        try {
            if (!shell.waitFor(plan.grace().toSeconds() + 5, TimeUnit.SECONDS)) {
                shell.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void releasePipe() {
        try {
            shell.getOutputStream().close();
        } catch (IOException alreadyClosed) {
            // The shell is gone: nobody reads the pipe, and nothing is left to tell it.
        }
    }

    private static String script() {
        try (InputStream in = Watched.class.getResourceAsStream("watched.sh")) {
            if (in == null) {
                throw new IllegalStateException("watched.sh is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
