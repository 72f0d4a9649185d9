package org.meritstream.quickstart.servers;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The embedded servers as a child process, the way that everything else uses them. */
final class RunningServers {
    final Process process;
    private final Map<String, Integer> ports = new HashMap<>();
    private final List<String> errors = new ArrayList<>();

    private RunningServers(Process process) {
        this.process = process;
    }

    /** Waits until the process says it is ready, or has ended. */
    static RunningServers start(String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Servers.class.getName()));
        command.addAll(List.of(options));
        RunningServers servers = new RunningServers(new ProcessBuilder(command).start());
        servers.read();
        return servers;
    }

    private void read() throws IOException {
        BufferedReader reader = process.inputReader(StandardCharsets.UTF_8);
        for (String line = reader.readLine(); line != null && !line.equals("ready"); line = reader.readLine()) {
            ports.put(line.substring(0, line.indexOf(' ')), Integer.parseInt(line.substring(line.indexOf(':') + 1)));
        }
        if (ports.isEmpty()) {
            errors.addAll(process.errorReader(StandardCharsets.UTF_8).lines().toList());
        }
    }

    int port(String server) {
        return ports.getOrDefault(server, 0);
    }

    List<String> errors() {
        return errors;
    }

    /** Ends its standard input and waits. */
    int stop() throws IOException, InterruptedException {
        process.getOutputStream().close();
        return process.waitFor();
    }
}
