package org.meritstream.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A second replica of a running service: the same command and environment, another name and other ports. */
final class Replica implements AutoCloseable {
    private final Process process;
    private final int managementPort;
    private final Path log;

    private Replica(Process process, int managementPort, Path log) {
        this.process = process;
        this.managementPort = managementPort;
        this.log = log;
    }

    /** Starts it on two ports, the second for its management. */
    static Replica of(Product product, String service, int port) throws IOException {
        return of(product, service, port, Map.of());
    }

    /**
     * As above, with an environment of its own.
     *
     * @param otherwise variables that it has and the first does not, or not so
     */
    static Replica of(Product product, String service, int port, Map<String, String> otherwise) throws IOException {
        Running first = Running.of(
                product.pid(service).orElseThrow(() -> new IllegalStateException(service + " does not run")));
        Path log = Files.createTempFile("replica", ".log");
        ProcessBuilder builder =
                new ProcessBuilder(first.command()).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().clear();
        builder.environment().putAll(first.environment());
        builder.environment().put("MERITSTREAM_REPLICA", service + "-1");
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        builder.environment().put("QUARKUS_MANAGEMENT_PORT", Integer.toString(port + 1));
        builder.environment().putAll(otherwise);
        return new Replica(builder.start(), port + 1, log);
    }

    /** The time of the processors that it has taken so far, in seconds. */
    double cpuSeconds() {
        return Cpu.of(process.toHandle());
    }

    int managementPort() {
        return managementPort;
    }

    /** Whether it ended by itself within this time, and as one that failed. */
    boolean failed(Duration within) throws InterruptedException {
        return process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS) && process.exitValue() != 0;
    }

    /** What it logged. */
    String logged() throws IOException {
        return Files.readString(log);
    }

    /** SIGKILL. */
    @Override
    public void close() {
        process.destroyForcibly();
    }
}
