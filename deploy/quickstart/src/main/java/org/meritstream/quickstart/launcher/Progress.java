package org.meritstream.quickstart.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;

/**
 * What the launcher tells whoever started it, one fact a line in a file: {@code starting NAME}, {@code ready NAME MILLISECONDS},
 * {@code died NAME CODE}, {@code training NAME}, {@code up}, {@code failed}, then the sentences for the user.
 */
final class Progress {
    /** Before each line that says why it failed. */
    static final String REASON = "| ";

    private final Path file;

    Progress(Path file) {
        this.file = file;
    }

    /** Begins anew. */
    void clear() throws IOException {
        Files.writeString(file, "");
    }

    /** Adds a line, and the same to the launcher's own log. */
    synchronized void say(String line) {
        System.err.println(Instant.now() + " " + line);
        try {
            Files.writeString(
                    file, line + "\n", StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException full) {
            System.err.println("progress cannot be written: " + full.getMessage());
        }
    }

    /** All whole lines so far. */
    List<String> lines() {
        try {
            String text = Files.readString(file);
            return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        } catch (IOException notYet) {
            return List.of();
        }
    }
}
