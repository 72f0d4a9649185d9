package org.meritstream.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The processors of the machine since it was started, so that it is told how much of them others had.
 *
 * @param idle seconds of one processor
 */
record Machine(double idle) {
    private static final double TICKS = 100.0;
    private static final int IDLE = 4;

    static Machine now() {
        try {
            String[] all = Files.readAllLines(Path.of("/proc/stat")).get(0).split("\\s+", -1);
            return new Machine(Arrays.stream(all, IDLE, IDLE + 2)
                            .mapToDouble(Double::parseDouble)
                            .sum()
                    / TICKS);
        } catch (IOException untold) {
            return new Machine(Double.NaN);
        }
    }

    Machine since(Machine before) {
        return new Machine(idle - before.idle);
    }

    /** Who had them, in shares. */
    String told(double ours, double seconds) {
        double all = seconds * Runtime.getRuntime().availableProcessors();
        return String.format(
                "%.0f %% ours, %.0f %% idle, %.0f %% others'",
                100 * ours / all, 100 * idle / all, Math.max(0, 100 * (all - ours - idle) / all));
    }
}
