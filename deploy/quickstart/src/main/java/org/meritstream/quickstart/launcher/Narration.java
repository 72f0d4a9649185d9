package org.meritstream.quickstart.launcher;

import java.io.PrintStream;
import java.util.Map;

/** The launcher's progress in words. */
final class Narration {
    private static final Map<String, String> NAMES = Map.of(
            "servers", "Kafka, PostgreSQL and the MongoDB emulator",
            "assessment", "assessment",
            "evidence", "evidence",
            "issuance", "issuance",
            "wallet-sync", "wallet-sync");
    private static final double MILLISECONDS = 1000.0;

    private final PrintStream out;

    Narration(PrintStream out) {
        this.out = out;
    }

    void tell(String line) {
        String[] words = line.split(" ", -1);
        String name = words.length > 1 ? NAMES.getOrDefault(words[1], words[1]) : "";
        switch (words[0]) {
            case "running" -> out.println("  everything is running already");
            case "training" -> out.println("  " + name + ": making its start-up archive (once for this build)");
            case "starting" -> out.println("  " + name + ": starting");
            case "ready" -> out.printf("  %s: ready after %.1f s%n", name, Long.parseLong(words[2]) / MILLISECONDS);
            case "died" -> out.println("  " + name + ": ended with code " + words[2]);
            default -> {
                // trained, stopped, up: the next line says as much.
            }
        }
        out.flush();
    }
}
