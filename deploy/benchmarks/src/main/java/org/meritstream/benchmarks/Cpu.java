package org.meritstream.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the processes of a running product have spent of the processors since they began.
 *
 * @param seconds by process: the services, {@code servers} (broker and MongoDB emulator), {@code launcher} (gateway), {@code postgresql}
 *     (all of it) and {@code senders} (this process)
 */
record Cpu(Map<String, Double> seconds) {

    /** As of now. A process that ended and was started again counts from its start. */
    static Cpu of(Product product) {
        Map<String, Double> seconds = new LinkedHashMap<>();
        List<String> processes = new ArrayList<>(Product.SERVICES);
        processes.add("servers");
        processes.add("launcher");
        for (String name : processes) {
            product.pid(name)
                    .ifPresent(pid -> ProcessHandle.of(pid).ifPresent(process -> seconds.put(name, of(process))));
        }
        Postgres postgres = new Postgres(product.data());
        seconds.put("postgresql", postgres.processes().mapToDouble(Cpu::of).sum());
        seconds.put("senders", of(ProcessHandle.current()));
        return new Cpu(seconds);
    }

    /** What one process has spent, in seconds; 0 where the system does not tell. */
    static double of(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1000.0;
    }

    /** All of them together. */
    double sum() {
        return seconds.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** What one of so many took, together and by process, in microseconds. */
    String told(int all) {
        StringBuilder told = new StringBuilder(String.format("%.0f µs", 1e6 * sum() / all));
        String before = ": ";
        for (Map.Entry<String, Double> process : seconds.entrySet()) {
            told.append(before).append(String.format("%s %.0f", process.getKey(), 1e6 * process.getValue() / all));
            before = ", ";
        }
        return told.toString();
    }

    /** What was spent since an earlier moment. */
    Cpu since(Cpu before) {
        Map<String, Double> spent = new LinkedHashMap<>();
        seconds.forEach((name, total) -> spent.put(name, total - before.seconds.getOrDefault(name, 0.0)));
        return new Cpu(spent);
    }
}
