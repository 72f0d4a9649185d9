package org.meritstream.quickstart.servers;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.h2.mvstore.MVStoreException;
import org.meritstream.quickstart.processes.Unavailable;

/**
 * An emulator of MongoDB, not MongoDB: no transactions, no TTL deletion, partial unique indexes enforced as full ones, write
 * concern without meaning. A green run on it is no proof against the real server.
 */
final class MongoEmulator implements AutoCloseable {
    private final MongoServer server;

    private MongoEmulator(MongoServer server) {
        this.server = server;
    }

    /** Starts on disk in the directory, or in memory without one. */
    static MongoEmulator start(Optional<Path> directory, int port) throws IOException {
        MongoServer server = new MongoServer(directory.isPresent() ? onDisk(directory.get()) : new MemoryBackend());
        server.bind("127.0.0.1", port);
        return new MongoEmulator(server);
    }

    private static MongoBackend onDisk(Path directory) throws IOException {
        Files.createDirectories(directory);
        try {
            return WholeBackend.open(directory.resolve("wallets.mv"));
        } catch (MVStoreException held) {
            throw new Unavailable(
                    "The MongoDB emulator cannot open its file in " + directory + ": " + held.getMessage());
        }
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}
