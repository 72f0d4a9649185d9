package org.meritstream.evidence.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.meritstream.evidence.artifacts.HandingIn.ARTIFACTS;
import static org.meritstream.evidence.artifacts.HandingIn.learner;
import static org.meritstream.evidence.artifacts.HandingIn.submit;
import static org.meritstream.evidence.artifacts.HandingIn.uploaded;
import static org.meritstream.evidence.flow.ReviewDesk.ADA;
import static org.meritstream.evidence.flow.ReviewDesk.BEN;
import static org.meritstream.evidence.flow.ReviewDesk.NUMBER;
import static org.meritstream.evidence.flow.ReviewDesk.QUEUE;
import static org.meritstream.evidence.flow.RunningEvidence.staff;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.meritstream.evidence.artifacts.HandingIn;
import org.meritstream.evidence.artifacts.UploadFolder;
import org.meritstream.proving.RealServers;
import org.meritstream.proving.Settled;
import org.meritstream.proving.StaffTokens;

/** Handing in again, over HTTP, between a learner and the desk: what is a try and who looks at it, and in words what is not and what is left. */
@QuarkusTest
@QuarkusTestResource(StaffTokens.class)
@QuarkusTestResource(UploadFolder.class)
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "evidence"))
class ResubmissionIT {
    /** Two tries, an hour between them, and what is met is met. */
    private static final String COOLING = Files.read("drafts/judged-report.json");

    private static final String AT_ONCE = COOLING.replace("\"coolDown\": \"PT1H\", ", "");
    private static final String ACCOMMODATION = Files.read("rulings/accommodation.json");

    @Inject
    HandingIn handing;

    @Test
    void numbersTriesAndAsksForALookAtEach() {
        handing.enrolled("again", AT_ONCE);
        ReviewDesk desk = new ReviewDesk("again");

        taken("again", "one\ntwo\n", 1);
        desk.decided(ADA, "FIRST", "weak");
        String second = taken("again", "one\n2\n", 2);

        String review = desk.seat(BEN, "FIRST");
        desk.as(BEN)
                .get(QUEUE + "/" + review)
                .then()
                .body("number", equalTo(2))
                .body("works", hasSize(1))
                .body("works[0].id", equalTo(second))
                .body("works[0].number", equalTo(2))
                .body("before", hasSize(1))
                .body("before[0].level", equalTo("weak"));
        desk.as(BEN)
                .get(ARTIFACTS + "/" + second + "/changes")
                .then()
                .body("diff", hasItem("-two"))
                .body("diff", hasItem("+2"));
    }

    @Test
    void recognisesTheSameWorkAndAsksNobodyToLookAtItAgain() {
        handing.enrolled("same-again", AT_ONCE);
        ReviewDesk desk = new ReviewDesk("same-again");
        taken("same-again", "same", 1);
        desk.decided(ADA, "FIRST", "weak");

        refused("same-again", "same", "identical-artifact", "the same work as attempt 1", "1 attempt is left.");

        assertThat(open(desk)).as("nobody is asked").isZero();
        taken("same-again", "other", 2);
        assertThat(open(desk)).isEqualTo(1);
    }

    @Test
    void saysFromWhenTheNextTryIsTakenAndTakesItAtOnceWhereThatIsOwed() {
        UUID learner = handing.enrolled("cooling", COOLING);
        ReviewDesk desk = new ReviewDesk("cooling");
        taken("cooling", "one", 1);
        desk.decided(ADA, "FIRST", "weak");

        refused("cooling", "two", "attempt-too-soon", "could be handed in from", "1 attempt is left.");
        assertThat(open(desk)).isZero();

        owed("cooling", "\"coolDownWaived\": false", "\"coolDownWaived\": true");
        taken("cooling", "two", 2);
        assertThat(open(desk)).isEqualTo(1);
        assertThat(desk.outcome(learner)).isEqualTo("NOT_YET");
    }

    @Test
    void takesNoMoreThanThereAreUnlessOneMoreIsOwed() {
        handing.enrolled("counted", AT_ONCE);
        ReviewDesk desk = new ReviewDesk("counted");
        taken("counted", "one", 1);
        desk.decided(ADA, "FIRST", "weak");
        taken("counted", "two", 2);
        desk.decided(ADA, "FIRST", "weak");

        refused("counted", "three", "attempt-too-many", "at most 2 attempts are", "No attempt is left.");

        owed("counted", "", "");
        taken("counted", "three", 3);
        assertThat(open(desk)).isEqualTo(1);
    }

    @Test
    void judgesNotAgainWhatIsMet() {
        UUID learner = handing.enrolled("met-once", AT_ONCE);
        ReviewDesk desk = new ReviewDesk("met-once");
        taken("met-once", "good", 1);
        desk.decided(ADA, "FIRST", "good");
        assertThat(desk.outcome(learner)).isEqualTo("EARNED");

        refused("met-once", "better", "met-already", "is met already", "not asked for again");

        assertThat(open(desk)).isZero();
        assertThat(desk.outcome(learner)).isEqualTo("EARNED");
    }

    /** Every refusal is told twice: to programs as a problem, and to the learner in their own language. */
    @Test
    void saysEveryRefusalInTheLearnersLanguage() {
        handing.enrolled("in-words", COOLING);
        taken("in-words", "one", 1);
        String soon = uploaded("in-words", "two");
        submit("in-words", NUMBER, soon).body("state", equalTo("refused"));

        for (String language : new String[] {"de", "ar"}) {
            learner("in-words", NUMBER)
                    .queryParam("lang", language)
                    .get(ARTIFACTS + "/" + soon)
                    .then()
                    .statusCode(200)
                    .header("Content-Language", equalTo(language))
                    .body("refusal", hasSize(3));
        }
        learner("in-words", NUMBER)
                .queryParam("lang", "de")
                .get(ARTIFACTS + "/" + soon)
                .then()
                .body("refusal[0]", startsWith("Ein weiterer Versuch"));
    }

    private static String taken(String tenant, String content, int number) {
        String upload = uploaded(tenant, content);
        submit(tenant, NUMBER, upload).body("state", equalTo("done"));
        learner(tenant, NUMBER).get(ARTIFACTS + "/" + upload).then().body("number", equalTo(number));
        return upload;
    }

    private static void refused(String tenant, String content, String kind, String why, String left) {
        ValidatableResponse answer = submit(tenant, NUMBER, uploaded(tenant, content));

        answer.body("state", equalTo("refused"))
                .body("problem.type", endsWith("/" + kind))
                .body("problem.detail", containsString(why))
                .body("problem.detail", containsString(left));
    }

    private static void owed(String tenant, String granted, String instead) {
        staff(tenant, "registrar")
                .contentType("application/json")
                .filter(new Settled())
                .body(ACCOMMODATION.replace(granted, instead))
                .post("/api/accommodations")
                .then()
                .statusCode(202)
                .body("state", equalTo("done"));
    }

    /** How many reviews wait. */
    private static int open(ReviewDesk desk) {
        return desk.as(BEN).get(QUEUE).path("reviews.size()");
    }
}
