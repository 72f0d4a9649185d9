package org.meritstream.evidence.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.meritstream.evidence.artifacts.HandingIn.ARTIFACTS;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meritstream.evidence.artifacts.HandingIn;
import org.meritstream.evidence.artifacts.UploadFolder;
import org.meritstream.evidence.flow.Files;
import org.meritstream.evidence.flow.RunningEvidence;
import org.meritstream.evidence.signin.Browser;
import org.meritstream.evidence.signin.IdentityProvider;
import org.meritstream.proving.RealServers;
import org.meritstream.proving.Settled;
import org.meritstream.proving.StaffTokens;

/** Handing in from the learner's page over the running service: what is taken, and in words what is not. */
@QuarkusTest
@QuarkusTestResource(StaffTokens.class)
@QuarkusTestResource(UploadFolder.class)
@QuarkusTestResource(value = IdentityProvider.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "evidence"))
class HandInIT {
    private static final String PAGE = "/learn/achievements/data-literacy";
    private static final String FORM = PAGE + "/works";
    private static final String NUMBER = "s-4711";
    private static final Pattern HANDED = Pattern.compile("handed=([0-9a-f-]{36})");
    private static final byte[] NOTHING = {};
    private static final int TOO_LARGE = 51 * 1024 * 1024;
    private static final String FILE_FIELD = "<input type=\"file\" id=\"report-work-0-file\"";
    private static final String ANY_KIND =
            Files.read("drafts/report.json").replaceAll("(?s),\\s*\"mediaTypes\": \\[.*?\\]", ", \"mediaTypes\": []");

    @Inject
    HandingIn handing;

    @Test
    void opensAnAchievementForALearnerOfWhomNothingIsKnownYet() {
        handing.enrolled("first-page");

        String page = text(Browser.of("first-page", NUMBER).get(PAGE), 200);

        assertThat(page)
                .contains("Not yet: 0 of 1 criterion is met, 1 needed.")
                .contains("Hand in a report on data of your own.")
                .contains("<form method=\"post\" action=\"" + FORM + "\" enctype=\"multipart/form-data\"")
                .contains("<input type=\"file\"")
                .contains(FILE_FIELD)
                .contains("What is taken: plain text (TXT, MD, CSV), PDF. At most 50 MB.")
                .contains("3 attempts are left.");
    }

