package org.meritstream.walletsync.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.jwt.Claim;
import io.quarkus.test.security.jwt.JwtSecurity;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.meritstream.events.RecordRefusal;
import org.meritstream.events.RecordRefused;
import org.meritstream.events.RecordRequested;
import org.meritstream.events.RecordVisibilityChanged;
import org.meritstream.events.Visibility;
import org.meritstream.events.VisibilityChanged;
import org.meritstream.walletsync.InMemory;
import org.meritstream.walletsync.Learner;
import org.meritstream.walletsync.LoopInTest;
import org.meritstream.walletsync.learnerrecord.RequestDecision;
import org.meritstream.walletsync.wallet.Facts;

@QuarkusTest
@WithTestResource(InMemory.class)
@TestSecurity(user = "registrar@northgate", roles = "registrar")
@JwtSecurity(claims = @Claim(key = "tenant", value = Facts.NORTHGATE))
class RecordsResourceTest {
    private static final Pattern REQUEST = Pattern.compile("name=\"request\" value=\"([^\"]+)\"");

    @Inject
    LoopInTest loop;

    private final UUID person = UUID.randomUUID();

    @Test
    void asksForARecordOfEverythingAndShowsThatItIsBeingMade() throws IOException {
        Learner learner = collected(person);

        ask(learner, requestOn(learner)).then().statusCode(303).header("Location", records(learner) + "?notice=asked");

        assertThat(requested()).hasSize(1).allSatisfy(one -> {
            assertThat(one.learner()).isEqualTo(person);
            assertThat(one.stack()).isNull();
        });
        learner.with()
                .get(records(learner) + "?notice=asked")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body(containsString("Being made."), containsString("Your record is being made"));
        keep("records-asked", page(learner));
    }

    @Test
    void asksOnceHoweverOftenTheSameFormIsSent() {
        Learner learner = collected(person);
        String request = requestOn(learner);

        ask(learner, request).then().statusCode(303);
        ask(learner, request).then().statusCode(303).header("Location", records(learner) + "?notice=asked");

        assertThat(requested()).hasSize(1);
    }

    @Test
    void asksForAStackWhereTheCredentialWasEarnedByHoldingOthers() {
        Learner plain = collected(UUID.randomUUID());
        assertThat(page(plain)).doesNotContain("with what it is built on");
        UUID stack = UUID.randomUUID();
        loop.issue(Facts.NORTHGATE, person, stack, "Ada Example");
        loop.tell(Facts.document(
                Facts.NORTHGATE,
                person,
                stack,
                "{\"evidence\":[{\"id\":\"" + Facts.PUBLIC_URL + "/credentials/" + Facts.OTHER + "\"}]}"));
        Learner learner = Learner.collect(stack);
        assertThat(page(learner)).contains("Data literacy, with what it is built on");

        ask(learner, requestOn(learner), learner.formToken(), "stack").then().statusCode(303);

        assertThat(requested()).extracting(RecordRequested::stack).containsExactly(stack);
    }

    @Test
    void showsWhatWasMadeAndHandsItOut() throws IOException {
        Learner learner = collected(person);
        UUID record = made(learner);

        assertThat(page(learner))
                .contains("Everything you hold from Northgate University", "with 1 credential.")
                .doesNotContain("Being made.")
                .containsOnlyOnce("<h1>")
                .doesNotContain("<script");
        keep("records", page(learner));
        learner.with()
                .get(records(learner) + "/" + record + "/download")
                .then()
                .statusCode(200)
                .contentType("application/vc")
                .header("Content-Disposition", allOf(containsString("attachment"), containsString("record-")))
                .body(equalTo("{\"type\":[\"ClrCredential\"]}"));
    }

    @Test
    void showsWhyThereIsNone() throws IOException {
        Learner learner = collected(person);
        ask(learner, requestOn(learner));
        UUID request = requested().getFirst().request();

        loop.tell(new RecordRefused(Facts.NORTHGATE, person, request, RecordRefusal.TOO_MUCH, Instant.now()));

        assertThat(page(learner)).contains("Not made.", "more credentials than fit");
        keep("records-refused", page(learner));
    }

