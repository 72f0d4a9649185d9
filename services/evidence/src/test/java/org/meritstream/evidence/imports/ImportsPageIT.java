package org.meritstream.evidence.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.meritstream.evidence.artifacts.HandingIn.learner;
import static org.meritstream.evidence.artifacts.HandingIn.staff;
import static org.meritstream.evidence.imports.ImportCalls.IMPORTS;
import static org.meritstream.evidence.imports.ImportCalls.ISSUER;
import static org.meritstream.evidence.imports.ImportCalls.MAPS;
import static org.meritstream.evidence.imports.ImportCalls.MORNING;
import static org.meritstream.evidence.imports.ImportCalls.NUMBER;
import static org.meritstream.evidence.imports.ImportCalls.eventually;
import static org.meritstream.evidence.imports.ImportCalls.handed;
import static org.meritstream.evidence.imports.ImportCalls.named;
import static org.meritstream.evidence.imports.ImportCalls.requested;
import static org.meritstream.evidence.imports.ImportCalls.say;
import static org.meritstream.evidence.imports.ImportCalls.state;
import static org.meritstream.evidence.imports.ImportCalls.verified;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meritstream.events.ImportDelayed;
import org.meritstream.events.ImportRefusal;
import org.meritstream.events.ImportRefused;
import org.meritstream.evidence.artifacts.HandingIn;
import org.meritstream.evidence.artifacts.UploadFolder;
import org.meritstream.evidence.signin.Browser;
import org.meritstream.evidence.signin.IdentityProvider;
import org.meritstream.proving.RealServers;
import org.meritstream.proving.StaffTokens;

/** Credentials of other issuers on the page of their learner, over the running service; the test says what issuance would. */
@QuarkusTest
@QuarkusTestResource(StaffTokens.class)
@QuarkusTestResource(UploadFolder.class)
@QuarkusTestResource(value = IdentityProvider.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "evidence"))
class ImportsPageIT {
    private static final String PAGE = "/learn/imports";