    @Test
    void handsInAFileByTheWayThatTheApiTakesIt() {
        handing.enrolled("page-file");
        Browser browser = Browser.of("page-file", NUMBER);

        String handed = taken(hand(browser, Map.of(), "My essay.txt", bytes("What data say.")));

        String page = text(browser.get(PAGE + "?handed=" + handed), 200);
        assertThat(page)
                .contains("Handed in: it is taken as try 1.")
                .contains("My essay.txt")
                .contains("plain text (TXT, MD, CSV), 14 bytes")
                .contains("Hand in “report” again");
        assertThat(text(browser.get(PAGE + "/works/" + handed), 200)).isEqualTo("What data say.");
        HandingIn.learner("page-file", NUMBER)
                .get(ARTIFACTS + "/" + handed)
                .then()
                .body("number", equalTo(1))
                .body("fileName", equalTo("My essay.txt"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | It is the same work as attempt 1 | 2 attempts are left.",
                "de | Es ist dieselbe Arbeit wie in Versuch 1 | 2 Versuche bleiben.",
                "ar | هذا هو العمل نفسه المسلَّم في المحاولة | بقي محاولتان."
            })
    void saysWhyWorkIsNotTakenAndWhatIsLeft(String language, String why, String left) {
        String tenant = "page-same-" + language;
        handing.enrolled(tenant);
        Browser browser = Browser.of(tenant, NUMBER);
        taken(hand(browser, Map.of(), "a.txt", bytes("same")));

        String again = taken(hand(browser, Map.of(), "b.txt", bytes("same")));

        assertThat(text(browser.get(PAGE + "?lang=" + language + "&handed=" + again), 200))
                .contains("role=\"alert\"")
                .contains(why)
                .contains(left)
                .doesNotContain("b.txt");
    }

    @Test
    void takesATextThatIsTypedAndALink() {
        handing.enrolled("page-ways", ANY_KIND);
        Browser browser = Browser.of("page-ways", NUMBER);

        String typed = taken(hand(browser, Map.of("text", "Über Daten.\r\nZweite Zeile."), null, NOTHING));
        String linked = taken(hand(browser, Map.of("link", "https://example.org/report?v=1"), null, NOTHING));

        assertThat(text(browser.get(PAGE + "/works/" + typed), 200)).isEqualTo("Über Daten.\nZweite Zeile.");
        assertThat(text(browser.get(PAGE + "?handed=" + linked), 200))
                .contains("it is taken as try 2")
                .contains("href=\"https://example.org/report?v=1\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "nothing | - | - | 400 | there was nothing in the form",
                "several | A text. | https://example.org/ | 400 | give the work in one way only",
                "badlink | - | http://example.org/mine | 400 | begins with https://"
            })
    void keepsWhatWasTypedAndSaysWhatIsWrongWithIt(
            String tenant, @Nullable String text, @Nullable String link, int status, String why) {
        handing.enrolled("page-" + tenant, ANY_KIND);
        Map<String, String> members = new LinkedHashMap<>();
        members.put("link", link == null ? "" : link);
        members.put("text", text == null ? "" : text);

        String page = text(hand(Browser.of("page-" + tenant, NUMBER), members, null, NOTHING), status);

        assertThat(page).contains(why).contains("role=\"alert\"").contains("3 attempts are left.");
        if (link != null) {
            assertThat(page).contains("value=\"" + link + "\"");
        }
        if (text != null) {
            assertThat(page).contains(">" + text + "</textarea>");
        }
    }

    @Test
    void saysThatAFileIsEmptyOrTooLarge() {
        handing.enrolled("page-sizes");
        Browser browser = Browser.of("page-sizes", NUMBER);

        assertThat(text(hand(browser, Map.of(), "empty.txt", NOTHING), 422)).contains("the file is empty");
        assertThat(text(hand(browser, Map.of("text", "In words."), "film.txt", new byte[TOO_LARGE]), 413))
                .contains("the file is larger than 50 MB")
                .contains(">In words.</textarea>");
    }

    @Test
    void saysWhichKindsWillDo() {
        handing.enrolled("page-kind");
        Browser browser = Browser.of("page-kind", NUMBER);

        String refused = taken(hand(browser, Map.of(), "essay.pdf", bytes("PK\u0003\u0004 not a pdf")));

        assertThat(text(browser.get(PAGE + "?handed=" + refused), 200))
                .contains("application/zip")
                .contains("Nothing is used up.");
    }

    @Test
    void takesNothingFromWhomTheRosterDoesNotKnowAndSaysSo() {
        handing.enrolled("page-roster");

        assertThat(text(Browser.of("page-roster", "s-none").get(PAGE), 200))
                .contains("Your institution has not told us of you yet")
                .doesNotContain(FILE_FIELD);
    }

    @Test
    void takesNoFormThatItsPageDidNotShow() {
        handing.enrolled("page-foreign");
        Browser browser = Browser.of("page-foreign", NUMBER);

        Response answer = browser.offer(FORM, "guessed", Map.of("artifact", "report"), "a.txt", bytes("theirs"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(text(browser.get(PAGE), 200)).doesNotContain("a.txt").contains("3 attempts are left.");
    }

    @Test
    void givesNobodyTheWorkOfAnother() {
        handing.enrolled("page-others");
        String handed = taken(hand(Browser.of("page-others", NUMBER), Map.of(), "a.txt", bytes("mine")));

        assertThat(Browser.of("page-others", "s-1")
                        .get(PAGE + "/works/" + handed)
                        .statusCode())
                .isEqualTo(404);
        assertThat(text(Browser.of("page-others", "s-1").get(PAGE + "?handed=" + handed), 200))
                .doesNotContain("a.txt");
    }

    @Test
    void showsNothingOfAnAchievementThatNobodyEarnsAnyMore() {
        handing.enrolled("page-retired");
        RunningEvidence.staff("page-retired", "designer")
                .filter(new Settled())
                .post("/api/achievements/data-literacy/retirements")
                .then()
                .statusCode(202);

        assertThat(Browser.of("page-retired", NUMBER).get(PAGE).statusCode()).isEqualTo(404);
    }

    @Test
    void takesNothingMoreForWhatWasRetiredMeanwhileAndSaysSince() {
        handing.enrolled("page-closed", Files.read("drafts/judged-report.json"));
        Browser browser = Browser.of("page-closed", NUMBER);
        taken(hand(browser, Map.of(), "a.txt", bytes("in time")));
        RunningEvidence.staff("page-closed", "designer")
                .filter(new Settled())
                .post("/api/achievements/data-literacy/retirements")
                .then()
                .statusCode(202);

        assertThat(text(browser.get(PAGE), 200))
                .contains("a.txt")
                .contains("This was retired on")
                .doesNotContain(FILE_FIELD);
        HandingIn.submit("page-closed", NUMBER, HandingIn.uploaded("page-closed", "too late"))
                .body("state", equalTo("refused"))
                .body("problem.type", endsWith("/achievement-retired"))
                .body("problem.status", equalTo(409));
    }

    private static Response hand(Browser browser, Map<String, String> members, @Nullable String name, byte[] file) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("artifact", "report");
        all.putAll(members);
        return browser.hand(PAGE, FORM, all, name, file);
    }

    /** The id of what was appended, which the answer leads to. */
    private static String taken(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(303);
        Matcher handed = HANDED.matcher(answer.header("Location"));
        assertThat(handed.find()).isTrue();
        return handed.group(1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(Response answer, int status) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        return answer.asString();
    }
}