    @Test
    void saysWhenAsManyWereAskedForAsAreMadeWithinADay() throws IOException {
        Learner learner = collected(person);
        for (int n = 0; n < RequestDecision.A_DAY; n++) {
            ask(learner, requestOn(learner)).then().statusCode(303);
        }

        assertThat(page(learner)).contains("You can ask again from").doesNotContain("value=\"everything\"");
        ask(learner, UUID.randomUUID().toString())
                .then()
                .statusCode(303)
                .header("Location", records(learner) + "?notice=not-asked");

        assertThat(requested()).hasSize(RequestDecision.A_DAY);
        keep("records-enough", page(learner));
    }

    @Test
    void sharesARecordAndStopsSharingIt() {
        Learner learner = collected(person);
        UUID record = made(learner);

        share(learner, record, "PUBLIC").then().statusCode(303).header("Location", records(learner));
        assertThat(page(learner)).contains("Shared.", Facts.PUBLIC_URL + "/records/" + record);
        share(learner, record, "PRIVATE").then().statusCode(303);

        assertThat(page(learner)).contains("Only you can see it.");
        assertThat(loop.emitted(record).stream()
                        .filter(VisibilityChanged.class::isInstance)
                        .map(said -> ((VisibilityChanged) said).visibility()))
                .containsExactly(Visibility.PUBLIC, Visibility.PRIVATE);
    }

    @Test
    void showsWhatARegistrarMadeAndSharedAtTheLearnersWord() {
        Learner learner = collected(person);
        UUID record = UUID.randomUUID();
        loop.tell(Facts.recordIssued(Facts.NORTHGATE, person, record, null, List.of(learner.credential())));
        loop.tell(new RecordVisibilityChanged(Facts.NORTHGATE, person, record, Visibility.PUBLIC, Instant.now()));

        assertThat(page(learner)).contains("Everything you hold", "Shared.");
    }

    @Test
    void showsThatARegistrarStoppedSharingItAtTheLearnersWord() {
        Learner learner = collected(person);
        UUID record = UUID.randomUUID();
        Instant now = Instant.now();
        loop.tell(Facts.recordIssued(Facts.NORTHGATE, person, record, null, List.of(learner.credential())));
        loop.tell(new RecordVisibilityChanged(Facts.NORTHGATE, person, record, Visibility.PUBLIC, now));

        loop.tell(new RecordVisibilityChanged(Facts.NORTHGATE, person, record, Visibility.PRIVATE, now.plusSeconds(1)));

        assertThat(page(learner)).contains("Only you can see it.").doesNotContain("Shared.");
    }

    @Test
    void saysThatACredentialInItDoesNotStandAnyMore() {
        Learner learner = collected(person);
        made(learner);
        assertThat(page(learner)).doesNotContain("was revoked or replaced since");

        loop.tell(Facts.revoked(Facts.NORTHGATE, person, learner.credential()));

        assertThat(page(learner)).contains("was revoked or replaced since");
    }

    @Test
    void saysOfSomebodyElsesRecordWhatItSaysOfNone() {
        UUID theirs = made(collected(UUID.randomUUID()));
        UUID elsewhere = UUID.randomUUID();
        loop.tell(Facts.recordIssued(Facts.SOUTHFIELD, person, elsewhere, null, List.of(Facts.OTHER)));
        loop.tell(Facts.recordDocument(Facts.SOUTHFIELD, person, elsewhere, "{}", Facts.NOON));
        Learner learner = collected(person);
        String unknown = answer(learner, UUID.randomUUID().toString());

        assertThat(unknown).startsWith("404").contains("This record is not known");
        assertThat(answer(learner, theirs.toString())).isEqualTo(unknown);
        assertThat(answer(learner, elsewhere.toString())).isEqualTo(unknown);
        assertThat(answer(learner, "no-id")).isEqualTo(unknown);
        share(learner, theirs, "PUBLIC").then().statusCode(404);
        assertThat(loop.emitted(theirs)).noneMatch(VisibilityChanged.class::isInstance);
    }

