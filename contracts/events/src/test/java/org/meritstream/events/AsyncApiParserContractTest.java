package org.meritstream.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The AsyncAPI document read by the parser of the AsyncAPI Initiative, a Node program: needs Node 20 or newer, with npm. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class AsyncApiParserContractTest {
    private static final Path DOCUMENT = Contracts.folder("asyncapi").resolve("meritstream.yaml");
    /** A copy, so that the parser's 169 packages do not lie among the sources. */
    private static final Path CHECK = Contracts.folder("events").resolve("target/asyncapi-check");

    private static final int OLDEST_NODE = 20;
    private static final String MISSING =
            "NOT RUN: the AsyncAPI parser, for want of Node " + OLDEST_NODE + " or newer, with npm";

    record Run(int code, String output) {}

    @BeforeAll
    static void installsTheParser() throws IOException, InterruptedException {
        copy(Contracts.folder("asyncapi").resolve("check"));
        if (!hasNode()) {
            return;
        }
        Path installed = CHECK.resolve("node_modules/.package-lock.json");
        Path wanted = CHECK.resolve("package-lock.json");
        if (!Files.exists(installed)
                || Files.getLastModifiedTime(installed).compareTo(Files.getLastModifiedTime(wanted)) < 0) {
            Run npm = run(List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"));
            assertThat(npm.code()).as(npm.output()).isZero();
        }
    }

    @BeforeEach
    void needsNode() throws InterruptedException {
        assumeTrue(hasNode(), MISSING);
    }

    @Test
    void hasNoComplaint() throws IOException, InterruptedException {
        Run run = check(DOCUMENT);

        assertThat(run.code()).as(run.output()).isZero();
    }

    @Test
    void complainsOfAReferenceToNowhere(@TempDir Path folder) throws IOException, InterruptedException {
        Path broken = folder.resolve("broken.yaml");
        Files.writeString(broken, AsyncApi.text().replace("'#/channels/intake'", "'#/channels/nowhere'"));

        Run run = check(broken);

        assertThat(run.code()).as(run.output()).isEqualTo(1);
        assertThat(run.output()).contains("'#/channels/nowhere' does not exist");
    }

    private static void copy(Path from) throws IOException {
        Files.createDirectories(CHECK);
        for (String name : List.of("package.json", "package-lock.json", "check.mjs")) {
            Path to = CHECK.resolve(name);
            Files.copy(from.resolve(name), to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    private static Run check(Path document) throws IOException, InterruptedException {
        return run(List.of("node", "check.mjs", document.toString()));
    }

    /** Debian packages npm apart from Node. */
    private static boolean hasNode() throws InterruptedException {
        try {
            String version = run(List.of("node", "--version")).output().strip();
            return Integer.parseInt(version.replaceFirst("v(\\d+)\\..*", "$1")) >= OLDEST_NODE
                    && run(List.of("npm", "--version")).code() == 0;
        } catch (IOException | NumberFormatException missing) {
            return false;
        }
    }

    private static Run run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(CHECK.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output);
    }
}
