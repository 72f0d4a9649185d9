package org.meritstream.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.meritstream.quickstart.data.DataDirectory;

/** The PostgreSQL of one installation: it can be frozen, and then answers nobody, or be gone. */
final class Postgres {
    private final DataDirectory data;

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

    /** SIGKILL to the postmaster alone, as the kernel does that is out of memory; the embedded servers start it again. */
    void kill() throws IOException, InterruptedException {
        signal("KILL", List.of(postmaster()));
    }

    /** As when its machine is lost: SIGKILL to all of its processes, and it can not be started again before {@link #comeBack}. */
    void loseMachine() throws IOException, InterruptedException {
        List<ProcessHandle> all = processes().toList();
        Files.move(configuration(), away());
        signal("KILL", all);
    }

    /** What it needs to start is there again; it is started by the embedded servers, which try on. */
    void comeBack() throws IOException {
        Files.move(away(), configuration());
    }

    private Path configuration() {
        return data.servers().resolve("postgres/data/postgresql.conf");
    }

    private Path away() {
        return configuration().resolveSibling("postgresql.conf.away");
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
}
