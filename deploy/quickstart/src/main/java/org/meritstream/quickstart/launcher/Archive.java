package org.meritstream.quickstart.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * A service's start-up archive: what the JVM learnt in one training run. It is good for one build of the JDK and one build of the
 * jars, and its name says which, so an archive that no longer fits is simply not found.
 */
record Archive(Path file) {
    /** From this version on one run makes an AOT cache (JEP 514); before, a dynamic class-data archive. */
    private static final int FIRST_WITH_CACHE = 25;

    private static final int NAME_LENGTH = 16;

    static Archive of(Installation installation, Service service) throws IOException {
        String suffix = cache() ? ".aot" : ".jsa";
        String name = service + "-" + fingerprint(installation.application(service)) + suffix;
        return new Archive(installation.archive(name));
    }

    boolean made() {
        return Files.exists(file);
    }

    /** Options that use the archive; a JVM that finds it unfit starts without it. */
    List<String> use() {
        if (!made()) {
            return List.of("-Xshare:auto");
        }
        List<String> options = new ArrayList<>(List.of("-Xlog:disable", "-Xlog:all=error:stderr"));
        // A JVM refuses a cache together with -Xshare; a cache is optional by itself.
        options.addAll(
                cache() ? List.of("-XX:AOTCache=" + file) : List.of("-XX:SharedArchiveFile=" + file, "-Xshare:auto"));
        return options;
    }

    /** Options of the training run; the draft becomes the archive when the run has ended well. */
    List<String> make(Path draft) {
        return List.of(
                cache() ? "-XX:AOTCacheOutput=" + draft : "-XX:ArchiveClassesAtExit=" + draft,
                "-Xlog:disable",
                "-Xlog:all=error:stderr");
    }

    private static boolean cache() {
        return Runtime.version().feature() >= FIRST_WITH_CACHE;
    }

    private static String fingerprint(Path application) throws IOException {
        StringBuilder text = new StringBuilder(System.getProperty("java.vm.version")).append(application);
        try (Stream<Path> files = Files.walk(application)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                text.append(application.relativize(file))
                        .append(Files.size(file))
                        .append(Files.getLastModifiedTime(file).toMillis());
            }
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, NAME_LENGTH);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
