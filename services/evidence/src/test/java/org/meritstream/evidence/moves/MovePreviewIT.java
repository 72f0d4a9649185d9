package org.meritstream.evidence.moves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.meritstream.evidence.flow.RunningEvidence.staff;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meritstream.proving.RealServers;
import org.meritstream.proving.StaffTokens;

/** What a move would do, told beforehand to those who may know. */
@QuarkusTest
@QuarkusTestResource(StaffTokens.class)
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "evidence"))
class MovePreviewIT extends MovingLearners {
    @Test
    void saysBeforehandWhoWouldGain() {
        underWay("move-gains", EASIER);

        staff("move-gains", "auditor")
                .get(MOVES + "/preview" + FROM_1_TO_2 + "&seconds=60")
                .then()
                .statusCode(200)
                .body("exact", equalTo(true))
                .body("counts.moving", equalTo(64))
                .body("counts.staying", equalTo(36))
                .body("counts.gaining", equalTo(10))
                .body("counts.earning", equalTo(10))
                .body("counts.losing", equalTo(0))
                .body("counts.both", equalTo(0))
                .body("learners", hasSize(10))
                .body("learners.before.outcome", everyItem(equalTo("NOT_YET")))
                .body("learners.after.outcome", everyItem(equalTo("EARNED")))
                .body("learners[0].effect.gained", equalTo(List.of("report")))
                .body("learners[0].before.criteria[0].standing", equalTo("NOT_MET"))
                .body("learners[0].after.criteria[0].standing", equalTo("MET"))
                .body("next", nullValue());
    }

    @Test
    void saysBeforehandWhoWouldLoseAndPageByPage() {
        underWay("move-losses", HARDER);

        staff("move-losses", "designer")
                .get(MOVES + "/preview" + FROM_1_TO_2 + "&seconds=60&show=GAINS")
                .then()
                .body("learners", empty())
                .body("counts.losing", equalTo(4));
        List<String> seen = new ArrayList<>();
        String next = "";
        while (next != null) {
            ValidatableResponse page = staff("move-losses", "designer")
                    .get(MOVES + "/preview" + FROM_1_TO_2 + "&seconds=60&show=LOSES&limit=3" + next)
                    .then()
                    .statusCode(200)
                    .body("counts", next.isEmpty() ? notNullValue() : nullValue())
                    .body("learners.effect.forfeits", everyItem(equalTo(true)));
            seen.addAll(page.extract().path("learners.learner"));
            String after = page.extract().path("next");
            next = after == null ? null : "&after=" + after;
        }
        assertThat(seen).hasSize(4).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void changesNothingByLooking() {
        underWay("move-looking", EASIER);
        String before = everything("move-looking");

        staff("move-looking", "registrar")
                .get(MOVES + "/preview" + FROM_1_TO_2)
                .then()
                .statusCode(200);

        assertThat(everything("move-looking")).isEqualTo(before);
        staff("move-looking", "registrar").get(MOVES).then().body("moves", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"reviewer", "learner"})
    void showsNobodyElseWhoGainsAndLoses(String role) {
        staff("move-roles", role).get(MOVES + "/preview" + FROM_1_TO_2).then().statusCode(403);
        staff("move-roles", role).get(MOVES).then().statusCode(403);
        staff("move-roles", role).get(MOVES + "/" + new UUID(7, 7)).then().statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?from=1",
                "?to=2",
                "?from=x&to=2",
                "?from=1&to=2&show=EVERYBODY",
                "?from=1&to=2&limit=0",
                "?from=1&to=2&limit=501",
                "?from=1&to=2&seconds=61",
                "?from=1&to=2&after=somebody"
            })
    void refusesAQuestionThatIsMalformed(String query) {
        staff("move-malformed", "registrar")
                .get(MOVES + "/preview" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }
}
