package org.meritstream.evidence.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meritstream.evidence.flow.ReviewDesk.ADA;
import static org.meritstream.evidence.flow.ReviewDesk.BEN;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meritstream.evidence.artifacts.HandingIn;
import org.meritstream.evidence.artifacts.UploadFolder;
import org.meritstream.evidence.learners.LearnerIds;
import org.meritstream.evidence.learners.Learners;
import org.meritstream.evidence.signin.Browser;
import org.meritstream.evidence.signin.IdentityProvider;
import org.meritstream.proving.RealServers;
import org.meritstream.proving.StaffTokens;

/** The review desk in a browser: everything by links and forms, and nothing without the page's own token. */
@QuarkusTest
@QuarkusTestResource(StaffTokens.class)
@QuarkusTestResource(UploadFolder.class)
@QuarkusTestResource(value = IdentityProvider.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "evidence"))
class TeachIT {
    private static final Pattern REVIEW = Pattern.compile("href=\"(/teach/reviews/[0-9a-f-]+)\"");

    private static final int LARGE = 500_000;
    private static final String JUDGED =
            Files.read("drafts/judged-report.json").replace("\"coolDown\": \"PT1H\", ", "");

    @Inject
    HandingIn handing;

    @Inject
    LearnerIds learners;

    @Inject
    Learners register;

    @Test
    void leadsAReviewerFromTheQueueToADecision() {
        ReviewDesk desk = opened("desk-page");
        Browser ada = Browser.staff("desk-page", "ada", "reviewer");
        String address = first(ada.get("/teach"));

        send(ada, address, Map.of("action", "claim"), 303);
        String page = text(ada.get(address), 200);
        assertThat(page)
                .contains("Presentation")
                .contains("Answers every question from the data.")
                .contains("Decide");
        send(ada, address, Map.of("action", "send", "verdict", "level:good", "feedback", "Well shown."), 303);

        assertThat(text(ada.get("/teach?said=decided"), 200)).contains("Your decision is recorded.");
        assertThat(text(ada.get(address), 200)).contains("What you decided").contains("Well shown.");
        assertThat(desk.find(ADA, "FIRST")).as("ada has her place at this try").isNull();
    }

    @Test
    void showsTheWorkItselfAndWhatChangedSinceTheTryBefore() {
        handing.enrolled("work-page", JUDGED);
        ReviewDesk desk = new ReviewDesk("work-page");
        HandingIn.submit("work-page", ReviewDesk.NUMBER, HandingIn.uploaded("work-page", "one\ntwo <b>\n"));
        desk.decided(BEN, "FIRST", "weak");
        String second = HandingIn.uploaded("work-page", "one\n2\n");
        HandingIn.submit("work-page", ReviewDesk.NUMBER, second);
        Browser ada = Browser.staff("work-page", "ada", "reviewer");
        String address = first(ada.get("/teach"));

        String page = text(ada.get(address), 200);
        assertThat(page)
                .contains("Try 2, handed in on")
                .contains("href=\"" + address + "/works/" + second + "\"")
                .contains("report-2.txt")
                .contains("6 bytes")
                .containsPattern("<dt>SHA-256</dt>\\s*<dd><code dir=\"ltr\">[0-9a-f]{64}</code>")
                .contains("Line by line since try 1")
                .contains("<del class=\"gone\">-two &lt;b&gt;</del>")
                .contains("<ins class=\"came\">+2</ins>")
                .doesNotContain("work.txt");
        Response file = ada.get(address + "/works/" + second);
        assertThat(text(file, 200)).isEqualTo("one\n2\n");
        assertThat(file.header("Content-Disposition")).startsWith("attachment; filename=\"report-2.txt\"");
    }

