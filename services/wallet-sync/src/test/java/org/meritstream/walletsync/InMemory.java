package org.meritstream.walletsync;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;

/** The service without servers: an emulator of MongoDB in this process, and a log in memory. */
public final class InMemory implements QuarkusTestResourceLifecycleManager {
    private static final int KEY_BYTES = 32;

    private final MongoServer mongo = new MongoServer(new MemoryBackend());

    @Override
    public Map<String, String> start() {
        return Map.of(
                "quarkus.mongodb.connection-string",
                "mongodb://127.0.0.1:" + mongo.bind().getPort(),
                "mp.messaging.outgoing.log.connector",
                "smallrye-in-memory",
                "meritstream.log.enabled",
                "false",
                "meritstream.public-url",
                "http://localhost:8080",
                "meritstream.id-key-file",
                keyFile().toString(),
                "meritstream.claim.patience",
                "500ms");
    }

    private static Path keyFile() {
        try {
            Path file = Files.createTempFile("meritstream-id", ".key");
            file.toFile().deleteOnExit();
            return Files.writeString(file, Base64.getEncoder().encodeToString(new byte[KEY_BYTES]));
        } catch (IOException e) {
            throw new UncheckedIOException("A temporary file could not be written", e);
        }
    }

    @Override
    public void stop() {
        mongo.shutdownNow();
    }
}
