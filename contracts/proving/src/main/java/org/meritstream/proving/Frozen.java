package org.meritstream.proving;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A server that keeps its connections and answers nobody, until this is closed. */
@FunctionalInterface
public interface Frozen extends AutoCloseable {

    @Override
    void close();

    /** Freezes processes. They are looked up twice, because one may have begun another meanwhile. */
    static Frozen processes(Supplier<Stream<ProcessHandle>> processes) {
        signal("STOP", processes.get());
        signal("STOP", processes.get());
        return () -> signal("CONT", processes.get());
    }

    private static void signal(String signal, Stream<ProcessHandle> processes) {
        List<String> command = new ArrayList<>(List.of("kill", "-" + signal));
        processes.forEach(process -> command.add(Long.toString(process.pid())));
        try {
            new ProcessBuilder(command).start().waitFor();
        } catch (IOException e) {
            throw new IllegalStateException("Signals can not be sent here", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
