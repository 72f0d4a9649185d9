package org.meritstream.quickstart.launcher;

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

    /** Where start-up archives are kept: beside the jars they belong to, or with the data where that may not be written. */
    Path archives() {
        Path beside = repository.resolve("deploy/quickstart/target");
        return beside.toFile().canWrite() ? beside.resolve("archives") : data.archives();
    }
}
