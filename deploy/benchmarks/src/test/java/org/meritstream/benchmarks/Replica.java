package org.meritstream.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A second replica of a running service: the same command and environment, another name and other ports. */
final class Replica implements AutoCloseable {
    private final Process process;

    private Replica(Process process) {
        this.process = process;
    }

    static Replica of(Product product, String service, int port) throws IOException {
        long pid = product.pid(service).orElseThrow(() -> new IllegalStateException(service + " does not run"));
        List<String> command = zeroTerminated(Path.of("/proc/" + pid + "/cmdline"));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Files.createTempFile("replica", ".log").toFile());
        Map<String, String> environment = builder.environment();
        environment.clear();
        for (String variable : zeroTerminated(Path.of("/proc/" + pid + "/environ"))) {
            int equals = variable.indexOf('=');
            environment.put(variable.substring(0, equals), variable.substring(equals + 1));
        }
        environment.put("MERITSTREAM_REPLICA", service + "-1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(port + 1));
        return new Replica(builder.start());
    }

    /** SIGKILL. */
    @Override
    public void close() {
        process.destroyForcibly();
    }

    private static List<String> zeroTerminated(Path file) throws IOException {
        return Arrays.stream(Files.readString(file).split("\0", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
