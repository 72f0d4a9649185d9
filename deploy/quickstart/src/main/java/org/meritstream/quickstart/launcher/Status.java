package org.meritstream.quickstart.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.meritstream.quickstart.data.DataDirectory;
import org.meritstream.quickstart.data.DiskSpace;
import org.meritstream.quickstart.processes.Watched;

/** A table of the processes: whether each is ready, how long its last start took, and the memory it holds. */
public final class Status {
    private static final String ROW = "%-12s %-10s %8s %10s %9s%n";
    private static final int KIB_PER_MB = 1000;
    private static final double MILLISECONDS = 1000.0;

    private final Installation installation;
    private final List<String> progress;

    public Status(Installation installation) {
        this.installation = installation;
        this.progress = new Progress(installation.data().progress()).lines();
    }

    /** Prints it; whether everything is ready. */
    public boolean print(PrintStream out) throws IOException {
        if (!Up.running(installation.data())) {
            out.println("Meritstream is not running with " + installation.data().root() + ".");
            return false;
        }
        out.println("Meritstream at " + installation.address().url() + ", data in "
                + installation.data().root());
        out.printf(ROW, "process", "state", "pid", "ready in", "resident");
        boolean ready = row(out, "launcher", true);
        ready &= row(out, Children.SERVERS, progress.contains("up"));
        ready &= row(out, "postgres", true);
        for (Service service : Service.values()) {
            int port = installation.address().managementPort(service.number());
            ready &= row(out, service.toString(), new HttpReadiness(port).ready());
        }
        DiskSpace.shortage(installation.data().root()).ifPresent(out::println);
        return ready;
    }

    private boolean row(PrintStream out, String name, boolean answers) {
        DataDirectory data = installation.data();
        Path pidFile = name.equals("postgres") ? data.servers().resolve("postgres/postgres.pid") : data.pidFile(name);
        OptionalLong pid = Watched.pidIn(pidFile);
        boolean alive = pid.isPresent()
                && ProcessHandle.of(pid.getAsLong()).map(ProcessHandle::isAlive).orElse(false);
        String state = !alive ? "down" : answers ? "ready" : "not ready";
        String number = alive ? Long.toString(pid.getAsLong()) : "-";
        out.printf(ROW, name, state, number, startTime(name), alive ? memory(pid.getAsLong()) : "-");
        return alive && answers;
    }

    private String startTime(String name) {
        return progress.reversed().stream()
                .filter(line -> line.startsWith("ready " + name + " "))
                .findFirst()
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .map(time -> "%.1f s".formatted(Long.parseLong(time) / MILLISECONDS))
                .orElse("-");
    }

    /** Resident memory from {@code /proc}, kB as the kernel counts it (KiB); unknown elsewhere. */
    private static String memory(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .findFirst()
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024 / KIB_PER_MB / KIB_PER_MB + " MB")
                    .orElse("-");
        } catch (IOException unknown) {
            return "-";
        }
    }
}
