package org.meritstream.proving;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule finds its offender and leaves what is sound alone. */
class HouseRulesTest {
    private static final Path OFFENDERS = Repository.root().resolve("contracts/proving/src/test/resources/offenders");

    @TempDir
    Path compiled;

    @ParameterizedTest
    @CsvSource(textBlock = """
            decision-knows-a-framework, plain Java
            decision-can-be-made,       static and pure
            time-within,                now appears only at the edge
            milliseconds-within,        now appears only at the edge
            chance-within,              ids are arguments or derived
            name-says-nothing,          names say what
            package-says-nothing,       a package is a feature
            service-knows-another,      services speak only by events
            service-knows-its-proof,    services speak only by events
            http-within,                HTTP words live only at the HTTP edge
            """)
    void findsTheOffender(String offender, String because) throws IOException {
        assertThat(HouseRules.broken(classes(offender)))
                .singleElement()
                .asString()
                .contains(because);
    }

    @Test
    void leavesWhatIsSoundAlone() throws IOException {
        assertThat(HouseRules.broken(classes("sound"))).isEmpty();
    }

    /** Every two services, in both directions. */
    @ParameterizedTest
    @CsvSource({
        "assessment, evidence",
        "evidence, issuance",
        "issuance, walletsync",
        "walletsync, assessment",
        "assessment, issuance",
        "evidence, walletsync"
    })
    void keepsEveryTwoServicesApart(String one, String other) throws IOException {
        assertThat(HouseRules.broken(knowing(one, other))).hasSize(1);
        assertThat(HouseRules.broken(knowing(other, one))).hasSize(1);
    }

    /** The offender between evidence and issuance, moved to two other services. */
    private JavaClasses knowing(String service, String another) throws IOException {
        Path moved = Files.createDirectory(compiled.resolve(service + "-knows-" + another));
        for (Path source : sources(OFFENDERS.resolve("service-knows-another"))) {
            String text = Files.readString(source)
                    .replace("org.meritstream.evidence", "org.meritstream.(one)")
                    .replace("org.meritstream.issuance", "org.meritstream." + another)
                    .replace("(one)", service);
            Files.writeString(moved.resolve(source.getFileName()), text);
        }
        return compile(moved);
    }

    private JavaClasses classes(String offender) throws IOException {
        return compile(OFFENDERS.resolve(offender));
    }

    private JavaClasses compile(Path folder) throws IOException {
        Path classes = Files.createTempDirectory(compiled, "classes");
        List<String> arguments = new ArrayList<>(
                List.of("-proc:none", "-cp", System.getProperty("java.class.path"), "-d", classes.toString()));
        sources(folder).forEach(source -> arguments.add(source.toString()));
        int code = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        assertThat(code).as("the offender compiles").isZero();
        return new ClassFileImporter().importPath(classes);
    }

    private static List<Path> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
