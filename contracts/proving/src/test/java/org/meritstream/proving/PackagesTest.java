package org.meritstream.proving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every package, of tests too, has a {@code package-info.java}: without it NullAway looks away. */
class PackagesTest {
    private static final String SOURCE = ".java";
    private static final List<String> MODULES = List.of("contracts", "services", "deploy");

    @Test
    void everyPackageIsNullMarked() throws IOException {
        Set<Path> packages = packages();

        assertThat(packages).hasSizeGreaterThan(100);
        assertThat(packages).allSatisfy(folder -> {
            Path info = folder.resolve("package-info" + SOURCE);
            assertThat(info).exists();
            assertThat(Files.readString(info)).contains("@NullMarked");
        });
    }

    private static Set<Path> packages() throws IOException {
        Set<Path> packages = new TreeSet<>();
        for (String module : MODULES) {
            try (Stream<Path> files = Files.walk(Repository.root().resolve(module), 16)) {
                files.filter(PackagesTest::isSource)
                        .map(file -> file.resolve("..").normalize())
                        .forEach(packages::add);
            }
        }
        return packages;
    }

    private static boolean isSource(Path file) {
        String path = file.toString();
        return path.endsWith(SOURCE) && (path.contains("/src/main/java/") || path.contains("/src/test/java/"));
    }
}
