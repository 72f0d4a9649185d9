package org.meritstream.evidence.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Receives files: written to disk and digested as they come, a buffer at a time, whatever their length. What does not arrive whole leaves
 * nothing behind, unless the machine stops; what that leaves is found by its age.
 */
public final class Reception {
    private static final int BUFFER = 64 * 1024;

    private final Path arrivals;
    private final long largest;

    /**
     * @param largest in bytes
     */
    public Reception(Path arrivals, long largest) {
        this.arrivals = arrivals;
        this.largest = largest;
    }

    /**
     * Reads a stream to its end, or until it is too long.
     *
     * @param id names the file while it arrives
     * @param expected {@code sha-256:<hex>} as the sender says, or null where it does not
     * @throws IOException when the sender went away, or the disk is full
     */
    public Arrival receive(InputStream stream, UUID id, @Nullable String expected) throws IOException {
        Files.createDirectories(arrivals);
        Path file = arrivals.resolve(id.toString());
        boolean whole = false;
        try {
            Arrival arrival = write(stream, file, expected);
            whole = arrival instanceof Arrival.Whole;
            return arrival;
        } finally {
            if (!whole) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Removes what a crash left: what was last written to before a time at which nothing was on its way that still is. */
    public int sweep(Instant before) throws IOException {
        int swept = 0;
        if (!Files.isDirectory(arrivals)) {
            return swept;
        }
        try (DirectoryStream<Path> left = Files.newDirectoryStream(arrivals)) {
            for (Path file : left) {
                swept += isOlder(file, before) && Files.deleteIfExists(file) ? 1 : 0;
            }
        }
        return swept;
    }

    private static boolean isOlder(Path file, Instant before) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(before);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private Arrival write(InputStream stream, Path file, @Nullable String expected) throws IOException {
        MessageDigest sha256 = sha256();
        long size = 0;
        byte[] buffer = new byte[BUFFER];
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                size += read;
                if (size > largest) {
                    return new Arrival.TooLarge(largest);
                }
                sha256.update(buffer, 0, read);
                writeAll(out, ByteBuffer.wrap(buffer, 0, read));
            }
            out.force(true);
        }
        if (size == 0) {
            return new Arrival.Empty();
        }
        String digest = "sha-256:" + HexFormat.of().formatHex(sha256.digest());
        return expected == null || expected.equals(digest)
                ? new Arrival.Whole(new Received(file, size, digest, MediaTypes.of(file)))
                : new Arrival.OtherDigest(digest);
    }

    private static void writeAll(FileChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
