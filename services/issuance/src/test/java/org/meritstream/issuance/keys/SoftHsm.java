package org.meritstream.issuance.keys;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Tokens of SoftHSM, made for the run in the folder that the build names to it; each test class has one of its own. */
public final class SoftHsm {
    public static final String NOT_RUN = "NOT RUN: keys in a token, for want of SoftHSM (Debian's package softhsm2)";

    private static final String PIN = "5678-of-a-test";
    private static final List<Path> MODULES = Stream.of(
                    "/usr/lib/softhsm/libsofthsm2.so",
                    "/usr/lib64/softhsm/libsofthsm2.so",
                    "/usr/local/lib/softhsm/libsofthsm2.so",
                    "/opt/homebrew/lib/softhsm/libsofthsm2.so")
            .map(Path::of)
            .toList();

    private final String label;
    private final Path pinFile;

    private SoftHsm(String label, Path pinFile) {
        this.label = label;
        this.pinFile = pinFile;
    }

    /** Whether it is installed. */
    public static boolean installed() {
        return MODULES.stream().anyMatch(Files::exists);
    }

    /** A new token; where SoftHSM is not installed the test ends here and says so. */
    public static SoftHsm token() {
        assumeTrue(installed(), NOT_RUN);
        try {
            String label = "meritstream-" + UUID.randomUUID().toString().substring(0, 8);
            Path configuration = configured();
            run("softhsm2-util", "--init-token", "--free", "--label", label, "--so-pin", "of-an-officer", "--pin", PIN);
            Path pinFile = configuration.resolveSibling(label + ".pin");
            Files.writeString(pinFile, PIN + "\n");
            return new SoftHsm(label, pinFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the environment variable of the build names it: the library reads it from there. */
    private static Path configured() throws IOException {
        Path configuration = Path.of(Optional.ofNullable(System.getenv("SOFTHSM2_CONF"))
                        .orElseThrow(() -> new IllegalStateException("The build sets SOFTHSM2_CONF")))
                .toAbsolutePath();
        Path tokens = tokensBeside(configuration);
        Files.createDirectories(tokens);
        Files.writeString(
                configuration,
                "directories.tokendir = " + tokens + "\nobjectstore.backend = file\nlog.level = ERROR\n");
        return configuration;
    }

    private static Path tokensBeside(Path file) {
        return file.toAbsolutePath().resolveSibling("tokens");
    }

    private static void run(String... command) throws IOException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command[0] + " failed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public Path module() {
        return MODULES.stream().filter(Files::exists).findFirst().orElseThrow();
    }

    public String label() {
        return label;
    }

    public Path pinFile() {
        return pinFile;
    }

    /** Takes every token away, as a cable that is pulled, until this is closed. */
    public Away away() {
        return awayFrom(pinFile);
    }

    /** The same where only the file with its PIN is known. */
    public static Away awayFrom(Path pinFile) {
        Path tokens = tokensBeside(pinFile);
        Path elsewhere = tokens.resolveSibling("elsewhere");
        move(tokens, elsewhere);
        create(tokens);
        return () -> {
            delete(tokens);
            move(elsewhere, tokens);
        };
    }

    /** Until it is back. */
    public interface Away extends AutoCloseable {
        @Override
        void close();
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void create(Path folder) {
        try {
            Files.createDirectory(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try {
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
