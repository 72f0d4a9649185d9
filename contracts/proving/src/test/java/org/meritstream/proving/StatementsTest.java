package org.meritstream.proving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A service's statements name the columns that they read. A new release adds a column while the old one still runs, and PostgreSQL refuses a statement that was prepared before for
 * whatever columns there are ("cached plan must not change result type"): whoever asks the old replica then is answered 500, once for each of its connections.
 */
class StatementsTest {
    private static final Path ROOT = Repository.root();
    private static final Path EXAMPLES = Path.of("src/test/resources/statements");

    /** Of a list of parameters it is whatever the statement itself has. */
    private static final String OF_A_TABLE = "\\*(?!(\\s*,\\s*\\d+)?\\s+from\\s+unnest\\()";

    private static final Pattern EVERY_COLUMN =
            Pattern.compile("\\bselect\\s+" + OF_A_TABLE + "|\\breturning\\s+\\*|\\b[a-z_]+\\.\\*(?=[\\s,\"])");

    static Stream<Path> sources() {
        return Stream.of("services", "contracts")
                .flatMap(folder -> Sources.below(ROOT.resolve(folder), ".java").stream())
                .map(ROOT::relativize)
                .filter(source -> source.toString().contains("/src/main/"));
    }

    @ParameterizedTest
    @MethodSource("sources")
    void namesTheColumnsThatItReads(Path source) throws IOException {
        assertThat(everyColumn(ROOT.resolve(source))).isEmpty();
    }

    @Test
    void isToldOfThoseThatReadWhateverColumnsThereAre() throws IOException {
        assertThat(everyColumn(EXAMPLES.resolve("every-column.txt")))
                .containsExactly("select *", "c.*", "sealed.*", "a.*", "returning *", "select *");
    }

    @Test
    void isNotToldOfOthers() throws IOException {
        assertThat(everyColumn(EXAMPLES.resolve("named-columns.txt"))).isEmpty();
    }

    @Test
    void looksAtAllServices() {
        assertThat(sources().map(source -> source.subpath(0, 2)))
                .contains(
                        Path.of("services/assessment"),
                        Path.of("services/evidence"),
                        Path.of("services/issuance"),
                        Path.of("services/wallet-sync"),
                        Path.of("contracts/log"));
    }

    private static List<String> everyColumn(Path source) throws IOException {
        String code = Files.readString(source).replaceAll("(?m)^(import .*|\\s*(/\\*|\\*|//).*)$", "");
        return EVERY_COLUMN.matcher(code).results().map(MatchResult::group).toList();
    }
}
