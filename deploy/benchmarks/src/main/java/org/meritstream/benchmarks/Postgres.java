package org.meritstream.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.meritstream.quickstart.data.DataDirectory;

/** The PostgreSQL processes of one installation, which can be frozen: it then answers nobody, as if it were stopped or cut off. */
final class Postgres {
    private final ProcessHandle postmaster;

    private Postgres(ProcessHandle postmaster) {
        this.postmaster = postmaster;
    }

    static Postgres of(DataDirectory data) {
        String place = data.servers().resolve("postgres").toString();
        Optional<ProcessHandle> found = ProcessHandle.allProcesses()
                .filter(process -> process.info().command().orElse("").startsWith(place))
                .filter(process -> process.info().arguments().isPresent())
                .filter(process -> process.children().findAny().isPresent())
                .findFirst();
        return new Postgres(found.orElseThrow(() -> new IllegalStateException("No PostgreSQL runs in " + place)));
    }

    /** The postmaster and whatever it started that is still there. */
    Stream<ProcessHandle> processes() {
        return Stream.concat(Stream.of(postmaster), postmaster.children());
    }

    void freeze() throws IOException, InterruptedException {
        signal("STOP");
    }

    void thaw() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String signal) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kill", "-" + signal, Long.toString(postmaster.pid())));
        postmaster.children().forEach(child -> command.add(Long.toString(child.pid())));
        new ProcessBuilder(command).start().waitFor();
    }
}
