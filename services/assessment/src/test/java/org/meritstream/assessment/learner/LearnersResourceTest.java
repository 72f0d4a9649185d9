package org.meritstream.assessment.learner;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.jwt.Claim;
import io.quarkus.test.security.jwt.JwtSecurity;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.meritstream.assessment.AppenderInTest;
import org.meritstream.assessment.Fixture;
import org.meritstream.assessment.InMemory;
import org.meritstream.events.LearnerProfiled;
import org.meritstream.proving.OpenApi;

@QuarkusTest
@TestProfile(InMemory.class)
@TestSecurity(user = "registrar@northgate", roles = "registrar")
@JwtSecurity(claims = @Claim(key = "tenant", value = "northgate"))
class LearnersResourceTest {

    @Inject
    AppenderInTest log;

    @Inject
    LearnerIds ids;

    @BeforeAll
    static void judgeEveryAnswer() {
        RestAssured.replaceFiltersWith(new OpenApi("assessment"));
    }

    @BeforeEach
    void start() {
        log.reset(false);
    }

    @Test
    void takesARosterInJsonAndSaysWhatIsWrongInEachRow() {
        put("application/json", Fixture.text("roster/learners.json"))
                .statusCode(200)
                .body("accepted", equalTo(1))
                .body("refused", equalTo(1))
                .body("rows.verdict", equalTo(List.of("ACCEPTED", "REFUSED")))
                .body("rows[1].reason", equalTo("missing-name"));

        assertThat(appended()).singleElement().satisfies(profiled -> {
            assertThat(profiled.tenant()).isEqualTo("northgate");
            assertThat(profiled.learner()).isEqualTo(ids.learner("northgate", "S-1"));
            assertThat(profiled.displayName()).isEqualTo("Maeve Byrne");
            assertThat(profiled.language()).isEqualTo("en-IE");
        });
    }

    @Test
    void takesARosterInCsv() {
        put("text/csv", Fixture.text("roster/quoted.csv")).statusCode(200).body("accepted", equalTo(2));

        assertThat(appended()).extracting(LearnerProfiled::displayName).contains("Byrne, Maeve");
    }

    @Test
    void takesTheFileOfASpreadsheet() {
        put("text/csv; charset=utf-8", Fixture.text("roster/spreadsheet.csv"))
                .statusCode(200)
                .body("accepted", equalTo(2));
    }

    @Test
    void takesTenThousandRows() {
        String file = IntStream.range(0, 10_000)
                .mapToObj(i -> "S-" + i + ",\"Learner, Number " + i + "\",l" + i + "@northgate.example,en\n")
                .collect(Collectors.joining("", "studentNumber,displayName,email,language\n", ""));

        put("text/csv", file).statusCode(200).body("accepted", equalTo(10_000));

        assertThat(appended())
                .extracting(LearnerProfiled::learner)
                .doesNotHaveDuplicates()
                .hasSize(10_000);
    }

    @Test
    void refusesAFileThatCanNotBeRead() {
        put("text/csv", "nothing,of,use\n1,2,3\n").statusCode(400).contentType("application/problem+json");
        put("application/json", "{\"learners\":").statusCode(400).contentType("application/problem+json");
        put("application/json", "{\"learners\":{}}").statusCode(400);
        given().contentType("text/csv")
                .body(new byte[] {'a', (byte) 0xFF})
                .put("/api/learners")
                .then()
                .statusCode(400);
    }

    @Test
    void asksToTryAgainWhileTheLogIsAway() {
        log.reset(true);

        put("application/json", Fixture.text("roster/learners.json")).statusCode(503);
    }

    @Test
    @TestSecurity(user = "registrar@southbank", roles = "registrar")
    @JwtSecurity(claims = @Claim(key = "tenant", value = "southbank"))
    void actsInTheTenantOfTheTokenAlone() {
        put("application/json", Fixture.text("roster/learners.json")).statusCode(200);

        assertThat(appended()).extracting(LearnerProfiled::tenant).containsOnly("southbank");
        assertThat(appended()).extracting(LearnerProfiled::learner).doesNotContain(ids.learner("northgate", "S-1"));
    }

    @Test
    @TestSecurity(user = "registrar@nowhere", roles = "registrar")
    void refusesATokenWithoutTenant() {
        put("application/json", Fixture.text("roster/learners.json")).statusCode(403);
    }

    @Test
    @TestSecurity(user = "auditor@northgate", roles = "auditor")
    void refusesAnotherRole() {
        put("application/json", Fixture.text("roster/learners.json")).statusCode(403);
    }

    private List<LearnerProfiled> appended() {
        return log.appended().stream()
                .map(event -> (LearnerProfiled) event.data())
                .toList();
    }

    private static ValidatableResponse put(String type, String body) {
        return given().contentType(type)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .put("/api/learners")
                .then();
    }
}
