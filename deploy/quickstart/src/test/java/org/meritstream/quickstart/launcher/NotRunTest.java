package org.meritstream.quickstart.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code .mvn/not-run.sh}, by which {@code mvnw} says last what was not run, in a checkout of our own with a Maven of our own. */
final class NotRunTest {
    private static final Path REPOSITORY = Path.of("../..");
    private static final Path REPORTS = Path.of("src/test/resources/reports");
    private static final String BUILT = "BUILD SUCCESS\n";

    @TempDir
    Path checkout;

    /** What mvnw said on standard output, and how it ended. */
    private record Ended(int code, String said) {}

    @BeforeEach
    void checksOut() throws IOException {
        Files.createDirectories(checkout.resolve(".mvn"));
        Files.createDirectories(checkout.resolve("deploy/journey"));
        Files.createDirectories(checkout.resolve("usual"));
        Files.copy(REPOSITORY.resolve(".mvn/not-run.sh"), checkout.resolve(".mvn/not-run.sh"));
        Files.writeString(
                checkout.resolve("deploy/journey/tools.sh"),
                Files.readString(REPOSITORY.resolve("deploy/journey/tools.sh"))
                        .replace("/usr/bin/", checkout + "/usual/")
                        .replace("/snap/bin/", checkout + "/usual/"));
        program("mvnw", ". \"$(dirname -- \"$0\")/.mvn/not-run.sh\"\n. \"$(dirname -- \"$0\")/maven\"");
        program("usual/node", "echo 20");
        program("usual/npm", "exit 0");
        program("usual/chromium", "exit 0");
    }

    @Test
    void saysLastWhyTestsSkippedThemselves() throws Exception {
        maven(report("some-skipped.xml"));

        Ended ended = mvnw("verify");

        String lines = """
                  * A test that gives no reason
                  * anything on MongoDB itself
                  * keys in a token, for want of "SoftHSM" & Debian's package softhsm2
                  * the AsyncAPI parser, for want of Node 20 or newer
                  * the long outages: ask for them
                """;
        assertThat(ended).isEqualTo(new Ended(0, BUILT + "\n***** NOT RUN *****\n" + lines));
        assertThat(checkout.resolve("target/not-run.txt")).hasContent(lines.replace("  * ", ""));
    }

    @Test
    void saysNothingWhenNothingWasMissed() throws Exception {
        maven(report("none-skipped.xml"));
        Files.writeString(Files.createDirectories(checkout.resolve("target")).resolve("not-run.txt"), "of another run");

        assertThat(mvnw("-T1", "verify")).isEqualTo(new Ended(0, BUILT));
        assertThat(checkout.resolve("target/not-run.txt")).doesNotExist();
    }

    @Test
    void saysNothingOfWhatARunBeforeSkipped() throws Exception {
        Path old = Files.createDirectories(checkout.resolve("services/evidence/target/surefire-reports"))
                .resolve("TEST-old.xml");
        Files.copy(REPORTS.resolve("some-skipped.xml"), old);
        Files.setLastModifiedTime(old, FileTime.from(Instant.parse("2026-11-01T00:00:00Z")));
        maven("");

        assertThat(mvnw("verify")).isEqualTo(new Ended(0, BUILT));
    }

    @Test
    void saysItOfABuildThatFailedAndEndsAsItDid() throws Exception {
        maven(report("some-skipped.xml") + "code=7\n");

        Ended ended = mvnw("verify");

        assertThat(ended.code).isEqualTo(7);
        assertThat(ended.said).startsWith(BUILT + "\n***** NOT RUN *****\n");
    }

    @Test
    void saysWhatTheJourneyWouldLack() throws Exception {
        Files.delete(checkout.resolve("usual/chromium"));
        program("usual/node", "echo 18");
        maven("");

        assertThat(mvnw("verify").said).isEqualTo(BUILT + """

                ***** NOT RUN *****
                  * the journey, and with it the independent verification (deploy/journey/run.sh), for want of Node 20 or newer with npm
                  * pages in a real browser (deploy/journey/run.sh), for want of Chromium
                """);
        assertThat(mvnw("-Dquick", "package").said).isEqualTo(BUILT);
        assertThat(mvnw("verify", "-pl", "contracts/log").said).isEqualTo(BUILT);
    }

    @Test
    void saysThatTheJourneyWouldLackNpm() throws Exception {
        program("usual/npm", "exit 127");
        maven("");

        assertThat(mvnw("verify").said)
                .contains("(deploy/journey/run.sh), for want of Node 20 or newer with npm\n")
                .doesNotContain("Chromium");
    }

    @Test
    void handsMavenItsWordsAndItsInput() throws Exception {
        maven("printf '%s|' \"$@\"\ncat\n");

        assertThat(mvnw("-Dit.test=A B", "verify").said).isEqualTo("-Dit.test=A B|verify|typed\n" + BUILT);
    }

    @Test
    void stopsMavenWhenItIsStopped() throws Exception {
        maven("trap 'echo stopped; exit 9' TERM\necho begun\nfor n in $(seq 600); do sleep 0.1; done\n");
        Process process = begin("verify");

        assertThat(process.inputReader().readLine()).isEqualTo("begun");
        // A process that is destroyed by itself could not be listened to any more.
        process.toHandle().destroy();

        assertThat(process.inputReader().readLine()).isEqualTo("stopped");
        assertThat(process.waitFor()).isEqualTo(9);
    }

    /** Appears while Maven runs, as reports do. */
    private static String report(String name) {
        return "sleep 0.1\nmkdir -p contracts/events/target/surefire-reports\ncp "
                + REPORTS.resolve(name).toAbsolutePath() + " contracts/events/target/surefire-reports/TEST-it.xml\n";
    }

    private void maven(String does) throws IOException {
        Files.writeString(checkout.resolve("maven"), "code=0\n" + does + "echo BUILD SUCCESS\nexit $code\n");
    }

    private void program(String name, String does) throws IOException {
        Path file = checkout.resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + does + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private Ended mvnw(String... words) throws IOException, InterruptedException {
        Process process = begin(words);
        process.outputWriter().append("typed\n").close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }

    private Process begin(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of("./mvnw"));
        command.addAll(List.of(words));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(checkout.toFile()).redirectError(ProcessBuilder.Redirect.INHERIT);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeAll(List.of("CHROMIUM", "MERITSTREAM_TOLD_BY_ANOTHER"));
        environment.put("PATH", checkout.resolve("usual") + ":" + System.getenv("PATH"));
        return builder.start();
    }
}
