package org.meritstream.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.meritstream.quickstart.client.Api;
import org.meritstream.quickstart.client.Staff;
import org.meritstream.quickstart.data.DataDirectory;
import org.meritstream.quickstart.data.PublicAddress;
import org.meritstream.quickstart.processes.Watched;

/** The whole product as {@code deploy/quickstart.sh} runs it, in a data directory of its own. */
final class Product implements AutoCloseable {
    /** The services' names, as their pid files carry them. */
    static final List<String> SERVICES = List.of("assessment", "evidence", "issuance", "wallet-sync");

    private static final long KILOBYTES = 1024;
    /** 128 and the number of the signal. */
    private static final int ENDED_BY_KILL = 137;

    private final Path script;
    private final DataDirectory data;
    private final PublicAddress address;

    private Product(Path script, DataDirectory data, PublicAddress address) {
        this.script = script;
        this.data = data;
        this.address = address;
    }

    /** Brings the product up, seeded. */
    static Product up(Path directory, int port) throws IOException, InterruptedException {
        Product product = new Product(
                repository().resolve("deploy/quickstart.sh"),
                new DataDirectory(directory),
                new PublicAddress(port, false));
        product.run("up", "--port", Integer.toString(port));
        return product;
    }

    DataDirectory data() {
        return data;
    }

    String kafka() {
        return "127.0.0.1:" + address.kafka();
    }

    String url() {
        return address.url();
    }

    /** The management port of a service, by its place in {@link #SERVICES}. */
    int managementPort(int service) {
        return address.managementPort(service);
    }

    /** What staff of a tenant may do. */
    Api staff(String tenant) throws IOException {
        return Staff.of(data, address).of(tenant);
    }

    /** The process of a service, or of {@code servers}, if it runs. */
    OptionalLong pid(String name) {
        return Watched.pidIn(data.pidFile(name));
    }

    /** How much memory a service takes, of all kinds, in megabytes; where the system tells. */
    OptionalLong residentMegabytes(String name) {
        OptionalLong pid = pid(name);
        if (pid.isEmpty()) {
            return pid;
        }
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid.getAsLong()), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / KILOBYTES)
                    .findFirst();
        } catch (IOException | UncheckedIOException untold) {
            return OptionalLong.empty();
        }
    }

    /**
     * SIGKILL; the launcher starts it again.
     *
     * @throws IllegalStateException when nobody was killed
     */
    void kill(String name) throws IOException, InterruptedException {
        signal("KILL", name);
    }

    /**
     * Sends a signal to a service or to {@code servers}.
     *
     * @throws IllegalStateException when it did not reach anybody
     */
    void signal(String signal, String name) throws IOException, InterruptedException {
        long pid = pid(name).orElseThrow(() -> new IllegalStateException(name + " does not run"));
        int code = new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
                .start()
                .waitFor();
        if (code != 0) {
            throw new IllegalStateException("SIG" + signal + " did not reach " + name);
        }
    }

    /** How often the launcher saw a service, or {@code servers}, end by SIGKILL since the product is up. */
    long killed(String name) throws IOException {
        String death = "died " + name + " " + ENDED_BY_KILL;
        try (Stream<String> lines = Files.lines(data.progress())) {
            return lines.filter(death::equals).count();
        }
    }

    /** Everything that any of its processes logged. */
    String logged() throws IOException {
        StringBuilder logged = new StringBuilder();
        try (Stream<Path> files = Files.walk(data.root())) {
            for (Path log : files.filter(file -> file.toString().endsWith(".log")
                            && !file.startsWith(data.servers().resolve("kafka")))
                    .toList()) {
                logged.append(Files.readString(log));
            }
        }
        return logged.toString();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        run("down");
    }

    /** Deletes a directory that was measured in; where a measurement failed, it stays to be looked at. */
    static void remove(Path directory) throws IOException {
        try (Stream<Path> places = Files.walk(directory)) {
            for (Path place : places.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(place);
            }
        }
    }

    /** What {@code quickstart.sh status} tells the user. */
    String status() throws IOException, InterruptedException {
        Path said = Files.createTempFile("quickstart", ".log");
        begin(said, "status").waitFor();
        return Files.readString(said);
    }

    private Process begin(Path said, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(Arrays.asList(words));
        command.addAll(List.of("--data", data.root().toString()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
    }

    private void run(String... words) throws IOException, InterruptedException {
        int code = begin(Files.createTempFile("quickstart", ".log"), words).waitFor();
        if (code != 0) {
            throw new IOException("quickstart.sh " + words[0] + " ended with " + code + "; logs are in " + data.logs());
        }
    }

    static Path repository() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = folder.resolve("..").normalize();
        }
        return folder;
    }
}
