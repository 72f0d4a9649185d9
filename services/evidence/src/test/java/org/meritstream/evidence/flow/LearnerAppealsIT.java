package org.meritstream.evidence.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.meritstream.evidence.flow.ReviewDesk.ADA;
import static org.meritstream.evidence.flow.ReviewDesk.BEN;
import static org.meritstream.evidence.flow.ReviewDesk.CLEO;
import static org.meritstream.evidence.flow.ReviewDesk.DORA;
import static org.meritstream.evidence.flow.ReviewDesk.NUMBER;
import static org.meritstream.evidence.flow.RunningEvidence.staff;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meritstream.evidence.learners.LearnerIds;
import org.meritstream.evidence.learners.Learners;
import org.meritstream.evidence.signin.Browser;
import org.meritstream.evidence.signin.IdentityProvider;
import org.meritstream.proving.RealServers;
import org.meritstream.proving.Settled;
import org.meritstream.proving.StaffTokens;

/** What reviewers wrote, and appeals against what they decided, on the learner's own page. */
@QuarkusTest
@QuarkusTestResource(StaffTokens.class)
@QuarkusTestResource(value = IdentityProvider.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "evidence"))
class LearnerAppealsIT {
    private static final String PAGE = "/learn/achievements/data-literacy";
    private static final String FORM = PAGE + "/appeals";
    private static final String WHY = "The questions were about another data set.\r\nI showed mine.";

    @Inject
    LearnerIds learners;

    @Inject
    Learners register;

    @Test
    void leadsFromFeedbackOverAnAppealToItsOutcome() {
        ReviewDesk desk = new ReviewDesk("own-appeal");
        judgedWeak(desk);
        Browser learner = Browser.of("own-appeal", NUMBER);
        assertThat(page(learner))
                .contains("A moderator on attempt 1")
                .contains("By cleo.")
                .contains("Appeal against this decision");

        Response sent = learner.send(PAGE, FORM, Map.of("criterion", "presentation", "reason", WHY));

        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(sent.header("Location")).endsWith(PAGE + "?notice=done");
        assertThat(learner.get(PAGE + "?notice=done").asString())
                .contains("What you sent is recorded.")
                .contains("You have appealed against this decision.")
                .doesNotContain("Send the appeal");
        desk.as(DORA)
                .get(ReviewDesk.QUEUE + "/" + desk.seat(DORA, "APPEAL"))
                .then()
                .body("appeal.reason", equalTo(WHY.replace("\r", "")));
        desk.decided(DORA, "APPEAL", "good");
        assertThat(page(learner))
                .contains("On appeal, on attempt 1")
                .contains("By dora.")
                .contains("By cleo.")
                .contains("This was decided on appeal and is final.")
                .contains("Achieved: awarded on");
    }

    @Test
    void tellsNothingOfADecisionThatIsNotWhole() {
        ReviewDesk desk = new ReviewDesk("half-decided");
        desk.open(learners, register);
        desk.request();
        desk.decided(ADA, "FIRST", "weak");

        assertThat(page(Browser.of("half-decided", NUMBER)))
                .doesNotContain("By ada.")
                .doesNotContain("Appeal against this decision");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4001})
    void keepsWhatWasTypedWhereItIsNoReason(int length) {
        ReviewDesk desk = new ReviewDesk("typed-" + length);
        judgedWeak(desk);
        Browser learner = Browser.of("typed-" + length, NUMBER);

        Response sent =
                learner.send(PAGE, FORM, Map.of("criterion", "presentation", "reason", " " + "ب".repeat(length)));

        assertThat(sent.statusCode()).isEqualTo(400);
        assertThat(sent.asString())
                .contains("Give a reason of 1 to 4,000 characters.")
                .contains("aria-invalid=\"true\"")
                .contains(">" + "ب".repeat(length) + "</textarea>");
        staff("typed-" + length, "registrar").get("/api/appeals").then().body("appeals", hasSize(0));
    }

    @Test
    void takesNoFormThatItsPageDidNotShow() {
        ReviewDesk desk = new ReviewDesk("foreign-appeal");
        judgedWeak(desk);
        Browser learner = Browser.of("foreign-appeal", NUMBER);

        Response sent = learner.post(FORM, Map.of("form", "guessed", "criterion", "presentation", "reason", WHY));

        assertThat(sent.statusCode()).isEqualTo(403);
        staff("foreign-appeal", "registrar").get("/api/appeals").then().body("appeals", hasSize(0));
    }

    @Test
    void answersWhatNoPageOfOursAsksLikeWhatIsNotThere() {
        ReviewDesk desk = new ReviewDesk("odd-appeal");
        judgedWeak(desk);
        Browser learner = Browser.of("odd-appeal", NUMBER);

        assertThat(learner.send(PAGE, FORM, Map.of("misconduct", "no-id", "reason", WHY))
                        .statusCode())
                .isEqualTo(404);
        assertThat(learner.send(PAGE, FORM, Map.of("reason", WHY)).statusCode()).isEqualTo(404);
        assertThat(learner.send(PAGE, FORM, Map.of("criterion", "another", "reason", WHY))
                        .header("Location"))
                .endsWith("?notice=refused");
    }

    @Test
    void hearsAnAppealAgainstMisconductAndKeepsTheRegistrarsReason() {
        ReviewDesk desk = new ReviewDesk("own-finding");
        UUID id = judgedWeak(desk);
        staff("own-finding", "registrar")
                .filter(new Settled())
                .contentType(ContentType.JSON)
                .body("{\"studentNumber\":\"" + NUMBER
                        + "\",\"achievement\":\"data-literacy\",\"barring\":false,\"reason\":\"Slides of somebody.\"}")
                .post("/api/misconduct")
                .then()
                .body("state", equalTo("done"));
        String finding = staff("own-finding", "registrar")
                .get("/api/misconduct?learner=" + id)
                .path("findings[0].ruling.id");
        Browser learner = Browser.of("own-finding", NUMBER);
        assertThat(page(learner))
                .contains("Misconduct was found in this achievement on")
                .doesNotContain("Slides of somebody.");

        learner.send(PAGE, FORM, Map.of("misconduct", finding, "reason", WHY));

        assertThat(page(learner)).contains("You have appealed against this decision.");
        desk.as(DORA)
                .body("{\"stands\":false,\"feedback\":\"They are their own.\"}")
                .post(ReviewDesk.QUEUE + "/" + desk.seat(DORA, "APPEAL") + "/decisions")
                .then()
                .body("state", equalTo("done"));
        assertThat(page(learner)).contains("the finding does not stand").contains("They are their own.");
    }

    /** Two reviewers disagreed and a moderator decided. */
    private UUID judgedWeak(ReviewDesk desk) {
        UUID learner = desk.open(learners, register);
        desk.request();
        desk.decided(ADA, "FIRST", "weak");
        desk.decided(BEN, "SECOND", "good");
        desk.decided(CLEO, "MODERATION", "weak");
        return learner;
    }

    private static String page(Browser learner) {
        Response page = learner.get(PAGE);
        assertThat(page.statusCode()).isEqualTo(200);
        return page.asString();
    }
}
