package org.meritstream.issuance.flow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meritstream.events.Achievement;
import org.meritstream.events.AwardRule;
import org.meritstream.events.RevocationReason;
import org.meritstream.events.Visibility;
import org.meritstream.issuance.Fixtures;
import org.meritstream.issuance.form.Baked;
import org.meritstream.issuance.form.BakedPng;
import org.meritstream.issuance.form.BakedSvg;
import org.meritstream.proving.RealServers;

/** A credential as image and as document to print, at its public address. */
@QuarkusTest
@TestProfile(ByHand.class)
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "issuance"))
class CredentialFormsIT {
    @Inject
    Issuing issuing;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @SuppressWarnings("NullAway.Init") // Quarkus sets it.
    @TestHTTPResource("/credentials/")
    URI credentials;

    @Test
    void bakesTheSignedDocumentIntoItsImagesAndAttachesItToItsPrint() throws Exception {
        for (String tenant : List.of("forms-north", "forms-lake")) {
            UUID held = issue(tenant, "Amina Yilmaz");
            String signed = new String(get(held, "application/vc").body(), UTF_8);
            byte[] png = kept(tenant, "png", get(held, "image/png"));
            byte[] svg = kept(tenant, "svg", get(held, "image/svg+xml"));
            byte[] pdf = kept(tenant, "pdf", get(held, "application/pdf"));

            assertThat(signed).contains(held.toString(), "proofValue");
            assertThat(BakedPng.text(png)).isEqualTo(new Baked.Text(signed));
            assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isEqualTo(600);
            assertThat(BakedSvg.text(new String(svg, UTF_8))).isEqualTo(new Baked.Text(signed));
            try (PDDocument document = Loader.loadPDF(pdf)) {
                assertThat(attached(document)).isEqualTo(signed.getBytes(UTF_8));
                assertThat(new PDFTextStripper().getText(document))
                        .contains("awarded this to Amina Yilmaz", "Level 6 of the European", "Supervised on campus");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/vc", "text/html", "application/pdf"})
    void saysWhereNotEveryCriterionHadToBeMet(String type) throws Exception {
        Story story =
                new Story("forms-choice-" + type.substring(type.length() - 3).replace('/', '-'));
        UUID held = issuing.shared(story, "Amina Yilmaz", story.published(choice(), 3));

        byte[] body = get(held, type).body();

        if (type.endsWith("pdf")) {
            try (PDDocument document = Loader.loadPDF(body)) {
                assertThat(new PDFTextStripper().getText(document)).contains("At least 2 of these 3");
            }
        } else {
            assertThat(new String(body, UTF_8)).contains("At least 2 of these 3:");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/vc", "image/png", "image/svg+xml", "application/pdf"})
    void servesNoFormThatItWouldNotVerify(String type) throws Exception {
        String tenant = "forms-check-" + type.substring(type.length() - 3).replace('/', '-');
        UUID held = issue(tenant, "Amina Yilmaz");
        HttpRequest request = HttpRequest.newBuilder(credentials.resolve("/api/verify"))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(get(held, type).body()))
                .build();

        String answer =
                CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).body();

        assertThat(answer).contains("\"verified\":true");
    }

    @ParameterizedTest
    @CsvSource({"png, image/png", "svg, image/svg+xml", "pdf, application/pdf"})
    void servesEachFormToALinkAndToWhoAcceptsIt(String as, String type) throws Exception {
        UUID held = issue("forms-link-" + as, "Amina Yilmaz");

        HttpResponse<byte[]> linked = get(held + "?as=" + as, Map.of("Accept", "text/html"));
        HttpResponse<byte[]> accepted = get(held, type);

        assertThat(linked.statusCode()).isEqualTo(200);
        assertThat(linked.headers().firstValue("Content-Type")).hasValue(type);
        assertThat(linked.body()).isEqualTo(accepted.body());
        assertThat(linked.headers().firstValue("Cache-Control")).hasValue("public, max-age=60, stale-if-error=3600");
        assertThat(linked.headers().firstValue("Vary")).hasValue("Accept");
        assertThat(linked.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("sandbox");
        assertThat(linked.headers().firstValue("Content-Disposition"))
                .hasValue("inline; filename=\"credential." + as + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "image/svg+xml", "application/pdf"})
    void answersThatNothingChangedUntilItIsRevokedOrHidden(String type) throws Exception {
        String tenant = "forms-tag-" + type.substring(type.length() - 3);
        Story story = new Story(tenant);
        UUID held = issue(tenant, "Amina Yilmaz");
        String tag = get(held, type).headers().firstValue("ETag").orElse("");
        Map<String, String> again = Map.of("Accept", type, "If-None-Match", tag);

        HttpResponse<byte[]> unchanged = get(held.toString(), again);
        issuing.handle(story.revoke(held, 1, RevocationReason.ISSUED_IN_ERROR, 30));
        HttpResponse<byte[]> revoked = get(held.toString(), again);
        issuing.handle(story.shared(held, 1, Visibility.PRIVATE, 40));
        HttpResponse<byte[]> hidden = get(held.toString(), again);
        HttpResponse<byte[]> unknown = get("nonsense", again);

        assertThat(unchanged.statusCode()).isEqualTo(304);
        assertThat(revoked.statusCode()).isEqualTo(200);
        assertThat(hidden.statusCode()).isEqualTo(404);
        assertThat(hidden.body()).isEqualTo(unknown.body());
        assertThat(hidden.headers().map().keySet())
                .isEqualTo(unknown.headers().map().keySet());
        assertThat(hidden.headers().firstValue("Cache-Control")).hasValue("no-store");
        if (type.endsWith("pdf")) {
            try (PDDocument document = Loader.loadPDF(revoked.body())) {
                assertThat(new PDFTextStripper().getText(document)).contains("it was issued in error");
            }
        }
    }

    @Test
    void refusesAFormThatIsNotServedWhetherOrNotThereIsACredential() throws Exception {
        UUID held = issue("forms-none", "Amina Yilmaz");

        HttpResponse<byte[]> refused = get(held, "image/avif");

        assertThat(refused.statusCode()).isEqualTo(406);
        assertThat(new String(refused.body(), UTF_8)).contains("no-such-form", "image/svg+xml");
        assertThat(get("nonsense", Map.of("Accept", "image/avif")).body()).isEqualTo(refused.body());
    }

    @Test
    void showsAHostileNameAsTextInEveryForm() throws Exception {
        String name = "</svg><script>alert(1)</script> \u202e";
        UUID held = issue("forms-hostile", name);
        String signed = new String(get(held, "application/vc").body(), UTF_8);

        String svg = new String(get(held, "image/svg+xml").body(), UTF_8);

        assertThat(BakedSvg.text(svg)).isEqualTo(new Baked.Text(signed));
        try (PDDocument document = Loader.loadPDF(get(held, "application/pdf").body())) {
            assertThat(new PDFTextStripper().getText(document)).contains("<script>alert(1)</script>");
        }
    }

    @Test
    void tellsOtherSitesOnItsPageWhatItIs() throws Exception {
        UUID held = issue("forms-graph", "Amina \"A\" Yilmaz");

        String page = new String(get(held, "text/html").body(), UTF_8);

        kept("forms-graph", "html", page.getBytes(UTF_8));
        assertThat(page)
                .contains(
                        "<meta property=\"og:title\" content=\"Data Literacy, awarded to Amina &quot;A&quot; Yilmaz\">",
                        "property=\"og:description\"",
                        "/credentials/" + held + "\">",
                        "<meta property=\"og:image\" content=\"http",
                        "/credentials/" + held + "?as=png\">",
                        "<img src=\"?as=svg\" alt=\"The badge Data Literacy of ",
                        "/credentials/" + held + "?as=pdf\"");
    }

    private static byte[] attached(PDDocument document) throws IOException {
        return Objects.requireNonNull(document.getDocumentCatalog()
                        .getNames()
                        .getEmbeddedFiles()
                        .getNames()
                        .get("credential.json"))
                .getEmbeddedFile()
                .toByteArray();
    }

    private UUID issue(String tenant, String name) {
        Story story = new Story(tenant);
        return issuing.shared(story, name, story.published(3));
    }

    /** Two of its three criteria are enough. */
    private static Achievement choice() {
        Achievement all = Fixtures.dataLiteracy().definition();
        return new Achievement(
                all.name(),
                all.description(),
                all.achievementType(),
                all.language(),
                all.criteria(),
                new AwardRule(AwardRule.Kind.AT_LEAST, 2),
                all.skills(),
                all.tags(),
                all.recognition(),
                all.release(),
                all.resubmission(),
                all.releaseAt(),
                all.validForMonths(),
                all.regrade(),
                all.image());
    }

    private HttpResponse<byte[]> get(UUID held, String accept) throws Exception {
        HttpResponse<byte[]> answer = get(held.toString(), Map.of("Accept", accept));
        assertThat(answer.statusCode()).isIn(200, 406);
        return answer;
    }

    private HttpResponse<byte[]> get(String id, Map<String, String> headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(credentials.resolve(id));
        headers.forEach(request::header);
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static byte[] kept(String name, String extension, HttpResponse<byte[]> answer) throws IOException {
        return kept(name, extension, answer.body());
    }

    /** To be looked at. */
    private static byte[] kept(String name, String extension, byte[] bytes) throws IOException {
        Files.write(Files.createDirectories(Path.of("target", "forms")).resolve(name + "." + extension), bytes);
        return bytes;
    }
}
