package org.meritstream.issuance.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuadTemplateTest {
    private static final List<SlotKind> ONE = List.of(SlotKind.TEXT);
    private static final List<SlotKind> TWO = List.of(SlotKind.TEXT, SlotKind.TEXT);
    private static final List<SlotKind> ADDRESSES = List.of(SlotKind.ADDRESS, SlotKind.ADDRESS);
    private static final String SLOT = "urn:meritstream:slot:";

    @Test
    void readsNoQuadInWhichAPlaceholderIsPartOfAWord() {
        assertThat(read("_:c14n0 <urn:p> \"urn:meritstream:slot:0\" .")).isPresent();
        assertThat(read("_:c14n0 <urn:p> \"urn:meritstream:slot:1\" .")).isEmpty();
        assertThat(read("_:c14n0 <urn:p> \"see urn:meritstream:slot:0\" .")).isEmpty();
        assertThat(read("_:c14n0 <urn:p> <urn:meritstream:slot:0> .")).isEmpty();
        assertThat(read("_:c14n0 <urn:meritstream:slot:0> \"x\" .")).isEmpty();
    }

    @Test
    void needsEverySlotToBeInAQuad() {
        assertThat(QuadTemplate.of(bytes("<urn:s> <urn:p> \"" + SLOT + "0\" .\n"), TWO))
                .isEmpty();
    }

    @Test
    void sortsTheLinesOfOnePredicateAnew() {
        String lines = literal("<urn:s>", 0) + literal("<urn:s>", 1);

        assertThat(spliced(lines, TWO, "b", "a")).contains("<urn:s> <urn:p> \"a\" .\n<urn:s> <urn:p> \"b\" .\n");
    }

    @Test
    void sortsSubjectsAnew() {
        String lines = "<urn:meritstream:slot:0> <urn:p> \"1\" .\n<urn:meritstream:slot:1> <urn:p> \"2\" .\n";

        assertThat(spliced(lines, ADDRESSES, "urn:b", "urn:a"))
                .contains("<urn:a> <urn:p> \"2\" .\n<urn:b> <urn:p> \"1\" .\n");
    }

    @Test
    void givesUpWhereTwoQuadsBecomeEqual() {
        String lines = literal("<urn:s>", 0) + literal("<urn:s>", 1);

        assertThat(spliced(lines, TWO, "a", "a")).isEmpty();
    }

    @Test
    void givesUpWhereTwoSubjectsBecomeEqual() {
        String lines = "<urn:meritstream:slot:0> <urn:p> \"1\" .\n<urn:meritstream:slot:1> <urn:p> \"2\" .\n";

        assertThat(spliced(lines, ADDRESSES, "urn:a", "urn:a")).isEmpty();
    }

    @Test
    void givesUpWhereTwoBlankNodesHaveOneHash() {
        String lines = literal("_:c14n0", 0) + literal("_:c14n1", 1);

        assertThat(spliced(lines, TWO, "a", "b")).isPresent();
        assertThat(spliced(lines, TWO, "a", "a")).isEmpty();
    }

    /** c14n10 comes before c14n2. */
    @Test
    void putsBlankNodesInTheOrderOfTheirLabelsText() {
        StringBuilder lines = new StringBuilder();
        List<SlotKind> kinds =
                IntStream.range(0, 12).mapToObj(n -> SlotKind.TEXT).toList();
        IntStream.range(0, 12).forEach(n -> lines.append(literal("_:c14n" + n, n)));
        String[] values = IntStream.range(0, 12).mapToObj(Integer::toString).toArray(String[]::new);

        List<String> subjects = spliced(lines.toString(), kinds, values)
                .orElseThrow()
                .lines()
                .map(line -> line.substring(0, line.indexOf(' ')))
                .toList();

        assertThat(subjects).isSorted().startsWith("_:c14n0", "_:c14n1", "_:c14n10", "_:c14n11", "_:c14n2");
    }

    private static Optional<Quad> read(String line) {
        return Quad.read(line, ONE);
    }

    private static String literal(String subject, int slot) {
        return subject + " <urn:p> \"" + SLOT + slot + "\" .\n";
    }

    private static Optional<String> spliced(String lines, List<SlotKind> kinds, String... values) {
        return QuadTemplate.of(bytes(lines), kinds)
                .orElseThrow()
                .splice(Value.bytes(values))
                .map(spliced -> new String(spliced, StandardCharsets.UTF_8));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
