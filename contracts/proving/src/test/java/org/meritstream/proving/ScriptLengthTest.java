package org.meritstream.proving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No script is longer than a file of Java may be, which Checkstyle sees to. */
class ScriptLengthTest {
    private static final int MOST = 300;
    private static final List<String> ENDINGS = List.of(".mjs", ".js", ".sh");

    @TempDir
    Path folder;

    @Test
    void noneIsTooLong() throws IOException {
        assertThat(tooLong(Repository.root())).isEmpty();
    }

    @Test
    void isToldOfThoseThatAre() throws IOException {
        Files.write(folder.resolve("long.mjs"), Collections.nCopies(MOST + 1, "one();"));
        Files.write(folder.resolve("short.mjs"), Collections.nCopies(MOST, "one();"));

        assertThat(tooLong(folder)).containsExactly("long.mjs has 301 lines");
    }

    @Test
    void looksAtAllOfThem() {
        assertThat(scripts(Repository.root()))
                .contains(
                        Path.of("deploy/journey/journey.test.mjs"),
                        Path.of("deploy/quickstart.sh"),
                        Path.of("contracts/asyncapi/check/check.mjs"));
    }

    private static List<Path> scripts(Path root) {
        return ENDINGS.stream()
                .flatMap(ending -> Sources.below(root, ending).stream())
                .map(root::relativize)
                .toList();
    }

    private static List<String> tooLong(Path root) throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Path script : scripts(root)) {
            try (Stream<String> lines = Files.lines(root.resolve(script))) {
                long count = lines.count();
                if (count > MOST) {
                    tooLong.add(script + " has " + count + " lines");
                }
            }
        }
        return tooLong;
    }
}
