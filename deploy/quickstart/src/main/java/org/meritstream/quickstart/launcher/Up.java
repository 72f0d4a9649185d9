package org.meritstream.quickstart.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.meritstream.quickstart.data.DataDirectory;
import org.meritstream.quickstart.data.PublicAddress;
import org.meritstream.quickstart.processes.Ports;
import org.meritstream.quickstart.processes.Unavailable;
import org.meritstream.quickstart.processes.Watched;

/** Brings the product up in the background and shows how far it is. */
public final class Up {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final long NEEDED_BYTES = 600L << 20;

    private final Installation installation;
    private final Narration narration;

    public Up(Installation installation, PrintStream out) {
        this.installation = installation;
        this.narration = new Narration(out);
    }

    /** Whether the product runs with this data directory. */
    public static boolean running(DataDirectory data) throws IOException {
        return RunLock.holder(data).isPresent();
    }

    /**
     * Returns when everything is ready, at once when it was already.
     *
     * @throws Unavailable with a message for the user when it cannot be brought up; nothing is left running then
     */
    public void bringUp() throws IOException, InterruptedException {
        DataDirectory data = installation.data();
        Progress progress = new Progress(data.progress());
        Optional<ProcessHandle> launcher = RunLock.holder(data);
        if (launcher.isEmpty()) {
            checkBuilt();
            checkSpace();
            waitForLeftovers();
            checkPorts();
            progress.clear();
            launcher = Optional.of(launch());
        }
        if (progress.lines().contains("up") && launcher.get().isAlive()) {
            narration.tell("running");
            return;
        }
        follow(progress, launcher.get());
    }

    private void checkBuilt() {
        for (Service service : Service.values()) {
            if (!Files.exists(installation.application(service))) {
                throw new Unavailable("The service " + service + " is not built; run ./mvnw -Dquick package.");
            }
        }
    }

    private void checkSpace() throws IOException {
        long free = Files.getFileStore(installation.data().root()).getUsableSpace();
        if (free < NEEDED_BYTES) {
            throw new Unavailable("The disk that holds " + installation.data().root() + " has " + (free >> 20)
                    + " MB free and Meritstream needs " + (NEEDED_BYTES >> 20)
                    + ": free some space, or choose another place with --data.");
        }
    }

    /** Children of a launcher that was killed end by themselves; their ports are free only then. */
    private void waitForLeftovers() throws IOException, InterruptedException {
        List<ProcessHandle> leftovers = new ArrayList<>();
        try (var files = Files.newDirectoryStream(installation.data().run(), "*.pid")) {
            for (Path file : files) {
                OptionalLong pid = Watched.pidIn(file);
                if (pid.isPresent()) {
                    ProcessHandle.of(pid.getAsLong()).filter(this::ours).ifPresent(leftovers::add);
                }
            }
        }
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (leftovers.stream().anyMatch(ProcessHandle::isAlive) && System.nanoTime() < end) {
            Thread.sleep(LOOK);
        }
    }

    private boolean ours(ProcessHandle process) {
        String line = process.info().commandLine().orElse("");
        return line.contains(installation.data().root().toString())
                || line.contains(installation.repository().toString());
    }

    private void checkPorts() throws IOException {
        PublicAddress address = installation.address();
        boolean fixed = PublicAddress.of(installation.data()).isPresent();
        for (int port = address.port(); port <= address.port() + PublicAddress.LAST; port++) {
            if (!Ports.free(port)) {
                throw new Unavailable("Port " + port + " is in use by another program. Meritstream takes "
                        + address.port() + " to " + (address.port() + PublicAddress.LAST)
                        + (fixed
                                ? ": stop that program, or choose another --port together with another --data."
                                : ": stop that program, or choose another --port."));
            }
        }
    }

    private ProcessHandle launch() throws IOException {
        DataDirectory data = installation.data();
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            // A session of its own: an interrupt typed into this terminal is not meant for it.
            command.add("setsid");
        }
        command.addAll(JavaCommand.own("-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx96m", Launcher.class));
        PublicAddress address = installation.address();
        command.addAll(List.of(installation.repository().toString(), data.root().toString()));
        command.addAll(List.of(Integer.toString(address.port()), Boolean.toString(address.tls())));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(data.log("launcher").toFile()))
                .redirectInput(Path.of("/dev/null").toFile())
                .start()
                .toHandle();
    }

    private void follow(Progress progress, ProcessHandle launcher) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        int told = 0;
        while (System.nanoTime() < end) {
            boolean alive = launcher.isAlive();
            List<String> lines = progress.lines();
            for (String line : lines.subList(told, lines.size())) {
                if (line.equals("failed")) {
                    throw new Unavailable(reason(progress, launcher));
                }
                narration.tell(line);
                if (line.equals("up")) {
                    return;
                }
            }
            told = lines.size();
            if (!alive) {
                throw new Unavailable("The launcher ended early; its log is "
                        + installation.data().log("launcher") + ".");
            }
            Thread.sleep(LOOK);
        }
        throw new Unavailable("Not everything was ready within " + PATIENCE.toMinutes() + " minutes; see "
                + installation.data().logs() + ", and stop with quickstart.sh down.");
    }

    private static String reason(Progress progress, ProcessHandle launcher) {
        launcher.onExit()
                .orTimeout(1, TimeUnit.MINUTES)
                .handle((ended, late) -> ended)
                .join();
        return progress.lines().stream()
                .filter(line -> line.startsWith(Progress.REASON))
                .map(line -> line.substring(Progress.REASON.length()))
                .collect(Collectors.joining("\n"));
    }
}
