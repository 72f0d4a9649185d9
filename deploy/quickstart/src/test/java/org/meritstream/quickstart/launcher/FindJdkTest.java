package org.meritstream.quickstart.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code .mvn/find-jdk.sh}, by which {@code mvnw} and {@code quickstart.sh} find a JDK, with usual places of our own. */
final class FindJdkTest {
    private static final Path SCRIPT = Path.of("../../.mvn/find-jdk.sh");

    @TempDir
    Path places;

    /** What the script said, and the JAVA_HOME that it chose. */
    private record Found(int code, String said, String javaHome) {}

    @Test
    void saysWhatIsNeededWhenThereIsNone() throws Exception {
        Found found = find(Map.of());

        assertThat(found.code).isEqualTo(1);
        assertThat(found.said).isEqualTo("""
                        Meritstream needs a JDK 21 or newer: no JDK on the PATH, and none was found in the usual places.
                        Install one (any vendor) or set JAVA_HOME to it, then run this again.
                        """);
    }

    @Test
    void saysThatTheOneAtHandIsTooOld() throws Exception {
        Found found = find(Map.of("JAVA_HOME", jdk("mine/jdk-17", "17.0.1").toString()));

        assertThat(found.code).isEqualTo(1);
        assertThat(found.said).contains("JAVA_HOME holds no JDK 21 or newer, and none was found in the usual places");
    }

    @Test
    void takesTheNewestOfTheUsualPlacesAndSaysSo() throws Exception {
        jdk("jdk-17", "17.0.1");
        Path newest = jdk("jdk-25", "25");
        jdk("jdk-21", "21.0.4");

        Found found = find(Map.of());

        assertThat(found)
                .isEqualTo(new Found(0, "Using JDK 25 in " + newest + " (no JDK on the PATH).\n", newest.toString()));
    }

    @Test
    void keepsTheOneAtHandInSilence() throws Exception {
        Path mine = jdk("mine/jdk-21", "21.0.4");
        jdk("jdk-25", "25");

        assertThat(find(Map.of("JAVA_HOME", mine.toString()))).isEqualTo(new Found(0, "", mine.toString()));
    }

    private Path jdk(String name, String version) throws IOException {
        Path home = places.resolve(name);
        program(home.resolve("bin").resolve("javac"), "echo javac " + version);
        return home;
    }

    private static void program(Path file, String command) throws IOException {
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, "#!/bin/sh\n" + command + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private Found find(Map<String, String> environment) throws IOException, InterruptedException {
        String ours = Files.readString(SCRIPT)
                .replaceFirst("(?s)for meritstream_dir in .*?; do", "for meritstream_dir in " + places + "/jdk-*; do");
        Path script = Files.writeString(places.resolve("find-jdk.sh"), ours);
        ProcessBuilder shell = new ProcessBuilder(
                "/bin/sh", "-c", ". " + script + "; meritstream_find_jdk; code=$?; echo \"$JAVA_HOME\"; exit $code");
        Map<String, String> all = new HashMap<>(Map.of("PATH", tools(), "HOME", "/nowhere", "JAVA_HOME", ""));
        all.putAll(environment);
        shell.environment().clear();
        shell.environment().putAll(all);
        Process process = shell.start();
        String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        String javaHome = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return new Found(process.waitFor(), said, javaHome);
    }

    /** A PATH with nothing but what the script itself needs. */
    private String tools() throws IOException {
        Path tools = places.resolve("tools");
        program(tools.resolve("sed"), "PATH='" + System.getenv("PATH") + "' exec sed \"$@\"");
        return tools.toString();
    }
}