    @Inject
    HandingIn handing;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | The credential was issued to another e-mail address",
                "de | Der Nachweis wurde auf eine andere E-Mail-Adresse ausgestellt",
                "ar | صدرت الشهادة لعنوان بريد إلكتروني غير الذي تعرفه مؤسستك"
            })
    void saysOnThePageWhyItDoesNotCount(String language, String why) {
        String tenant = "im-page-" + language;
        UUID learner = enrolled(tenant);
        UUID request = handed(tenant, "{}");
        say(new ImportRefused(tenant, request, learner, ImportRefusal.ANOTHER_HOLDER, MORNING));
        state(tenant, request, "REFUSED");

        String page = Browser.of(tenant, NUMBER)
                .get(PAGE + "?lang=" + language + "&request=" + request)
                .asString();

        assertThat(page).contains(why).contains("role=\"alert\"").doesNotContain("learn.import");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | <h3>Reading Maps, issued by Southfield University</h3> | <h3>Credential handed in on ",
                "de | <h3>Reading Maps, ausgestellt von Southfield University</h3> | <h3>Nachweis, eingereicht am ",
                "ar | <h3>\u2068Reading Maps\u2069، صادرة من \u2068Southfield University\u2069</h3> | <h3>شهادة قُدّمت في "
            })
    void callsWhatWasHandedInByItsNameOnThePage(String language, String named, String unnamed) throws IOException {
        String tenant = "im-named-" + language;
        UUID learner = enrolled(tenant);
        UUID counts = handed(tenant, "{}");
        UUID fails = handed(tenant, "{ }");
        UUID waits = handed(tenant, "{  }");
        say(named(tenant, counts, learner, "Southfield University", "Reading Maps"));
        say(new ImportRefused(tenant, fails, learner, ImportRefusal.PROOF_INVALID, MORNING));
        say(new ImportDelayed(tenant, waits, learner, MORNING.plusSeconds(120), MORNING));
        eventually(
                () -> learner(tenant, NUMBER).get(IMPORTS + "/" + waits),
                answer -> answer.jsonPath().getString("retryAt") != null);
        state(tenant, counts, "VERIFIED").body("achievementName", equalTo("Reading Maps"));
        state(tenant, fails, "REFUSED");

        String page = Browser.of(tenant, NUMBER).get(PAGE + "?lang=" + language).asString();
        keep("imports-" + language, page);

        assertThat(page)
                .contains(named)
                .contains(unnamed)
                .doesNotContain(MAPS)
                .doesNotContain(ISSUER)
                .doesNotContain("learn.import");
    }

    @Test
    void callsWhatItsIssuerDoesNotNameByItsAddress() {
        UUID learner = enrolled("im-nameless");
        UUID request = handed("im-nameless", "{}");
        say(named("im-nameless", request, learner, null, "Reading Maps"));
        state("im-nameless", request, "VERIFIED").body("issuerName", nullValue());

        assertThat(Browser.of("im-nameless", NUMBER).get(PAGE).asString())
                .contains("<h3>Reading Maps, issued by " + ISSUER + "</h3>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | It could not be checked yet | 28 November 2026 at 08:04 UTC",
                "de | Er konnte noch nicht geprüft werden | 28. November 2026 um 08:04 UTC",
                "ar | لم يمكن التحقق منها بعد | 28 نوفمبر 2026 في 08:04 UTC"
            })
    void saysThatItCouldNotBeCheckedYetAndWhenItIsTriedNext(String language, String why, String when) {
        String tenant = "im-late-" + language;
        UUID learner = enrolled(tenant);
        UUID request = handed(tenant, "{}");
        state(tenant, request, "PENDING").body("retryAt", nullValue());
        say(new ImportDelayed(tenant, request, learner, MORNING.plusSeconds(240), MORNING.plusSeconds(120)));
        say(new ImportDelayed(tenant, request, learner, MORNING.plusSeconds(120), MORNING));

        eventually(
                () -> staff(tenant, "registrar")
                        .queryParam("studentNumber", NUMBER)
                        .get(IMPORTS + "/" + request),
                answer -> "2026-11-28T08:04:00Z".equals(answer.jsonPath().getString("retryAt")));
        String page = Browser.of(tenant, NUMBER)
                .get(PAGE + "?lang=" + language + "&request=" + request)
                .asString();
        assertThat(page).contains(why).contains(when).contains("role=\"status\"");

        say(verified(tenant, request, request, learner));
        state(tenant, request, "VERIFIED").body("retryAt", nullValue());
    }

    @Test
    void takesOneOnThePageThatTheStackLeadsTo() {
        enrolled("im-form");
        Browser browser = Browser.of("im-form", NUMBER);
        assertThat(browser.get("/learn/achievements/data-literacy").asString())
                .contains("href=\"" + PAGE + "\"")
                .contains(MAPS)
                .contains(ISSUER);

        Response taken =
                browser.hand(PAGE, PAGE, Map.of("link", "https://badges.southfield.example/c/1"), null, new byte[0]);

        assertThat(taken.statusCode()).isEqualTo(303);
        UUID request = UUID.fromString(taken.header("Location").split("request=", 2)[1]);
        assertThat(new String(requested("im-form", request).handedIn(), StandardCharsets.UTF_8))
                .isEqualTo("{\"url\":\"https://badges.southfield.example/c/1\"}");
        assertThat(browser.get(taken.header("Location")).asString()).contains("It is being checked.");
    }

    /** Whoever hands it in first tells the others of their institution what it is called. */
    @Test
    void callsWhatTheStackAsksForByItsNameOnceSomebodyHandedItIn() {
        UUID learner = enrolled("im-called");
        enrolled("im-uncalled");
        Browser browser = Browser.of("im-called", NUMBER);
        assertThat(browser.get("/learn/achievements/data-literacy").asString())
                .contains("Earn “" + MAPS + "”")
                .contains(MAPS + ", issued by " + ISSUER);

        UUID request = handed("im-called", "{}");
        say(named("im-called", request, learner, "Southfield University", "Reading Maps"));
        state("im-called", request, "VERIFIED");

        assertThat(browser.get("/learn/achievements/data-literacy").asString())
                .contains("Reading Maps, issued by Southfield University")
                .contains("The credential for “Reading Maps” is held and valid.")
                .doesNotContain(MAPS);
        assertThat(Browser.of("im-uncalled", NUMBER)
                        .get("/learn/achievements/data-literacy")
                        .asString())
                .as("another institution's")
                .contains(MAPS + ", issued by " + ISSUER);
    }

    @Test
    void takesAFileAndAPastedTextOnThePage() {
        enrolled("im-ways");
        Browser browser = Browser.of("im-ways", NUMBER);
        byte[] image = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 1, 2};

        Response file = browser.hand(PAGE, PAGE, Map.of(), "badge.png", image);
        Response text = browser.hand(PAGE, PAGE, Map.of("text", "{\"type\": 1}"), null, new byte[0]);

        assertThat(handedIn("im-ways", file)).isEqualTo(image);
        assertThat(new String(handedIn("im-ways", text), StandardCharsets.UTF_8))
                .isEqualTo("{\"type\": 1}");
    }

    @Test
    void keepsWhatWasTypedAndSaysWhatIsWrongWithIt() {
        enrolled("im-wrong");
        Browser browser = Browser.of("im-wrong", NUMBER);
        Map<String, String> both = Map.of("link", "https://x.example/", "text", "{}");

        Response nothing = browser.hand(PAGE, PAGE, Map.of(), null, new byte[0]);
        Response several = browser.hand(PAGE, PAGE, both, null, new byte[0]);
        Response large = browser.hand(PAGE, PAGE, Map.of(), "big.json", new byte[ImportEdge.LARGEST + 1]);
        Response foreign = browser.offer(PAGE, "another page's", Map.of("text", "{}"), null, new byte[0]);

        assertThat(nothing.statusCode()).isEqualTo(400);
        assertThat(nothing.asString()).contains("there was nothing in the form");
        assertThat(several.asString()).contains("in one way only").contains("value=\"https://x.example/\"");
        assertThat(large.statusCode()).isEqualTo(413);
        assertThat(large.asString()).contains("larger than 2 MB");
        assertThat(foreign.statusCode()).isEqualTo(403);
    }

    /** For deploy/journey, which looks at it in a browser: an issuer that cannot be read by our own fault is nothing that it can arrange. */
    private static void keep(String name, String page) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "pages"));
        Files.writeString(folder.resolve(name + ".html"), page);
    }

    private UUID enrolled(String tenant) {
        return handing.enrolled(tenant, org.meritstream.evidence.flow.Files.read("drafts/foreign.json"));
    }

    private byte[] handedIn(String tenant, Response taken) {
        assertThat(taken.statusCode()).isEqualTo(303);
        return requested(tenant, UUID.fromString(taken.header("Location").split("request=", 2)[1]))
                .handedIn();
    }
}
