package org.meritstream.quickstart.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.meritstream.quickstart.processes.Unavailable;

/**
 * Whether there is room for the servers' files. On a full disk PostgreSQL ends, the broker halts its process, and neither starts again; the broker
 * says so by a fault in memory, PostgreSQL by being shut down. So they are not started before there is room again.
 */
public final class DiskSpace {
    /** For a write-ahead log that is replayed, and the broker's indexes, which it makes at their full size. */
    private static final long NEEDED_BYTES = 100L << 20;

    private DiskSpace() {}

    /**
     * Lets nobody start who would fail half-way.
     *
     * @throws Unavailable with a sentence for the user when there is too little
     */
    public static void check(Path directory) throws IOException {
        Optional<String> shortage = shortage(directory);
        if (shortage.isPresent()) {
            throw new Unavailable(shortage.get());
        }
    }

    /** What the user has to know of the disk that holds a directory; empty while there is enough room. */
    public static Optional<String> shortage(Path directory) throws IOException {
        return shortage(directory, Files.getFileStore(directory).getUsableSpace());
    }

    static Optional<String> shortage(Path directory, long free) {
        if (free >= NEEDED_BYTES) {
            return Optional.empty();
        }
        return Optional.of("The disk that holds " + directory + " has " + (free >> 20)
                + " MB free, and Meritstream needs " + (NEEDED_BYTES >> 20)
                + " MB to go on: free some space. Whatever has ended is started again by itself.");
    }
}
