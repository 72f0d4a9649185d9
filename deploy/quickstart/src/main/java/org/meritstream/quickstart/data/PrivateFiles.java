package org.meritstream.quickstart.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files and directories that only their owner may read, from their first moment on. */
public final class PrivateFiles {
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ENTERS =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private PrivateFiles() {}

    /** Makes the directory unless it is there. */
    public static void directory(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory, OWNER_ENTERS);
        }
    }

    /** Writes a text as a whole or not at all: a reader never sees half of it, not even after a crash. */
    public static void write(Path file, String text) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IOException("no directory holds " + file);
        }
        directory(parent);
        Path draft = Files.createTempFile(parent, "draft", ".tmp", OWNER_ONLY);
        Files.writeString(draft, text);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The file's text; when there is no file, the given text, written to it first. */
    public static String once(Path file, Text make) throws IOException {
        if (!Files.exists(file)) {
            write(file, make.text());
        }
        return Files.readString(file);
    }

    /** Makes a text that is kept from then on. */
    @FunctionalInterface
    public interface Text {
        String text() throws IOException;
    }
}
