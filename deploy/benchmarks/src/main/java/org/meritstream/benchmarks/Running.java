package org.meritstream.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How a running process was started, as the kernel tells it, so that it can be started once more. */
record Running(List<String> command, Map<String, String> environment) {

    static Running of(long pid) throws IOException {
        Map<String, String> environment = new HashMap<>();
        for (String variable : zeroTerminated(Path.of("/proc/" + pid + "/environ"))) {
            int equals = variable.indexOf('=');
            environment.put(variable.substring(0, equals), variable.substring(equals + 1));
        }
        return new Running(zeroTerminated(Path.of("/proc/" + pid + "/cmdline")), environment);
    }

    private static List<String> zeroTerminated(Path file) throws IOException {
        return Arrays.stream(Files.readString(file).split("\0", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
