package org.meritstream.proving;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where the checkout is, whatever folder a test runs in. */
public final class Repository {
    private Repository() {}

    /** The folder that holds {@code mvnw}. */
    public static Path root() {
        @Nullable Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve("mvnw"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("Tests run inside the checkout");
        }
        return folder;
    }
}
