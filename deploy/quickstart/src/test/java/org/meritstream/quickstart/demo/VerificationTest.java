package org.meritstream.quickstart.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meritstream.quickstart.data.DataDirectory;
import org.meritstream.quickstart.data.PublicAddress;
import org.meritstream.quickstart.demo.Verification.Programs;

/** When the demonstration's credential is verified by software that is not ours, and what is said where it can not be. */
final class VerificationTest {
    private static final String CREDENTIAL = "http://localhost:8080/credentials/c-1";
    private static final String VERIFIES = "case $1 in --version) echo v20.1.0 ;; *) echo \"$2\" >verified ;; esac";
    private static final String INSTALLS = "mkdir -p node_modules && touch node_modules/.package-lock.json";

    private static final String NO_NODE =
            "NOT VERIFIED INDEPENDENTLY: that needs Node.js 20 or newer, and none was found.";

    @TempDir
    Path directory;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private Path journey;

    @BeforeEach
    void layOut() throws IOException {
        journey = Files.createDirectories(directory.resolve("deploy/journey"));
        Files.createFile(journey.resolve("verify.mjs"));
    }

    @Test
    void fetchesTheLibrariesAndVerifies() throws Exception {
        assertThat(verified(program("node", VERIFIES), program("npm", INSTALLS)))
                .isTrue();

        assertThat(journey.resolve("verified")).hasContent(CREDENTIAL);
    }

    @Test
    void saysThatItIsNotVerifiedWhereThereIsNodeWithoutNpm() throws Exception {
        assertThat(verified(program("node", VERIFIES), absent("npm"))).isTrue();

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains(
                        "NOT VERIFIED INDEPENDENTLY: the libraries in deploy/journey could not be installed (npm ci).")
                .contains("on the credential's page: " + CREDENTIAL);
        assertThat(journey.resolve("verified")).doesNotExist();
    }

    @Test
    void needsNoNpmWhereTheLibrariesAreThere() throws Exception {
        Files.createFile(
                Files.createDirectories(journey.resolve("node_modules")).resolve(".package-lock.json"));

        assertThat(verified(program("node", VERIFIES), absent("npm"))).isTrue();

        assertThat(journey.resolve("verified")).hasContent(CREDENTIAL);
    }

    @Test
    void fetchesTheLibrariesAgainAfterAnInterruptedFetch() throws Exception {
        Files.createDirectories(journey.resolve("node_modules/half"));

        assertThat(verified(program("node", VERIFIES), program("npm", INSTALLS)))
                .isTrue();

        assertThat(journey.resolve("node_modules/.package-lock.json")).exists();
    }

    @Test
    void saysThatItIsNotVerifiedWhereNodeIsMissing() throws Exception {
        assertThat(verified(absent("node"), program("npm", INSTALLS))).isTrue();

        assertThat(printed.toString(StandardCharsets.UTF_8)).contains(NO_NODE);
    }

    @Test
    void saysThatItIsNotVerifiedWhereNodeIsOld() throws Exception {
        assertThat(verified(program("node", "echo v18.19.0"), program("npm", INSTALLS)))
                .isTrue();

        assertThat(printed.toString(StandardCharsets.UTF_8)).contains(NO_NODE);
    }

    @Test
    void failsWhereTheVerifierSaysNo() throws Exception {
        String refuses = "case $1 in --version) echo v20.1.0 ;; *) exit 1 ;; esac";

        assertThat(verified(program("node", refuses), program("npm", INSTALLS))).isFalse();
    }

    private boolean verified(String node, String npm) throws IOException, InterruptedException {
        DataDirectory data = new DataDirectory(directory.resolve("data")).create();
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        return new Verification(directory, data, out, new Programs(node, npm))
                .of(CREDENTIAL, new PublicAddress(8080, false));
    }

    private String program(String name, String does) throws IOException {
        Path file = Files.writeString(directory.resolve(name), "#!/bin/sh\n" + does + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file.toString();
    }

    private String absent(String name) {
        return directory.resolve("nowhere").resolve(name).toString();
    }
}
