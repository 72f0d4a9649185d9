package org.meritstream.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.meritstream.quickstart.data.DataDirectory;

/** The PostgreSQL of one installation: it can be frozen, and then answers nobody, or be gone. */
final class Postgres implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final DataDirectory data;
    private @Nullable Process own;

    Postgres(DataDirectory data) {
        this.data = data;
    }

    /** The postmaster and whatever it started that is still there. */
    Stream<ProcessHandle> processes() {
        ProcessHandle postmaster = postmaster();
        return Stream.concat(Stream.of(postmaster), postmaster.children());
    }

    void freeze() throws IOException, InterruptedException {
        ProcessHandle postmaster = postmaster();
        // The postmaster first, so that it begins no other process meanwhile.
        signal("STOP", List.of(postmaster));
        signal("STOP", postmaster.children().toList());
    }

    void thaw() throws IOException, InterruptedException {
        signal("CONT", processes().toList());
    }

    /**
     * SIGKILL to all of its processes, as when its machine is lost.
     *
     * @return how it was running, for {@link #start}
     */
    Running kill() throws IOException, InterruptedException {
        Running running = Running.of(postmaster().pid());
        signal("KILL", processes().toList());
        return running;
    }

    /** Starts it again, as whoever watches over it would, until it takes connections; nobody else does, for the embedded servers still run. */
    void start(Running running) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Process process = begin(running);
        while (!listens(running)) {
            if (System.nanoTime() > end) {
                throw new IOException("PostgreSQL did not start again; the last it said: " + lastWords());
            }
            if (!process.isAlive()) {
                process = begin(running);
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        own = process;
    }

    private Process begin(Running running) throws IOException {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            // It refuses to run as root, which it is not in a user namespace of its own.
            command.addAll(List.of("unshare", "--user"));
        }
        command.addAll(running.command());
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.environment().clear();
        builder.environment().putAll(running.environment());
        return builder.start();
    }

    private static boolean listens(Running running) {
        int port = Integer.parseInt(running.command().get(running.command().indexOf("-p") + 1));
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private String lastWords() throws IOException {
        List<String> lines = Files.readAllLines(log());
        return String.join(" / ", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
    }

    private Path log() {
        return data.servers().resolve("postgres/postgres.log");
    }

    private ProcessHandle postmaster() {
        String place = data.servers().resolve("postgres").toString();
        Optional<ProcessHandle> found = ProcessHandle.allProcesses()
                .filter(process -> process.info().command().orElse("").startsWith(place))
                .filter(process -> process.children().findAny().isPresent())
                .findFirst();
        return found.orElseThrow(() -> new IllegalStateException("No PostgreSQL runs in " + place));
    }

    private static void signal(String signal, List<ProcessHandle> processes) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kill", "-" + signal));
        processes.forEach(process -> command.add(Long.toString(process.pid())));
        new ProcessBuilder(command).start().waitFor();
    }

    /** Ends what was started here; the rest ends with the product. */
    @Override
    public void close() throws InterruptedException {
        if (own != null) {
            own.destroy();
            own.waitFor();
        }
    }
}
