package org.meritstream.walletsync;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** The service without servers: an emulator of MongoDB in this process, and a log in memory. */
public final class InMemory implements QuarkusTestResourceLifecycleManager {
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
                "http://localhost:8080");
    }

    @Override
    public void stop() {
        mongo.shutdownNow();
    }
}
