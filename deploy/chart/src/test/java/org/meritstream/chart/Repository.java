package org.meritstream.chart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of this repository, by their path from its root; tests run in the folder of their module. */
final class Repository {
    private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();

    private Repository() {}

    static Path path(String fromRoot) {
        return ROOT.resolve(fromRoot);
    }

    static String text(String fromRoot) {
        return text(path(fromRoot));
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A file of this module's test data. */
    static Path data(String name) {
        return path("deploy/chart/src/test/resources").resolve(name);
    }
}
