package org.meritstream.evidence.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meritstream.evidence.catalogue.CatalogueQuery.Fault;
import org.meritstream.evidence.catalogue.CatalogueQuery.Reading;
import org.meritstream.evidence.catalogue.CatalogueQuery.Unit;
import org.meritstream.evidence.catalogue.CatalogueQuery.Workload;
import org.meritstream.evidence.judgement.Phrase;
import org.meritstream.evidence.judgement.Words;

class QueryReadingTest {

    @Test
    void asksForNothingInParticularWithoutParameters() {
        assertThat(read(Map.of()))
                .isEqualTo(new Reading.Sound(
                        new CatalogueQuery(null, null, List.of(), null, List.of(), List.of(), false, null, 20)));
    }

    @Test
    void leavesTheEmptyFieldsOfAFormAside() {
        assertThat(read(Map.of(
                        "q", List.of(" "), "level", List.of(""), "workloadFrom", List.of(""), "x", List.of("y"))))
                .isEqualTo(read(Map.of()));
    }

    @Test
    void readsEveryParameter() {
        Map<String, List<String>> given = Map.of(
                "q", List.of(" data "),
                "skill", List.of("S1.2"),
                "level", List.of("5", "6"),
                "workloadFrom", List.of("2,5"),
                "workloadIn", List.of("hours"),
                "language", List.of("de-AT"),
                "tenant", List.of("northgate"),
                "versions", List.of("all"),
                "after", List.of("northgate.data_literacy.2"),
                "limit", List.of("7"));

        assertThat(read(given))
                .isEqualTo(new Reading.Sound(new CatalogueQuery(
                        "data",
                        "S1.2",
                        List.of(5, 6),
                        new Workload(Unit.HOURS, new BigDecimal("2.5"), null),
                        List.of("de-at"),
                        List.of("northgate"),
                        true,
                        new AchievementKey("northgate", "data_literacy", 2),
                        7)));
    }

    @ParameterizedTest
    @CsvSource({
        "level, 9",
        "level, '1;drop table achievement'",
        "workloadFrom, -1",
        "workloadTo, 1e9",
        "workloadIn, years",
        "language, d",
        "language, '*'",
        "tenant, North Gate",
        "versions, oldest",
        "after, northgate",
        "after, a.b.0",
        "limit, 0",
        "limit, 51"
    })
    void namesTheParameterThatIsWrong(String parameter, String value) {
        assertThat(faults(Map.of(parameter, List.of(value))))
                .extracting(Fault::parameter)
                .containsExactly(parameter);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\nb", "\ud800", "\u0085"})
    void refusesWhatNoStoreCouldKeep(String text) {
        assertThat(faults(Map.of("q", List.of(text)))).hasSize(1);
    }

    @Test
    void refusesWordsWithoutEnd() {
        assertThat(faults(Map.of("q", List.of("a".repeat(201))))).hasSize(1);
    }

    @Test
    void refusesAThousandFacets() {
        List<String> thousand = IntStream.range(0, 1000).mapToObj(i -> "t" + i).toList();

        assertThat(faults(Map.of("tenant", thousand))).hasSize(1);
    }

    @Test
    void refusesARangeThatEndsBeforeItBegins() {
        assertThat(faults(Map.of("workloadFrom", List.of("5"), "workloadTo", List.of("3"))))
                .hasSize(1);
    }

    @Test
    void saysEveryFaultInWords() {
        Words words = Words.in("ar");
        QueryReading.NAMES.forEach(name -> {
            String value = List.of("q", "skill").contains(name) ? "\u0001" : "?!";
            Fault fault = faults(Map.of(name, List.of(value))).getFirst();
            assertThat(words.say(fault.should())).as(name).doesNotStartWith("catalogue.");
            assertThat(words.say(Phrase.of("catalogue.field." + name))).doesNotStartWith("catalogue.");
        });
    }

    private static List<Fault> faults(Map<String, List<String>> given) {
        return read(given) instanceof Reading.Faulty faulty ? faulty.faults() : List.of();
    }

    private static Reading read(Map<String, List<String>> given) {
        return QueryReading.of(given);
    }
}
