package org.meritstream.issuance.flow;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.meritstream.events.CredentialIssued;
import org.meritstream.events.CredentialRevoked;
import org.meritstream.events.CredentialSuperseded;
import org.meritstream.events.Message;
import org.meritstream.events.RevocationReason;
import org.meritstream.events.Securing;
import org.meritstream.events.SuccessionReason;
import org.meritstream.proving.EventContract;
import org.meritstream.proving.RealServers;

/** A credential is issued anew with the name corrected, and nothing of the former one is shown. On a real PostgreSQL. */
@QuarkusTest
@TestProfile(ByHand.class)
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "issuance"))
class CorrectionIT {
    @Inject
    Anew anew;

    @ParameterizedTest
    @EnumSource
    void correctsANameAndShowsNothingOfTheFormerInAnyForm(Securing securing) {
        Story story = anew.issued(
                "corrected-"
                        + securing.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                securing);
        UUID former = anew.first(story);
        UUID next = anew.after(story, former);
        anew.share(story, former);
        assertThat(Anew.page(former)).contains(Anew.OLD);
        anew.handle(story.profiled(1, Anew.NEW, 15));

        List<Message> told = anew.handle(story.correct(former, 1, 20));

        assertThat(told).flatExtracting(EventContract::refusals).isEmpty();
        assertThat(told.stream().map(Anew::data).map(Object::getClass).toList())
                .as("whoever has to hold one holds one all the time")
                .containsSubsequence(CredentialIssued.class, CredentialSuperseded.class, CredentialRevoked.class);
        assertThat(Anew.one(told, CredentialRevoked.class).reason()).isEqualTo(RevocationReason.ISSUED_IN_ERROR);
        assertThat(Anew.one(told, CredentialSuperseded.class).reason()).isEqualTo(SuccessionReason.CORRECTED);
        anew.assertLinked(former, next);
        assertThat(anew.bits(story.tenant())).isEqualTo(1);
        assertGone(former, next);
        assertThat(Anew.document(next).statusCode()).isEqualTo(404);
        anew.share(story, next);
        assertThat(Anew.document(next).jsonPath().getString("credentialSubject.identifier[0].identityHash"))
                .isEqualTo(Anew.NEW);
        assertThat(Anew.page(next))
                .contains("This credential is valid", Anew.NEW)
                .doesNotContain(Anew.OLD, former + "\"", "earlier");
        assertThat(Anew.refresh(former).jsonPath().getString("id")).endsWith("/credentials/" + next);
    }

    @Test
    void correctsAllOfAnAwardWhicheverIsAskedFor() {
        Story story = anew.issued("corrected-renewed");
        UUID former = anew.first(story);
        UUID renewed = anew.after(story, former);
        UUID next = anew.after(story, renewed);
        anew.handle(story.renew(former, 1, 12));
        anew.share(story, former, renewed, next);
        anew.handle(story.profiled(1, Anew.NEW, 15));

        List<Message> told = anew.handle(story.correct(former, 1, 20));

        assertThat(Anew.all(told, CredentialRevoked.class))
                .extracting(CredentialRevoked::credential)
                .containsExactly(former, renewed);
        assertGone(former, next);
        assertGone(renewed, next);
        assertThat(Anew.one(told, CredentialIssued.class).validUntil()).isEqualTo("2030-11-20T10:10:00Z");
        anew.handle(story.renew(next, 1, 30));
        UUID last = anew.after(story, next);
        assertGone(former, last);
        assertThat(Anew.page(next)).contains("It was renewed", Anew.NEW);
        assertThat(anew.outcome(story.correct(former, 1, 20))).isEqualTo("done /api/credentials/" + next);
    }

    @Test
    void keepsAFormerThatIsNotSharedUnknown() {
        Story story = anew.issued("corrected-private");
        UUID former = anew.first(story);
        anew.handle(story.profiled(1, Anew.NEW, 15));
        anew.handle(story.correct(former, 1, 20));

        assertThat(Anew.document(former).statusCode()).isEqualTo(404);
        assertThat(Anew.document(former).asString())
                .isEqualTo(Anew.document(UUID.randomUUID()).asString());
        assertThat(Anew.document(former).header("Link")).isNull();
    }

    @Test
    void correctsNothingWhereTheNameIsRight() {
        Story story = anew.issued("nothing-wrong");
        UUID former = anew.first(story);

        assertThat(anew.handle(story.correct(former, 1, 20))).isEmpty();

        assertThat(anew.outcome(story.correct(former, 1, 20)))
                .startsWith("refused")
                .contains("nothing-to-correct");
        assertThat(anew.count("credential where tenant = $1", "nothing-wrong")).isEqualTo(1);
    }

    @Test
    void correctsByTheNameThatTheSameBatchBrings() {
        Story story = anew.issued("one-batch");
        UUID former = anew.first(story);

        List<Message> told = anew.handle(story.correct(former, 1, 20), story.profiled(1, Anew.NEW, 15));

        assertThat(Anew.one(told, CredentialSuperseded.class).by()).isEqualTo(anew.after(story, former));
    }

    private void assertGone(UUID former, UUID by) {
        for (String type : List.of(
                "application/vc",
                "application/json",
                "application/ld+json",
                "application/vc+jwt",
                "application/dc+sd-jwt",
                "text/html",
                "image/png",
                "image/svg+xml",
                "application/pdf")) {
            Response answer = Anew.get(former, type);
            assertThat(answer.statusCode()).as(type).isEqualTo(410);
            assertThat(answer.header("Link")).endsWith("/credentials/" + by + ">; rel=\"successor-version\"");
            assertThat(answer.asString()).as(type).doesNotContain(Anew.OLD, "Former", "Data Literacy");
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        }
        String judged = given().filter(Anew.API)
                .formParam("url", "http://localhost:8080/credentials/" + former)
                .post("/verify")
                .asString();
        assertThat(judged)
                .contains("There is nothing to be seen at its address.")
                .doesNotContain(Anew.OLD);
        for (String as : List.of("document", "token", "sd-jwt", "png", "svg", "pdf")) {
            assertThat(given().filter(Anew.API)
                            .get("/credentials/" + former + "?as=" + as)
                            .statusCode())
                    .as(as)
                    .isEqualTo(410);
        }
    }
}
