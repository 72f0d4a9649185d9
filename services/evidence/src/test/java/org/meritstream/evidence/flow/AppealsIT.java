package org.meritstream.evidence.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.meritstream.evidence.flow.ReviewDesk.ADA;
import static org.meritstream.evidence.flow.ReviewDesk.BEN;
import static org.meritstream.evidence.flow.ReviewDesk.CLEO;
import static org.meritstream.evidence.flow.ReviewDesk.DORA;
import static org.meritstream.evidence.flow.ReviewDesk.QUEUE;
import static org.meritstream.evidence.flow.RunningEvidence.staff;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.meritstream.evidence.learners.LearnerIds;
import org.meritstream.evidence.learners.Learners;
import org.meritstream.proving.RealServers;
import org.meritstream.proving.Settled;
import org.meritstream.proving.StaffTokens;

/** Appeals over HTTP: who hears them, what they change, and why one is refused. */
@QuarkusTest
@QuarkusTestResource(StaffTokens.class)
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "evidence"))
class AppealsIT {
    private static final String APPEALS = "/api/appeals";
    private static final String AGAINST_REVIEW =
            "{\"studentNumber\":\"s-4711\",\"achievement\":\"data-literacy\",\"criterion\":\"presentation\","
                    + "\"reason\":\"The questions were about another data set.\"}";

    @Inject
    LearnerIds learners;

    @Inject
    Learners register;

    @Test
    void letsADecisionOnAppealCountInsteadAndKeepsTheFirst() {
        ReviewDesk desk = new ReviewDesk("appeal");
        UUID learner = judged(desk, "weak");

        String appeal = id(lodge("appeal", AGAINST_REVIEW).body("state", equalTo("done")));
        assertThat(desk.find(CLEO, "APPEAL"))
                .as("who moderated hears no appeal")
                .isNull();
        String hearing = desk.seat(DORA, "APPEAL");
        desk.as(DORA)
                .get(QUEUE + "/" + hearing)
                .then()
                .body("appeal.reason", equalTo("The questions were about another data set."))
                .body("decisions", hasSize(3));
        desk.decided(DORA, "APPEAL", "good");

        assertThat(desk.outcome(learner)).isEqualTo("EARNED");
        staff("appeal", "auditor")
                .get(APPEALS + "/" + appeal)
                .then()
                .statusCode(200)
                .body("state", equalTo("CHANGED"))
                .body("first[0].level", equalTo("weak"))
                .body("first[0].feedback", equalTo("By cleo."))
                .body("outcome.level", equalTo("good"));
        lodge("appeal", AGAINST_REVIEW).body("link", endsWith(appeal));
    }

    @Test
    void letsTheFirstDecisionStandWhereItIsConfirmed() {
        ReviewDesk desk = new ReviewDesk("stands");
        UUID learner = judged(desk, "weak");
        String appeal = id(lodge("stands", AGAINST_REVIEW));

        desk.decided(DORA, "APPEAL", "weak");

        assertThat(desk.outcome(learner)).isEqualTo("NOT_YET");
        staff("stands", "registrar").get(APPEALS + "/" + appeal).then().body("state", equalTo("STANDS"));
        staff("stands", "registrar").get(APPEALS + "?state=OPEN").then().body("appeals", hasSize(0));
    }

    @Test
    void hearsAnAppealAgainstMisconduct() {
        ReviewDesk desk = new ReviewDesk("finding");
        UUID learner = judged(desk, "good");
        String finding = "{\"studentNumber\":\"s-4711\",\"achievement\":\"data-literacy\",\"barring\":false,"
                + "\"reason\":\"Slides of somebody else.\"}";
        ask("finding", "/api/misconduct", finding).body("state", equalTo("done"));
        assertThat(desk.outcome(learner)).isEqualTo("NOT_YET");
        String found = staff("finding", "registrar")
                .get("/api/misconduct?learner=" + learner)
                .path("findings[0].ruling.id");
        String against = AGAINST_REVIEW.replace("\"criterion\":\"presentation\"", "\"misconduct\":\"" + found + "\"");
        String appeal = id(lodge("finding", against).body("state", equalTo("done")));

        String hearing = desk.seat(DORA, "APPEAL");
        desk.as(DORA)
                .get(QUEUE + "/" + hearing)
                .then()
                .body("finding.reason", equalTo("Slides of somebody else."))
                .body("verdicts", equalTo(List.of("stands", "falls")));
        desk.as(DORA)
                .body("{\"stands\":false,\"feedback\":\"They are their own.\"}")
                .post(QUEUE + "/" + hearing + "/decisions")
                .then()
                .body("state", equalTo("done"));

        assertThat(desk.outcome(learner)).isEqualTo("EARNED");
        staff("finding", "registrar").get(APPEALS + "/" + appeal).then().body("state", equalTo("CHANGED"));
        lodge("finding", against).body("problem.type", endsWith("/no-such-finding"));
    }

    @Test
    void refusesAnAppealAgainstWhatIsNotDecided() {
        ReviewDesk desk = new ReviewDesk("undecided");
        desk.open(learners, register);
        desk.request();

        lodge("undecided", AGAINST_REVIEW).body("problem.type", endsWith("/nothing-decided"));
        lodge("undecided", AGAINST_REVIEW.replace("data-literacy", "alchemy"))
                .body("problem.type", endsWith("/unknown-achievement"));
    }

    @Test
    void refusesAnAppealWithoutAReasonOrAgainstNothing() {
        lodge("malformed-appeal", AGAINST_REVIEW.replace("\"reason\"", "\"why\""))
                .statusCode(400);
        lodge("malformed-appeal", AGAINST_REVIEW.replace("\"criterion\"", "\"criteria\""))
                .statusCode(400);
    }

    @Test
    void isShownToStaffOfTheTenantAlone() {
        ReviewDesk desk = new ReviewDesk("ours-alone");
        judged(desk, "weak");
        String appeal = id(lodge("ours-alone", AGAINST_REVIEW));

        staff("others-too", "registrar").get(APPEALS + "/" + appeal).then().statusCode(404);
        staff("others-too", "registrar").get(APPEALS).then().body("appeals", hasSize(0));
        staff("ours-alone", "reviewer").get(APPEALS + "/" + appeal).then().statusCode(403);
    }

    /** Two reviewers disagreed and a moderator decided. */
    private UUID judged(ReviewDesk desk, String level) {
        UUID learner = desk.open(learners, register);
        desk.request();
        desk.decided(ADA, "FIRST", "weak");
        desk.decided(BEN, "SECOND", "good");
        desk.decided(CLEO, "MODERATION", level);
        return learner;
    }

    private static String id(ValidatableResponse lodged) {
        String link = lodged.extract().path("link");
        return link.substring(link.lastIndexOf('/') + 1);
    }

    private static ValidatableResponse lodge(String tenant, String body) {
        return ask(tenant, APPEALS, body);
    }

    private static ValidatableResponse ask(String tenant, String address, String body) {
        return staff(tenant, "registrar")
                .contentType("application/json")
                .filter(new Settled())
                .body(body)
                .post(address)
                .then();
    }
}
