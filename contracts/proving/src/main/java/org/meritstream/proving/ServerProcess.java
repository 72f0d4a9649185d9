package org.meritstream.proving;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The embedded servers of {@code deploy/quickstart} in a process of their own, which a test may kill. */
public final class ServerProcess implements AutoCloseable {
    private static final String MAIN = "org.meritstream.quickstart.servers.Servers";
    private static final int ATTEMPTS = 3;
    /** Last lines of their log that a failure shows. */
    private static final int SHOWN = 20;

    private final Process process;
    private final Map<String, Integer> ports;

    private ServerProcess(Process process, Map<String, Integer> ports) {
        this.process = process;
        this.ports = ports;
    }

    /**
     * Starts servers and waits until they are ready. Between choosing a free port and taking it somebody else may have it, so they are started again
     * where they end before that.
     *
     * @param options as {@code Servers} takes them: {@code --only kafka --data DIR --kafka PORT …}
     */
    public static ServerProcess start(String... options) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-cp",
                classPath(),
                MAIN));
        command.addAll(Arrays.asList(options));
        try {
            Path errors = Files.createTempFile("servers", ".log");
            errors.toFile().deleteOnExit();
            for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
                Process process = new ProcessBuilder(command)
                        .redirectError(errors.toFile())
                        .start();
                Map<String, Integer> ports = announced(process);
                if (ports != null) {
                    return new ServerProcess(process, ports);
                }
            }
            throw new IllegalStateException("The embedded servers ended before they were ready: " + last(errors));
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded servers could not be started", e);
        }
    }

    private static String last(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - SHOWN), lines.size()));
    }

    /** The port of {@code kafka}, {@code postgres} or {@code mongo}. */
    public int port(String server) {
        Integer port = ports.get(server);
        if (port == null) {
            throw new IllegalStateException(server + " was not asked for");
        }
        return port;
    }

    /** SIGKILL: no goodbye, no flush. */
    public void kill() {
        process.destroyForcibly();
        await();
    }

    /** Freezes what runs in this process itself: broker and emulator. */
    Frozen freeze() {
        return Frozen.processes(() -> Stream.of(process.toHandle()));
    }

    /** Freezes PostgreSQL, which runs in processes of its own below this one. */
    Frozen freezePostgres() {
        return Frozen.processes(() -> process.descendants().filter(ServerProcess::isPostgres));
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> command.endsWith("postgres"))
                .orElse(false);
    }

    /** Ends the servers in order: they stop when their standard input ends. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            process.destroy();
        }
        await();
    }

    private void await() {
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Null when they ended before they were ready. */
    private static @Nullable Map<String, Integer> announced(Process process) throws IOException {
        Map<String, Integer> ports = new HashMap<>();
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        @Nullable String line = lines.readLine();
        while (line != null && !line.equals("ready")) {
            String[] words = line.split("[ :]", -1);
            ports.put(words[0], Integer.parseInt(words[words.length - 1]));
            line = lines.readLine();
        }
        return line == null ? null : ports;
    }

    private static String classPath() {
        Path target = Repository.root().resolve("deploy/quickstart/target");
        File[] jars = target.toFile().listFiles((dir, name) -> name.startsWith("quickstart-") && name.endsWith(".jar"));
        if (jars == null || jars.length == 0) {
            throw new IllegalStateException(
                    "deploy/quickstart is not built: ./mvnw -Dquick package -pl deploy/quickstart -am");
        }
        return jars[0] + File.pathSeparator + target.resolve("lib") + File.separator + "*";
    }
}
