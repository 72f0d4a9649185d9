package org.meritstream.evidence.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.meritstream.evidence.judgement.Fixtures.result;
import static org.meritstream.evidence.judgement.Fixtures.score;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meritstream.evidence.flow.Files;
import org.meritstream.evidence.flow.Happenings;
import org.meritstream.evidence.flow.RunningEvidence;
import org.meritstream.evidence.learners.LearnerIds;
import org.meritstream.evidence.signin.Browser;
import org.meritstream.evidence.signin.IdentityProvider;
import org.meritstream.proving.RealServers;
import org.meritstream.proving.StaffTokens;

/** The learner's page over the running service: facts in by the log, the page out to a browser that signed in. */
@QuarkusTest
@QuarkusTestResource(StaffTokens.class)
@QuarkusTestResource(value = IdentityProvider.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "evidence"))
class LearnIT {
    private static final String PAGE = "/learn/achievements/data-literacy";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String POLICY = Files.read("drafts/data-literacy-with-policy.json");

    @Inject
    LearnerIds ids;

    @Test
    void tellsWhoFailedByTwoPointsWhatIsMissingAndWhatToDo() {
        RunningEvidence.publish("hillside", POLICY);
        marked("hillside", "H-1", "58");

        String page = shown(Browser.of("hillside", "H-1"), PAGE, "below the required 60 %");

        assertThat(page)
                .contains("Not yet: 0 of 2 criteria are met, 2 needed.")
                .contains(
                        "A mark of 58/100 in Data report (canvas) is below the required 60 %; the best attempt counts.")
                .contains("Reach 60 % or more in Data report (canvas).")
                .contains("2 attempts are left.")
                .contains("Hand it in by 30 June 2027 at 22:00 UTC.")
                .contains("Attempt 1 was judged.")
                .doesNotContain("assignment/355");
        assertThat(page.indexOf("Reach 60 %")).isLessThan(page.indexOf("Criterion by criterion"));
    }

    @Test
    void listsWhatThereIsToDoFirst() {
        RunningEvidence.publish("lakeside", POLICY);
        marked("lakeside", "L-1", "58");

        assertThat(shown(Browser.of("lakeside", "L-1"), "/learn", "Data literacy"))
                .contains("href=\"/learn/achievements/data-literacy\"")
                .contains("Data report: Reach 60 % or more in Data report (canvas).");
    }

    @Test
    void tellsOfTheAward() {
        RunningEvidence.publish("seaside");
        marked("seaside", "S-1", "80");

        assertThat(shown(Browser.of("seaside", "S-1"), PAGE, "Achieved: awarded on"))
                .contains("Award 1 was made on")
                .doesNotContain("What to do now");
    }

    @Test
    void showsNobodyAnythingButTheirOwn() {
        RunningEvidence.publish("northside", POLICY);
        RunningEvidence.publish("southside", POLICY);
        marked("northside", "N-1", "58");
        shown(Browser.of("northside", "N-1"), PAGE, "58/100");

        // Of the same institution; the same number at another one; and without any results at all.
        for (Browser other : List.of(Browser.of("northside", "N-2"), Browser.of("southside", "N-1"))) {
            other.get(PAGE).then().statusCode(200).body(not(containsString("58/100")));
            other.get("/learn").then().statusCode(200).body(containsString("No result of yours has reached us yet"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/learn/achievements/nothing",
                "/learn/achievements/northside.data-literacy",
                "/learn/achievements/%27%20or%201%3D1",
                "/learn/achievements/00000000-0000-0000-0000-000000000000"
            })
    void answersWhatIsNotThereAndWhatIsAnothersAlike(String guessed) {
        Browser.of("northside", "N-9")
                .get(guessed)
                .then()
                .statusCode(404)
                .body(containsString("There is nothing here"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de | ltr | Was jetzt zu tun ist | Noch nicht erreicht",
                "ar | rtl | ما الذي تفعله الآن | لم يتحقّق بعد"
            })
    void speaksTheLanguageOfTheReader(String language, String direction, String todo, String summary) {
        String tenant = "valley-" + language;
        RunningEvidence.publish(tenant, POLICY);
        marked(tenant, "V-1", "58");
        Browser browser = Browser.of(tenant, "V-1");
        shown(browser, PAGE, "58/100");

        browser.keep(browser.request().header("Accept-Language", language).get(PAGE))
                .then()
                .statusCode(200)
                .body(allOf(
                        containsString("<html lang=\"" + language + "\" dir=\"" + direction + "\">"),
                        containsString(todo),
                        containsString(summary),
                        not(containsString("What to do now"))));
    }

    @Test
    void movesWithALinkedAccount() {
        RunningEvidence.publish("uplands", POLICY);
        UUID provisional = UUID.fromString("0b6d8c1e-4c3a-8d7e-9a10-2b3c4d5e6f70");
        RunningEvidence.append(List.of(
                Happenings.fact(result("assignment/355", score("58", "100"))
                                .of("uplands", provisional)
                                .build())
                        .message(),
                Happenings.linked("uplands", provisional, learner("uplands", "U-1"))
                        .message()));

        assertThat(shown(Browser.of("uplands", "U-1"), PAGE, "58/100")).contains("Data report");
    }

    private void marked(String tenant, String number, String mark) {
        UUID learner = learner(tenant, number);
        RunningEvidence.append(List.of(
                Happenings.profiled(tenant, learner).message(),
                Happenings.fact(result("assignment/355", score(mark, "100"))
                                .of(tenant, learner)
                                .build())
                        .message()));
    }

    private UUID learner(String tenant, String number) {
        return ids.ofStudentNumber(tenant, number).id();
    }

    /** The page once it says so: the log is behind the browser by a moment. */
    private static String shown(Browser browser, String path, String text) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        String page = "";
        while (System.nanoTime() < end) {
            page = browser.get(path).asString();
            if (page.contains(text)) {
                return page;
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        throw new AssertionError("Not within " + PATIENCE + ": " + text + " in " + page);
    }
}