    @Test
    void givesAFileToWhoeverReviewsItAndToNobodyElse() {
        handing.enrolled("files-page", JUDGED);
        ReviewDesk desk = new ReviewDesk("files-page");
        String large = "first\n".repeat(LARGE);
        String first = HandingIn.uploaded("files-page", large);
        HandingIn.submit("files-page", ReviewDesk.NUMBER, first);
        String address = "/teach/reviews/" + desk.seat(BEN, "FIRST") + "/works/";
        assertThat(text(Browser.staff("files-page", "ada", "reviewer").get(address + first), 200))
                .as("a file that no buffer holds")
                .isEqualTo(large);
        String other = HandingIn.uploaded("files-page", "not handed in");

        assertThat(Browser.staff("files-page", "ada", "reviewer")
                        .get(address + other)
                        .statusCode())
                .isEqualTo(404);
        assertThat(Browser.staff("other-page", "ada", "reviewer")
                        .get(address + first)
                        .statusCode())
                .isEqualTo(404);
        assertThat(Browser.learningStaff("files-page", "amina", ReviewDesk.NUMBER, "reviewer")
                        .get(address + first)
                        .statusCode())
                .isEqualTo(404);
        assertThat(Browser.staff("files-page", "dan", "designer")
                        .get(address + first)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void keepsEverythingThatWasWrittenWhenADecisionIsRefused() {
        ReviewDesk desk = opened("kept-page");
        Browser ada = Browser.staff("kept-page", "ada", "reviewer");
        String address = first(ada.get("/teach"));
        send(ada, address, Map.of("action", "claim"), 303);

        String page =
                text(send(ada, address, Map.of("action", "send", "feedback", "Three pages of advice."), 400), 400);

        assertThat(page)
                .contains("Choose a verdict")
                .contains("Three pages of advice.")
                .contains("role=\"alert\"");
        Response saved = send(ada, address, Map.of("action", "save", "feedback", "Four pages."), 303);
        assertThat(text(ada.get(saved.header("Location")), 200))
                .contains("What you wrote is saved.")
                .contains("Four pages.");
        send(ada, address, Map.of("action", "release"), 303);
        assertThat(desk.find(BEN, "FIRST")).isNotNull();
    }

    @Test
    void takesFeedbackAsLongAsTheFieldSays() {
        opened("long-page");
        Browser ada = Browser.staff("long-page", "ada", "reviewer");
        String address = first(ada.get("/teach"));
        String pages = ("ملاحظات".repeat(100) + "\n").repeat(28);
        assertThat(pages.length()).isBetween(19_000, 20_000);

        send(ada, address, Map.of("action", "save", "feedback", pages.replace("\n", "\r\n")), 303);

        assertThat(text(ada.get(address), 200)).contains(">" + pages.strip() + "</textarea>");
    }

    @Test
    void saysThatSomebodyElseHasAReview() {
        ReviewDesk desk = opened("taken-page");
        String first = desk.seat(BEN, "FIRST");
        desk.as(BEN).post(ReviewDesk.QUEUE + "/" + first + "/claims").then().statusCode(200);
        Browser ada = Browser.staff("taken-page", "ada", "reviewer");

        String page = text(ada.get("/teach/reviews/" + first), 200);

        assertThat(page)
                .contains("Taken on by somebody else")
                .doesNotContain("Decide")
                .doesNotContain("ben");
    }

    @Test
    void showsNobodyTheirOwnWork() {
        ReviewDesk desk = opened("own-page");
        String first = desk.seat(BEN, "FIRST");
        Browser amina = Browser.learningStaff("own-page", "amina", ReviewDesk.NUMBER, "reviewer");

        assertThat(text(amina.get("/teach"), 200)).contains("There is nothing for you to review now.");
        assertThat(text(amina.get("/teach/reviews/" + first), 403)).contains("This is your own work.");
    }

    @Test
    void takesNoFormThatItsPageDidNotShow() {
        opened("foreign-page");
        Browser ada = Browser.staff("foreign-page", "ada", "reviewer");
        String address = first(ada.get("/teach"));

        Response answer = ada.post(address, Map.of("action", "claim", "form", "guessed"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(text(ada.get(address), 200)).contains("Take this review on");
    }

    @ParameterizedTest
    @CsvSource({"de, ltr, Begutachtungen", "ar, rtl, المراجعات"})
    void speaksTheLanguageOfTheReader(String language, String direction, String title) {
        opened("words-" + language);
        Browser ada = Browser.staff("words-" + language, "ada", "reviewer");

        assertThat(text(ada.get("/teach?lang=" + language), 200))
                .contains("<html lang=\"" + language + "\" dir=\"" + direction + "\"")
                .contains(title);
    }

    @Test
    void tellsRegistrarsHowLongItTakesAndShowsNobodyElseAnything() {
        ReviewDesk desk = opened("roles-page");
        String first = desk.seat(BEN, "FIRST");
        Browser registrar = Browser.staff("roles-page", "rosa", "registrar");

        assertThat(text(registrar.get("/teach"), 200))
                .contains("2 reviews wait")
                .doesNotContain(first);
        assertThat(registrar.get("/teach/reviews/" + first).statusCode()).isEqualTo(403);
        assertThat(Browser.staff("roles-page", "dan", "designer").get("/teach").statusCode())
                .isEqualTo(403);
    }

    private ReviewDesk opened(String tenant) {
        ReviewDesk desk = new ReviewDesk(tenant);
        desk.open(learners, register);
        desk.request();
        return desk;
    }

    private static String first(Response queue) {
        Matcher found = REVIEW.matcher(text(queue, 200));
        assertThat(found.find()).as("a review is in the queue").isTrue();
        return found.group(1);
    }

    /** Sends the form of a page, with the page's own token. */
    private static Response send(Browser browser, String address, Map<String, String> members, int status) {
        Response answer = browser.send(address, address, members);
        assertThat(answer.statusCode()).isEqualTo(status);
        return answer;
    }

    private static String text(Response answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        return answer.body().asString();
    }
}
