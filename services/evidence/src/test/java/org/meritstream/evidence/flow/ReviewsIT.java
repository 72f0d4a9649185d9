package org.meritstream.evidence.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.meritstream.evidence.flow.ReviewDesk.ADA;
import static org.meritstream.evidence.flow.ReviewDesk.AMINA;
import static org.meritstream.evidence.flow.ReviewDesk.BEN;
import static org.meritstream.evidence.flow.ReviewDesk.CLEO;
import static org.meritstream.evidence.flow.ReviewDesk.QUEUE;
import static org.meritstream.evidence.flow.RunningEvidence.log;
import static org.meritstream.evidence.flow.RunningEvidence.staff;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meritstream.events.Topics;
import org.meritstream.evidence.learners.LearnerIds;
import org.meritstream.evidence.learners.Learners;
import org.meritstream.log.postgres.Database;
import org.meritstream.proving.RealServers;
import org.meritstream.proving.StaffTokens;

/** The review desk over HTTP: who sees what, who may decide, and what a decision changes. */
@QuarkusTest
@QuarkusTestResource(StaffTokens.class)
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "evidence"))
class ReviewsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    LearnerIds learners;

    @Inject
    Learners register;

    @Inject
    Database database;

    @Test
    void awardsWhatAModeratorDecidedAfterTwoReviewersDisagreed() {
        ReviewDesk desk = new ReviewDesk("desk");
        UUID learner = desk.open(learners, register);
        desk.request().body("state", equalTo("done"));

        desk.decided(ADA, "FIRST", "weak");
        desk.decided(BEN, "SECOND", "good");
        assertThat(desk.outcome(learner)).isEqualTo("CANNOT_BE_JUDGED");
        desk.decided(CLEO, "MODERATION", "good");

        assertThat(desk.outcome(learner)).isEqualTo("EARNED");
        desk.as(CLEO).get(QUEUE).then().body("reviews", hasSize(0));
        staff("desk", "auditor")
                .get(QUEUE + "/turnaround")
                .then()
                .statusCode(200)
                .body("achievements[0].decided", equalTo(3))
                .body("achievements[0].open", equalTo(0));
    }

    @Test
    void saysNeitherWhoseWorkItIsNorWhatOthersDecidedBeforeOneDecided() {
        ReviewDesk desk = new ReviewDesk("blind");
        UUID learner = desk.open(learners, register);
        desk.request();
        String second = desk.seat(BEN, "SECOND");
        desk.decided(ADA, "FIRST", "weak");

        String shown = desk.as(BEN)
                .get(QUEUE + "/" + second)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(shown)
                .doesNotContain(learner.toString())
                .doesNotContain("By ada.")
                .doesNotContain("s-4711");

        desk.decided(BEN, "SECOND", "good");
        desk.as(BEN).get(QUEUE + "/" + second).then().body("decisions.feedback", hasItem("By ada."));
        String third = desk.seat(CLEO, "MODERATION");
        desk.as(CLEO)
                .get(QUEUE + "/" + third)
                .then()
                .body("decisions", hasSize(2))
                .body("decisions.level", hasItem("weak"))
                .body("task.rubric.levels", hasSize(3))
                .body("verdicts", hasItem("excellent"));
    }

    @Test
    void showsNobodyTheirOwnWorkAndTakesNoDecisionOnIt() {
        ReviewDesk desk = new ReviewDesk("own");
        desk.open(learners, register);
        desk.request();
        String first = desk.seat(ADA, "FIRST");

        desk.as(AMINA).get(QUEUE).then().body("reviews", hasSize(0));
        desk.as(AMINA).get(QUEUE + "/" + first).then().statusCode(403).body("type", endsWith("/own-work"));
        desk.decide(AMINA, first, "excellent", "Splendid.").statusCode(403).body("type", endsWith("/own-work"));
    }

    @Test
    void givesOnePersonOnePlaceAtATry() {
        ReviewDesk desk = new ReviewDesk("places");
        desk.open(learners, register);
        desk.request();
        String second = desk.seat(CLEO, "SECOND");
        desk.decided(CLEO, "FIRST", "weak");

        assertThat(desk.find(CLEO, "SECOND")).isNull();
        desk.decide(CLEO, second, "good", "Again.").statusCode(403).body("type", endsWith("/decided-before"));
        desk.decided(BEN, "SECOND", "good");
        assertThat(desk.find(CLEO, "MODERATION"))
                .as("a moderator of their own disagreement")
                .isNull();
    }

    @Test
    void leavesAReviewWithWhoeverTookItOnUntilTheirTimeIsOver() {
        ReviewDesk desk = new ReviewDesk("claims");
        desk.open(learners, register);
        desk.request();
        String first = desk.seat(ADA, "FIRST");
        String claims = QUEUE + "/" + first + "/claims";
        desk.as(ADA).post(claims).then().statusCode(200);
        desk.as(ADA).get(QUEUE + "?mine=true").then().body("reviews.id", hasItem(first));

        desk.as(BEN)
                .post(claims)
                .then()
                .statusCode(409)
                .body("type", endsWith("/claimed"))
                .body("detail", not(containsString("ada")));
        desk.as(BEN).get(QUEUE + "?mine=true").then().body("reviews", hasSize(0));
        desk.as(BEN).delete(claims).then().statusCode(204);
        desk.as(BEN).post(claims).then().statusCode(409);
        age(first);
        desk.as(BEN).post(claims).then().statusCode(200);
        desk.as(BEN).delete(claims).then().statusCode(204);
        desk.as(ADA).post(claims).then().statusCode(200);
    }

    @Test
    void keepsWhatWasWrittenWhenSomebodyElseDecidedMeanwhile() {
        ReviewDesk desk = new ReviewDesk("meanwhile");
        desk.open(learners, register);
        desk.request();
        String first = desk.seat(ADA, "FIRST");
        desk.as(ADA).post(QUEUE + "/" + first + "/claims").then().statusCode(200);
        age(first);
        desk.decide(BEN, first, "good", "Clear.").body("state", equalTo("done"));

        desk.decide(ADA, first, "weak", "Three pages of advice.")
                .statusCode(409)
                .body("type", endsWith("/decided-meanwhile"));

        desk.as(ADA)
                .get(QUEUE + "/" + first)
                .then()
                .body("draft.feedback", equalTo("Three pages of advice."))
                .body("draft.verdict", equalTo("weak"))
                .body("decisions", hasSize(0));
    }

    @Test
    void keepsADraftForItsAuthorAlone() {
        ReviewDesk desk = new ReviewDesk("drafts");
        desk.open(learners, register);
        desk.request();
        String first = desk.seat(ADA, "FIRST");

        desk.as(ADA)
                .body("{\"feedback\":\"Not finished\"}")
                .put(QUEUE + "/" + first + "/draft")
                .then()
                .statusCode(200);

        desk.as(ADA).get(QUEUE + "/" + first).then().body("draft.feedback", equalTo("Not finished"));
        desk.as(BEN).get(QUEUE + "/" + first).then().body("draft", nullValue());
    }

    @Test
    void keepsFeedbackFromEveryTopicAndLog() {
        ReviewDesk desk = new ReviewDesk("silent");
        desk.open(learners, register);
        desk.request();
        LogCapture capture = LogCapture.start();
        desk.decide(ADA, desk.seat(ADA, "FIRST"), "good", "A sentence about hippopotami.")
                .body("state", equalTo("done"));

        assertThat(capture.stop()).doesNotContain("hippopotami");
        for (String topic : List.of(Topics.EVALUATION, Topics.EVIDENCE_COMMANDS)) {
            assertThat(log(topic).all(PATIENCE))
                    .isNotEmpty()
                    .extracting(record -> new String(record.value(), StandardCharsets.UTF_8))
                    .noneMatch(text -> text.contains("hippopotami") || text.contains("\"ada\""));
        }
    }

    @Test
    void showsNothingToAnotherTenant() {
        ReviewDesk desk = new ReviewDesk("ours");
        desk.open(learners, register);
        desk.request();
        String first = desk.seat(ADA, "FIRST");
        ReviewDesk other = new ReviewDesk("theirs");

        other.as(ADA).get(QUEUE).then().body("reviews", hasSize(0));
        other.as(ADA).get(QUEUE + "/" + first).then().statusCode(404);
        other.decide(ADA, first, "good", "").statusCode(404);
    }

    @Test
    void refusesWhatIsNoVerdict() {
        ReviewDesk desk = new ReviewDesk("verdicts");
        desk.open(learners, register);
        desk.request();
        String first = desk.seat(ADA, "FIRST");

        desk.decide(ADA, first, "splendid", "").body("problem.type", endsWith("/no-verdict"));
        for (String body : List.of("{}", "{\"level\":\"good\",\"passed\":true}", "[]", "null")) {
            desk.as(ADA)
                    .body(body)
                    .post(QUEUE + "/" + first + "/decisions")
                    .then()
                    .statusCode(400);
        }
    }

    @ParameterizedTest
    @CsvSource({"state, open-ish", "limit, 0", "limit, 999", "after, 7"})
    void refusesAParameterThatIsNone(String parameter, String value) {
        new ReviewDesk("parameters")
                .as(ADA)
                .get(QUEUE + "?" + parameter + "=" + value)
                .then()
                .statusCode(400)
                .body("type", endsWith("/malformed-parameter"));
    }

    @ParameterizedTest
    @CsvSource({
        "s-4712, data-literacy, presentation, /unknown-learner",
        "s-4711, alchemy, presentation, /unknown-achievement",
        "s-4711, data-literacy, gold, /unknown-criterion"
    })
    void saysWhyARequestIsRefused(String number, String achievement, String criterion, String kind) {
        ReviewDesk desk = new ReviewDesk("requests-" + kind.substring(9));
        desk.open(learners, register);

        desk.as(ADA)
                .body("{\"studentNumber\":\"" + number + "\",\"achievement\":\"" + achievement + "\",\"criterion\":\""
                        + criterion + "\"}")
                .post(QUEUE)
                .then()
                .statusCode(202)
                .body("problem.type", endsWith(kind));
    }

    @Test
    void isForReviewersAlone() {
        staff("roles", "registrar").get(QUEUE).then().statusCode(403);
        staff("roles", "learner").get(QUEUE + "/turnaround").then().statusCode(403);
    }

    /** What the clock does in a few hours. */
    private void age(String review) {
        database.query(
                "update review_claim set until = until - interval '3 hours' where review = $1",
                Tuple.of(UUID.fromString(review)));
    }
}
