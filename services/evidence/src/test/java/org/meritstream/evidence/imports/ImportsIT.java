package org.meritstream.evidence.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.meritstream.evidence.artifacts.HandingIn.learner;
import static org.meritstream.evidence.artifacts.HandingIn.staff;
import static org.meritstream.evidence.imports.ImportCalls.IMPORTS;
import static org.meritstream.evidence.imports.ImportCalls.MORNING;
import static org.meritstream.evidence.imports.ImportCalls.NUMBER;
import static org.meritstream.evidence.imports.ImportCalls.eventually;
import static org.meritstream.evidence.imports.ImportCalls.handed;
import static org.meritstream.evidence.imports.ImportCalls.outcome;
import static org.meritstream.evidence.imports.ImportCalls.post;
import static org.meritstream.evidence.imports.ImportCalls.requested;
import static org.meritstream.evidence.imports.ImportCalls.say;
import static org.meritstream.evidence.imports.ImportCalls.state;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meritstream.events.CredentialLapsed;
import org.meritstream.events.CredentialVerified;
import org.meritstream.events.ImportRefusal;
import org.meritstream.events.ImportRefused;
import org.meritstream.events.ImportRequested;
import org.meritstream.events.LapseReason;
import org.meritstream.evidence.artifacts.HandingIn;
import org.meritstream.evidence.artifacts.UploadFolder;
import org.meritstream.evidence.flow.Files;
import org.meritstream.evidence.signin.Browser;
import org.meritstream.evidence.signin.IdentityProvider;
import org.meritstream.proving.RealServers;
import org.meritstream.proving.StaffTokens;

/** Credentials of other issuers over the running service, by the API and by the page; the test says what issuance would. */
@QuarkusTest
@QuarkusTestResource(StaffTokens.class)
@QuarkusTestResource(UploadFolder.class)
@QuarkusTestResource(value = IdentityProvider.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "evidence"))
class ImportsIT {
    private static final String PAGE = "/learn/imports";
    private static final String ISSUER = "did:web:badges.southfield.example:issuers:southfield";
    private static final String MAPS = "https://badges.southfield.example/achievements/southfield.maps/1";

    @Inject
    HandingIn handing;

    @Test
    void handsItToIssuanceAsItIsAndCountsItOnceItIsVerified() {
        UUID learner = enrolled("im-counts");

        UUID request = handed("im-counts", "{\"@context\": []}");
        ImportRequested asked = requested("im-counts", request);
        assertThat(new String(asked.handedIn(), StandardCharsets.UTF_8)).isEqualTo("{\"@context\": []}");
        assertThat(asked.learner()).isEqualTo(learner);
        state("im-counts", request, "PENDING");

        say(verified("im-counts", request, request, learner));

        state("im-counts", request, "VERIFIED")
                .body("issuer", equalTo(ISSUER))
                .body("achievement", equalTo(MAPS))
                .body("problem", nullValue());
        outcome("im-counts", request).body("state", equalTo("done")).body("link", equalTo(IMPORTS + "/" + request));
        eventually(
                () -> staff("im-counts", "registrar").get("/api/awards?learner=" + learner),
                answer -> answer.asString().contains("CONFERRED"));
    }

    @Test
    void saysThatWhatIsHeldAlreadyCounts() {
        UUID learner = enrolled("im-twice");
        UUID first = handed("im-twice", "{}");
        UUID second = handed("im-twice", "{ }");

        say(verified("im-twice", first, first, learner));
        say(verified("im-twice", second, first, learner));

        state("im-twice", second, "VERIFIED");
        say(new CredentialLapsed("im-twice", first, learner, ISSUER, MAPS, LapseReason.SUSPENDED, MORNING));
        state("im-twice", second, "LAPSED").body("lapse", equalTo("SUSPENDED"));
    }

    @ParameterizedTest
    @CsvSource({"PROOF_INVALID, proof-invalid", "ANOTHER_HOLDER, another-holder", "EXPIRED, expired"})
    void saysWhyItDoesNotCount(ImportRefusal reason, String problem) {
        String tenant = "im-" + problem;
        UUID learner = enrolled(tenant);
        UUID request = handed(tenant, "{}");

        say(new ImportRefused(tenant, request, learner, reason, MORNING));

        state(tenant, request, "REFUSED").body("problem.type", endsWith("/" + problem));
        outcome(tenant, request)
                .body("state", equalTo("refused"))
                .body("problem.type", endsWith("/" + problem))
                .body("problem.status", equalTo(422));
    }

