package org.meritstream.evidence.storage;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Files in a folder: of this machine, or of a volume that all replicas mount. */
public final class FolderStorage implements Storage {
    /** No tenant begins with a point, so it is in nobody's way; on the same file system, so that a move is atomic. */
    private static final String ARRIVALS = ".arrivals";

    private static final int TRIES = 3;

    private final Path folder;

    public FolderStorage(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    @Override
    public Path arrivals() {
        return folder.resolve(ARRIVALS);
    }

    @Override
    public void keep(Place place, Received received) throws IOException {
        Path file = at(place);
        for (int left = TRIES; !moved(received.file(), file); left--) {
            if (left == 1) {
                throw new NoSuchFileException(received.file().toString());
            }
        }
    }

    @Override
    public @Nullable InputStream open(Place place, Slice slice) throws IOException {
        FileChannel channel;
        try {
            channel = FileChannel.open(at(place), StandardOpenOption.READ);
        } catch (NoSuchFileException e) {
            return null;
        }
        channel.position(slice.first());
        return new BufferedInputStream(new Limited(Channels.newInputStream(channel), slice.length()));
    }

    @Override
    public void remove(Place place) throws IOException {
        Path file = at(place);
        Files.deleteIfExists(file);
        removeEmpty(parent(file));
    }

    /** Whether it is there now; it may not be when its folder was removed with another file that was the last in it. */
    private static boolean moved(Path from, Path to) throws IOException {
        Path directory = Files.createDirectories(parent(to));
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
            persist(directory);
            return true;
        } catch (NoSuchFileException e) {
            return Files.exists(to);
        }
    }

    private Path at(Place place) {
        return folder.resolve(place.name());
    }

    private static Path parent(Path file) {
        return Objects.requireNonNull(file.getParent(), "a place is below the folder");
    }

    /** A name is as lasting as the folder it stands in (POSIX.1-2017, fsync). */
    private static void persist(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** A folder is named by a digest, so it goes with its last file. */
    private static void removeEmpty(Path directory) throws IOException {
        try {
            Files.deleteIfExists(directory);
        } catch (DirectoryNotEmptyException kept) {
            // Another file of the same digest is in it.
        }
    }
}
