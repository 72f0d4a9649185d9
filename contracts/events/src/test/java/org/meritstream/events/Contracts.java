package org.meritstream.events;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The files of the contract as they lie in the repository. */
final class Contracts {
    private static final Path ROOT = root();

    /** Bodies of requests that have a schema and examples as events have: by name, with their records. */
    static final Map<String, Class<?>> BODIES = Map.of("simulation.v1", Simulation.class);

    private Contracts() {}

    /** One named example of an event's data. */
    @SuppressWarnings("ArrayRecordComponent")
    record Example(EventType type, String name, byte[] json) {
        @Override
        public String toString() {
            return type.schemaName() + "/" + name;
        }
    }

    static Path folder(String name) {
        return ROOT.resolve(name);
    }

    /** The files of a folder by name, in order, hidden ones left out; none when there is no such folder. */
    static List<Path> files(Path folder, String suffix) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(suffix))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Example> validExamples() {
        return examples().filter(example -> !example.name().startsWith("invalid-"));
    }

    static Stream<Example> invalidExamples() {
        return examples().filter(example -> example.name().startsWith("invalid-"));
    }

    static byte[] example(EventType type, String name) {
        return bytes(folder("examples").resolve(type.schemaName()).resolve(name + ".json"));
    }

    private static Stream<Example> examples() {
        return Arrays.stream(EventType.values()).flatMap(Contracts::examples);
    }

    private static Stream<Example> examples(EventType type) {
        Path folder = folder("examples").resolve(type.schemaName());
        return files(folder, ".json").stream().map(file -> new Example(type, nameOf(file), bytes(file)));
    }

    /** A file's name without its suffix. */
    static String nameOf(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.'));
    }

    private static Path root() {
        for (Path dir = Path.of("").toAbsolutePath(); dir != null; dir = dir.getParent()) {
            Path contracts = dir.resolve("contracts");
            if (Files.isDirectory(contracts.resolve("schemas"))) {
                return contracts;
            }
        }
        throw new IllegalStateException("no folder above holds contracts/schemas");
    }
}