    @Test
    void saysWhatIssuanceSaidFirst() {
        UUID learner = enrolled("im-order");
        UUID request = UUID.fromString("0199b0c0-0000-7000-8000-00000000f0f0");
        say(new CredentialLapsed("im-order", request, learner, ISSUER, MAPS, LapseReason.REVOKED, MORNING));
        say(verified("im-order", request, request, learner));

        state("im-order", request, "LAPSED");
    }

    @Test
    void takesNothingThatIsEmptyOrTooLarge() {
        enrolled("im-sizes");

        post("im-sizes", new byte[0]).then().statusCode(400).body("type", endsWith("/nothing-handed-in"));
        post("im-sizes", new byte[ImportEdge.LARGEST + 1])
                .then()
                .statusCode(413)
                .body("type", endsWith("/credential-too-large"));
    }

    @Test
    void takesNoMoreThanIsLookedAt() {
        enrolled("im-many");
        for (int i = 0; i < 5; i++) {
            state("im-many", handed("im-many", "{\"n\": " + i + "}"), "PENDING");
        }

        post("im-many", "{}".getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(429)
                .body("type", endsWith("/too-many-imports"));
    }

    @Test
    void showsNothingOfAnotherLearnerOrTenant() {
        enrolled("im-mine");
        enrolled("im-theirs");
        UUID request = handed("im-mine", "{}");
        state("im-mine", request, "PENDING");

        learner("im-mine", "s-9999").get(IMPORTS + "/" + request).then().statusCode(404);
        learner("im-mine", "s-9999").get(IMPORTS).then().body("imports", hasSize(0));
        learner("im-theirs", NUMBER).get(IMPORTS + "/" + request).then().statusCode(404);
        learner("im-mine", "s-9999")
                .queryParam("studentNumber", NUMBER)
                .get(IMPORTS)
                .then()
                .statusCode(403);
        staff("im-mine", "registrar")
                .queryParam("studentNumber", NUMBER)
                .get(IMPORTS)
                .then()
                .body("imports", hasSize(1));
    }

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
    void callsWhatWasHandedInByItsNameOnThePage(String language, String named, String unnamed) {
        String tenant = "im-named-" + language;
        UUID learner = enrolled(tenant);
        UUID counts = handed(tenant, "{}");
        UUID fails = handed(tenant, "{ }");
        say(named(verified(tenant, counts, counts, learner), "Southfield University", "Reading Maps"));
        say(new ImportRefused(tenant, fails, learner, ImportRefusal.PROOF_INVALID, MORNING));
        state(tenant, counts, "VERIFIED").body("achievementName", equalTo("Reading Maps"));
        state(tenant, fails, "REFUSED");

        String page = Browser.of(tenant, NUMBER).get(PAGE + "?lang=" + language).asString();

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
        say(named(verified("im-nameless", request, request, learner), null, "Reading Maps"));
        state("im-nameless", request, "VERIFIED").body("issuerName", nullValue());

        assertThat(Browser.of("im-nameless", NUMBER).get(PAGE).asString())
                .contains("<h3>Reading Maps, issued by " + ISSUER + "</h3>");
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

    private UUID enrolled(String tenant) {
        return handing.enrolled(tenant, Files.read("drafts/foreign.json"));
    }

    private static CredentialVerified verified(String tenant, UUID request, UUID credential, UUID learner) {
        return new CredentialVerified(tenant, request, credential, learner, ISSUER, MAPS, null, null, null, MORNING);
    }

    private static CredentialVerified named(CredentialVerified said, @Nullable String issuer, String achievement) {
        return new CredentialVerified(
                said.tenant(),
                said.request(),
                said.credential(),
                said.learner(),
                said.issuer(),
                said.achievement(),
                issuer,
                achievement,
                said.validUntil(),
                said.verifiedAt());
    }

    private byte[] handedIn(String tenant, Response taken) {
        assertThat(taken.statusCode()).isEqualTo(303);
        return requested(tenant, UUID.fromString(taken.header("Location").split("request=", 2)[1]))
                .handedIn();
    }
}
