package org.meritstream.quickstart.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import org.meritstream.quickstart.data.DataDirectory;
import org.meritstream.quickstart.data.PublicAddress;

/**
 * What runs where.
 *
 * @param repository the checkout with the built jars
 */
public record Installation(Path repository, DataDirectory data, PublicAddress address) {

    /** The directory with a service's built jars. */
    Path application(Service service) {
        return repository.resolve("services").resolve(service.toString()).resolve("target/quarkus-app");
    }

    /**
     * Where a start-up archive is, or is to be: beside the jars it belongs to, so that every data directory shares it; with the data
     * where that may not be written.
     */
    Path archive(String name) {
        Path beside = repository.resolve("deploy/quickstart/target/archives");
        boolean usable = Files.exists(beside.resolve(name)) || Files.isWritable(beside.resolveSibling(""));
        return (usable ? beside : data.archives()).resolve(name);
    }
}
