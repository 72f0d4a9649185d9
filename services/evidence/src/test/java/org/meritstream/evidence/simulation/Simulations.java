package org.meritstream.evidence.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.meritstream.proving.Repository;

/** The examples of the contract. */
final class Simulations {
    private Simulations() {}

    static String example(String name) {
        Path file =
                Repository.root().resolve("contracts/examples/simulation.v1").resolve(name + ".json");
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
