package org.meritstream.benchmarks;

import java.io.IOException;
import java.nio.file.Files;

/** A second replica of a running service: the same command and environment, another name and other ports. */
final class Replica implements AutoCloseable {
    private final Process process;
    private final int managementPort;

    private Replica(Process process, int managementPort) {
        this.process = process;
        this.managementPort = managementPort;
    }

    /** Starts it on two ports, the second for its management. */
    static Replica of(Product product, String service, int port) throws IOException {
        Running first = Running.of(
                product.pid(service).orElseThrow(() -> new IllegalStateException(service + " does not run")));
        ProcessBuilder builder = new ProcessBuilder(first.command())
                .redirectErrorStream(true)
                .redirectOutput(Files.createTempFile("replica", ".log").toFile());
        builder.environment().clear();
        builder.environment().putAll(first.environment());
        builder.environment().put("MERITSTREAM_REPLICA", service + "-1");
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        builder.environment().put("QUARKUS_MANAGEMENT_PORT", Integer.toString(port + 1));
        return new Replica(builder.start(), port + 1);
    }

    /** The time of the processors that it has taken so far, in seconds. */
    double cpuSeconds() {
        return Cpu.of(process.toHandle());
    }

    int managementPort() {
        return managementPort;
    }

    /** SIGKILL. */
    @Override
    public void close() {
        process.destroyForcibly();
    }
}
