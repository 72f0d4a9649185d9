package org.meritstream.issuance.flow;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meritstream.events.RevocationReason;
import org.meritstream.events.Visibility;
import org.meritstream.proving.Guesses;
import org.meritstream.proving.OpenApi;
import org.meritstream.proving.RealServers;

/** What the public sees of a credential, and what it does not. */
@QuarkusTest
@TestProfile(ByHand.class)
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "issuance"))
class PublicCredentialIT {
    private static final OpenApi API = new OpenApi("issuance");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @SuppressWarnings("NullAway.Init") // Quarkus sets it.
    @TestHTTPResource("/credentials/")
    URI credentials;

    @Inject
    Issuing issuing;

    @Inject
    Founding founding;

    @Test
    void hidesACredentialAgainThatIsNoLongerShared() throws Exception {
        Story story = new Story("hidden");
        UUID held = issue("hidden", List.of());
        issuing.handle(story.shared(held, 1, Visibility.PUBLIC, 20));
        assertThat(answer(held.toString(), "application/vc")).startsWith("200");

        issuing.handle(story.shared(held, 1, Visibility.PRIVATE, 21));

        assertThat(answer(held.toString(), "application/vc")).isEqualTo(answer("nonsense", "application/vc"));
    }

    @Test
    void letsNoOtherTenantShareIt() throws Exception {
        UUID held = issue("guarded", List.of());

        issuing.handle(new Story("thief").shared(held, 1, Visibility.PUBLIC, 20));

        assertThat(answer(held.toString(), "application/vc")).startsWith("404");
    }

    @Test
    void answersThatNothingChangedToWhoHasTheDocument() throws Exception {
        UUID held = issue("cached", List.of(Visibility.PUBLIC));
        HttpResponse<String> first = get(held.toString(), Map.of("Accept", "application/vc"));
        String tag = first.headers().firstValue("ETag").orElse("");

        HttpResponse<String> second = get(held.toString(), Map.of("Accept", "application/vc", "If-None-Match", tag));

        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(first.headers().firstValue("Cache-Control")).hasValue("public, max-age=60, stale-if-error=3600");
        assertThat(first.headers().firstValue("Content-Type")).hasValue("application/vc");
    }

    @Test
    void answersThatNothingChangedToWhoHasThePageUntilItIsRevoked() throws Exception {
        UUID held = issue("page-cached", List.of(Visibility.PUBLIC));
        HttpResponse<String> first = get(held.toString(), Map.of("Accept", "text/html"));
        Map<String, String> again = Map.of(
                "Accept",
                "text/html",
                "If-None-Match",
                first.headers().firstValue("ETag").orElse(""));

        HttpResponse<String> unchanged = get(held.toString(), again);
        Story story = new Story("page-cached");
        issuing.handle(story.revoke(held, 1, RevocationReason.MISCONDUCT, 30));
        HttpResponse<String> revoked = get(held.toString(), again);

        assertThat(unchanged.statusCode()).isEqualTo(304);
        assertThat(unchanged.headers().firstValue("Cache-Control"))
                .as("a verdict is kept as long as one goes by a status list, and no longer")
                .hasValue("public, max-age=60");
        assertThat(revoked.statusCode()).isEqualTo(200);
        assertThat(revoked.body()).contains("This credential was revoked");
    }

    @Test
    void tellsNobodyThatWhatTheyHadIsPrivateNow() throws Exception {
        Story story = new Story("private-again");
        UUID held = issue("private-again", List.of(Visibility.PUBLIC));
        int minute = 21;
        for (String accept : List.of("application/vc", "text/html")) {
            String tag = get(held.toString(), Map.of("Accept", accept))
                    .headers()
                    .firstValue("ETag")
                    .orElse("");
            issuing.handle(story.shared(held, 1, Visibility.PRIVATE, minute++));

            assertThat(answer(held.toString(), accept, tag)).isEqualTo(answer("nonsense", accept, tag));
            assertThat(answer(held.toString(), accept, "*")).isEqualTo(answer("nonsense", accept, "*"));
            assertThat(answer(held.toString(), accept, tag)).startsWith("404").contains("no-store");
            issuing.handle(story.shared(held, 1, Visibility.PUBLIC, minute++));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/status/stands-1, application/vc, max-age=15",
        "/issuers/stands, application/ld+json, max-age=300",
        "/issuers/stands, text/html, max-age=300",
        "/issuers/stands/did.json, application/did+json, max-age=60"
    })
    void letsDocumentsOfTheIssuerBeKept(String path, String accept, String kept) throws Exception {
        if (founding.count("issuer where tenant = $1", "stands") == 0) {
            founding.found("stands");
        }
        HttpResponse<String> first = get(path, Map.of("Accept", accept));

        HttpResponse<String> again = get(
                path,
                Map.of(
                        "Accept",
                        accept,
                        "If-None-Match",
                        first.headers().firstValue("ETag").orElse("")));

        given().filter(API).accept(accept).get(path).then().statusCode(200);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers().firstValue("Cache-Control").orElse("")).contains("public", kept, "stale-if-error=");
    }

    @Test
    void saysOnItsPageWhetherItIsValid() throws Exception {
        UUID held = issue("paged", List.of(Visibility.PUBLIC));

        String valid = page("valid", held);
        issuing.handle(new Story("paged").revoke(held, 1, RevocationReason.ISSUED_IN_ERROR, 30));
        String revoked = page("revoked", held);
        UUID keyless = issue("keyless", List.of(Visibility.PUBLIC));
        founding.run("delete from signing_key where tenant = $1", "keyless");
        String unchecked = page("unchecked", keyless);

        assertThat(valid)
                .contains("This credential is valid", "lang=\"en\"", "Level 6 of the European", "Supervised on campus");
        assertThat(revoked)
                .contains("This credential was revoked", "it was issued in error", "20 November 2026")
                .doesNotContain("This credential is valid");
        assertThat(unchecked)
                .contains("This credential could not be fully checked", "Could not be checked")
                .doesNotContain("This credential is valid");
    }

    @Test
    void showsAHostileNameAsText() throws Exception {
        Story story = new Story("hostile");
        UUID held = issuing.shared(story, "<script>alert(1)</script> \"O'Neil\" \u202e\\", story.published(3));

        assertThat(page("hostile", held))
                .contains("This credential is valid", "<bdi>&lt;script&gt;", "\u202e\\</bdi>")
                .doesNotContain("<script>");
    }

    private UUID issue(String tenant, List<Visibility> visibility) {
        Story story = new Story(tenant);
        founding.found(tenant);
        UUID held = issuing.id(story, 1);
        issuing.handle(story.profiled(1, "Amina Yilmaz", 1), story.published(3), story.conferred(1, 10));
        visibility.forEach(choice -> issuing.handle(story.shared(held, 1, choice, 20)));
        return held;
    }

    private String page(String name, UUID held) throws Exception {
        String html =
                get(held.toString(), Map.of("Accept", "text/html,*/*;q=0.8")).body();
        keep(name, html);
        return html;
    }

    /** To be looked at. */
    private static void keep(String name, String html) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "pages"));
        Files.writeString(folder.resolve(name + ".html"), html);
    }

    private String answer(String id, String accept) {
        return new Guesses(credentials, Map.of("Accept", accept)).answer(id);
    }

    private String answer(String id, String accept, String tag) {
        return new Guesses(credentials, Map.of("Accept", accept, "If-None-Match", tag)).answer(id);
    }

    private HttpResponse<String> get(String id, Map<String, String> headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(credentials.resolve(id));
        headers.forEach(request::header);
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