    @Test
    void isClosedToEveryOtherBrowser() {
        Learner learner = collected(person);
        UUID record = made(learner);

        Learner.judged().get(records(learner)).then().statusCode(403);
        Learner.judged()
                .get(records(learner) + "/" + record + "/download")
                .then()
                .statusCode(403);
        collected(UUID.randomUUID()).with().get(records(learner)).then().statusCode(403);
        ask(new Learner(learner.credential(), "x".repeat(43)), "", learner.formToken(), "everything")
                .then()
                .statusCode(403);
    }

    @Test
    void refusesAFormThatDidNotComeFromItsPage() {
        Learner learner = collected(person);
        UUID record = made(learner);
        int before = requested().size();

        ask(learner, UUID.randomUUID().toString(), collected(person).formToken(), "everything")
                .then()
                .statusCode(403);
        ask(learner, "no-id", learner.formToken(), "everything").then().statusCode(403);
        learner.with()
                .header("Sec-Fetch-Site", "cross-site")
                .formParam("form", learner.formToken())
                .formParam("request", UUID.randomUUID().toString())
                .formParam("of", "everything")
                .post(records(learner))
                .then()
                .statusCode(403);
        learner.with()
                .formParam("visibility", "PUBLIC")
                .post(records(learner) + "/" + record + "/sharing")
                .then()
                .statusCode(403);

        assertThat(requested()).hasSize(before);
        assertThat(page(learner)).contains("Only you can see it.").doesNotContain("Shared.");
    }

    @Test
    void theCredentialsPageLeadsThere() {
        Learner learner = collected(person);

        learner.with()
                .get(learner.path())
                .then()
                .body(containsString(records(learner)), not(containsString("<script")));
    }

    /** Asked for, made, and heard of. */
    private UUID made(Learner learner) {
        ask(learner, requestOn(learner)).then().statusCode(303);
        RecordRequested asked = lastRequest();
        UUID record = UUID.randomUUID();
        loop.tell(Facts.recordIssued(
                asked.tenant(), asked.learner(), record, asked.request(), List.of(learner.credential())));
        loop.tell(Facts.recordDocument(
                asked.tenant(), asked.learner(), record, "{\"type\":[\"ClrCredential\"]}", Facts.NOON));
        return record;
    }

    private RecordRequested lastRequest() {
        return (RecordRequested) loop.emitted().stream()
                .filter(RecordRequested.class::isInstance)
                .reduce((former, later) -> later)
                .orElseThrow();
    }

    private List<RecordRequested> requested() {
        return loop.emitted(person).stream()
                .filter(RecordRequested.class::isInstance)
                .map(RecordRequested.class::cast)
                .toList();
    }

    private Learner collected(UUID of) {
        UUID credential = UUID.randomUUID();
        loop.issue(Facts.NORTHGATE, of, credential, "Ada Example");
        return Learner.collect(credential);
    }

    private static String records(Learner learner) {
        return learner.path() + "/records";
    }

    private static String page(Learner learner) {
        return learner.with()
                .get(records(learner))
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static String requestOn(Learner learner) {
        Matcher form = REQUEST.matcher(page(learner));
        if (!form.find()) {
            throw new AssertionError("the page has no form to ask with");
        }
        return form.group(1);
    }

    private static Response ask(Learner learner, String request) {
        return ask(learner, request, learner.formToken(), "everything");
    }

    private static Response ask(Learner learner, String request, String formToken, String of) {
        return learner.with()
                .formParam("form", formToken)
                .formParam("request", request)
                .formParam("of", of)
                .post(records(learner));
    }

    private static Response share(Learner learner, UUID record, String visibility) {
        return learner.with()
                .formParam("form", learner.formToken())
                .formParam("visibility", visibility)
                .post(records(learner) + "/" + record + "/sharing");
    }

    private static String answer(Learner learner, String record) {
        Response answer = learner.with().get(records(learner) + "/" + record + "/download");
        return answer.statusCode() + answer.contentType() + answer.asString();
    }

    /** To be looked at in a browser. */
    private static void keep(String name, String html) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "pages"));
        Files.writeString(folder.resolve(name + ".html"), html);
    }
}
