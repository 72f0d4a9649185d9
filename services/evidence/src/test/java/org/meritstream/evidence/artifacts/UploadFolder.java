package org.meritstream.evidence.artifacts;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A folder for the uploads of a test run. */
public final class UploadFolder implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        try {
            Path folder = Files.createTempDirectory("meritstream-artifacts");
            return Map.of(
                    "meritstream.evidence.artifacts.folder",
                    folder.toString(),
                    "meritstream.evidence.artifacts.per-learner",
                    "120M");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        // The temporary folder goes with the machine.
    }
}
