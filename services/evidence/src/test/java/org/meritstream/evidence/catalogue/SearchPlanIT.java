package org.meritstream.evidence.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meritstream.evidence.ByHand;
import org.meritstream.evidence.catalogue.CatalogueQuery.Reading;
import org.meritstream.evidence.flow.Files;
import org.meritstream.log.postgres.Database;
import org.meritstream.proving.RealServers;
import org.meritstream.proving.StaffTokens;

/** Each question finds its index among 4,000 versions. */
@QuarkusTest
@TestInstance(Lifecycle.PER_CLASS)
@TestProfile(ByHand.class)
@QuarkusTestResource(StaffTokens.class)
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "evidence"))
class SearchPlanIT {
    @Inject
    Database database;

    @BeforeAll
    void publishMany() {
        database.query(Files.read("drafts/catalogue/many.sql"), Tuple.tuple());
        database.query("vacuum analyze achievement", Tuple.tuple());
    }

    @AfterAll
    void takeThemAway() {
        database.query("delete from achievement where tenant like 'plan-%'", Tuple.tuple());
    }

    @ParameterizedTest
    @CsvSource({
        "q, 'c4ca4238a0b923820dcc509a6f75849b', achievement_by_words",
        "skill, C77, achievement_by_skill_codes",
        "skill, C77, achievement_by_skill_words",
        "after, plan-1.a1.2, achievement_by_name"
    })
    void findsItsIndex(String parameter, String value, String index) {
        CatalogueQuery query = query(Map.of(parameter, List.of(value)));

        assertThat(plan(SearchStatement.page(query))).contains(index).doesNotContain("Seq Scan on achievement");
    }

    @Test
    void readsAPageWithoutWordsInTheOrderOfTheIndex() {
        assertThat(plan(SearchStatement.page(query(Map.of()))))
                .contains("achievement_by_name")
                .doesNotContain("Sort Key");
    }

    @ParameterizedTest
    @CsvSource({"catalogue_language, achievement_by_language", "catalogue_institution, achievement_by_institution"})
    void listsTheChoicesFromOneEntryOfTheIndexToTheNext(String view, String index) {
        assertThat(plan(new SearchStatement("select * from " + view, Tuple.tuple())))
                .contains(index)
                .doesNotContain("Seq Scan on achievement");
    }

    private static CatalogueQuery query(Map<String, List<String>> given) {
        return switch (QueryReading.of(given)) {
            case Reading.Sound sound -> sound.query();
            case Reading.Faulty faulty -> throw new AssertionError(faulty.faults());
        };
    }

    private String plan(SearchStatement statement) {
        return StreamSupport.stream(
                        database.query("explain " + statement.sql(), statement.params())
                                .spliterator(),
                        false)
                .map(row -> row.getString(0))
                .reduce("", (all, line) -> all + line + "\n");
    }
}
