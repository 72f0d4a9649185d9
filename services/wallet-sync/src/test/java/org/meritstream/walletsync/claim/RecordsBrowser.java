package org.meritstream.walletsync.claim;

import io.restassured.response.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.meritstream.events.RecordRequested;
import org.meritstream.walletsync.Learner;
import org.meritstream.walletsync.LoopInTest;
import org.meritstream.walletsync.wallet.Facts;

/** A learner's browser at the page of their records, and what comes of what is done there. */
@ApplicationScoped
class RecordsBrowser {
    private static final Pattern REQUEST = Pattern.compile("name=\"request\" value=\"([^\"]+)\"");

    private final LoopInTest loop;

    RecordsBrowser(LoopInTest loop) {
        this.loop = loop;
    }

    /** A browser of theirs that collected a credential. */
    Learner collected(UUID of) {
        UUID credential = UUID.randomUUID();
        loop.issue(Facts.NORTHGATE, of, credential, "Ada Example");
        return Learner.collect(credential);
    }

    /** Asked for, made, and heard of. */
    UUID made(Learner learner) {
        ask(learner, request(learner)).then().statusCode(303);
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

    /** What this person asked for. */
    List<RecordRequested> requested(UUID person) {
        return loop.emitted(person).stream()
                .filter(RecordRequested.class::isInstance)
                .map(RecordRequested.class::cast)
                .toList();
    }

    /** Where the page is. */
    String path(Learner learner) {
        return learner.path() + "/records";
    }

    String text(Learner learner) {
        return learner.with()
                .get(path(learner))
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    /** What its form asks with. */
    String request(Learner learner) {
        Matcher form = REQUEST.matcher(text(learner));
        if (!form.find()) {
            throw new AssertionError("the page has no form to ask with");
        }
        return form.group(1);
    }

    Response ask(Learner learner, String request) {
        return ask(learner, request, learner.formToken(), "everything");
    }

    Response ask(Learner learner, String request, String formToken, String of) {
        return learner.with()
                .formParam("form", formToken)
                .formParam("request", request)
                .formParam("of", of)
                .post(path(learner));
    }

    Response share(Learner learner, UUID record, String visibility) {
        return learner.with()
                .formParam("form", learner.formToken())
                .formParam("visibility", visibility)
                .post(path(learner) + "/" + record + "/sharing");
    }

    /** To be looked at in a browser. */
    void keep(String name, String html) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "pages"));
        Files.writeString(folder.resolve(name + ".html"), html);
    }
}
